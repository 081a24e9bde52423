/*
 * The page of all codes: "go/#W16" leads on to its entry, and "go/#W01.W06.W16" shows a list of the three. Neither the address nor the
 * title of such a list says what it is about. Without this file the page is a list of all codes.
 */
"use strict";
(() => {
  const { asked, unknown, near, together } = document.currentScript.dataset;
  const NEAREST = 3;
  const page = document.querySelector("article");
  const links = new Map();
  for (const link of page.querySelectorAll(".contents > li > a")) links.set(link.textContent.trim().split(/\s/)[0], link);

  /** How far two codes are from each other: first by their signs, then by their numbers. */
  const distance = (one, other) => {
    let differs = Math.abs(one.length - other.length);
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) if (one[at] !== other[at]) differs += 1;
    return differs * 10_000 + (Math.abs(one.slice(1) - other.slice(1)) || 0);
  };
  const nearest = (code) => [...links.keys()].sort((a, b) => distance(code, a) - distance(code, b)).slice(0, NEAREST);

  const element = (name, ...within) => {
    const made = document.createElement(name);
    made.append(...within);
    return made;
  };
  const row = (code) => element("li", links.get(code).cloneNode(true));
  const told = (code) =>
    element("li", `${unknown.replace("#", () => code)} ${near}`, element("ul", ...nearest(code).map(row)));

  const show = () => {
    const codes = codeWords.inAddress();
    // A heading of this page has an address of its own.
    if (!codes.length || document.getElementById(location.hash.slice(1))) return;
    if (codes.length === 1 && links.has(codes[0])) {
      location.replace(links.get(codes[0]).href);
      return;
    }
    page.querySelector("section[data-asked]")?.remove();
    const box = element("section", element("h2", asked), element("ul", ...codes.map((code) => (links.has(code) ? row(code) : told(code)))));
    box.dataset.asked = "";
    // Sheets and letters can become one document, where the handbook has the page that makes it.
    const plan = page.querySelector("a[href*='plan/']");
    const sheets = codes.filter((code) => links.has(code) && /\/(worksheets|letters)\//.test(links.get(code).href));
    if (plan && sheets.length) {
      const lead = element("a", together);
      lead.href = `${plan.getAttribute("href")}#${sheets.join(".")}`;
      box.append(element("p", lead));
    }
    page.querySelector("h1").after(box);
  };
  window.addEventListener("hashchange", show);
  show();
})();
