/*
 * One document of the chosen sheets and letters. Each is taken from its own page of this site and put one after the other, with a cover;
 * the browser prints it, or saves it as a PDF. Its fields are alive, so it can be filled in before. Nothing is kept and nothing is sent:
 * the only requests are for pages that anybody can open.
 */
"use strict";
const planPack = (() => {
  const root = document.querySelector("[data-plan]");
  const status = root.querySelector("[data-status]");
  const ready = root.querySelector("[data-all-packs]");
  const papers = document.querySelectorAll("link[data-paper]");
  // Of a page, what a sheet in a pack goes without: its own buttons, and what is said about this page.
  const LEFT_OUT = ".tools, .stays, .no-script, dialog, script";
  const NAMED = ["id", "name", "for", "aria-labelledby", "aria-describedby"];
  const taken = new Map();
  let pack = null;

  const element = (name, ...within) => {
    const made = document.createElement(name);
    made.append(...within);
    return made;
  };
  const grow = (area) => {
    if (area.tagName === "TEXTAREA") area.parentElement.dataset.text = area.value;
  };

  // ---- one sheet ----

  /** Two sheets may ask the same, so all that has a name bears the code of its sheet before it. */
  const rename = (form, code) => {
    for (const one of form.querySelectorAll("*")) {
      for (const attribute of NAMED) {
        if (one.hasAttribute(attribute)) one.setAttribute(attribute, one.getAttribute(attribute).replace(/\S+/g, `${code}-$&`));
      }
      if (one.dataset.fills) {
        const fills = Object.entries(JSON.parse(one.dataset.fills)).map(([name, says]) => [`${code}-${name}`, says]);
        one.dataset.fills = JSON.stringify(Object.fromEntries(fills));
      }
    }
  };

  /** Links of a sheet lead from this page to where they led from its own. */
  const relink = (form, page, code) => {
    for (const link of form.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href");
      const isHere = href.startsWith("#") && form.querySelector(`[id="${CSS.escape(`${code}-${href.slice(1)}`)}"]`);
      const to = new URL(href, page);
      if (isHere) link.setAttribute("href", `#${code}-${href.slice(1)}`);
      else if (to.origin === location.origin) link.setAttribute("href", to.pathname + to.hash);
    }
  };

  /** Headings go down a step: the name of the sheet stands above them. */
  const lower = (form) => {
    for (const level of [4, 3, 2]) {
      for (const old of form.querySelectorAll(`h${level}`)) {
        const heading = element(`h${level + 1}`, ...old.childNodes);
        if (old.id) heading.id = old.id;
        old.replaceWith(heading);
      }
    }
  };

  const take = async ({ code, name, href }) => {
    if (taken.has(code)) return;
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheet = page.querySelector(".sheet");
    const form = document.importNode(sheet.querySelector("form"), true);
    form.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
    rename(form, code);
    relink(form, answer.url, code);
    lower(form);
    // Of many sheets, each is one region: their parts are called alike.
    for (const section of form.querySelectorAll("section")) section.removeAttribute("aria-labelledby");
    // What a letter is must stand alone on its page: its cautions and the foot go before it.
    form.querySelector(".draft")?.before(...form.querySelectorAll(".care, .foot"));
    planNumbers.mark(form);
    const title = element("h2", name);
    title.id = `${code}-title`;
    const part = element("section", title, form);
    part.classList.add("part");
    part.classList.toggle("letter", sheet.classList.contains("letter"));
    part.setAttribute("aria-labelledby", title.id);
    taken.set(code, part);
  };

  // ---- the pack ----

  const fillCover = () => {
    for (const field of ["name", "telephone"]) {
      pack.querySelector(`[data-${field}]`).textContent = root.querySelector(`#pack-${field}`).value.trim();
    }
  };

  const cover = (sheets, others, country) => {
    const numbers = pack.querySelector("[data-topics]");
    numbers.replaceChildren(...planNumbers.rowsOf(country, numbers.dataset.topics.split(" ")));
    pack.querySelector("[data-contents]").replaceChildren(
      ...sheets.map(({ code, name }) => {
        const link = element("a", name);
        link.href = `#${code}-title`;
        return element("li", link);
      }),
    );
    const read = pack.querySelector("[data-to-read]");
    read.hidden = !others.length;
    read.querySelector("ul").replaceChildren(...others.map(({ name }) => element("li", name)));
    fillCover();
  };

  const put = (sheets, others, country, paper) => {
    const isNew = !pack;
    pack ??= root.querySelector("[data-pack-frame]").content.firstElementChild.cloneNode(true);
    pack.querySelectorAll(".part").forEach((part) => part.remove());
    const parts = sheets.map(({ code }) => taken.get(code));
    for (const part of parts) planNumbers.fill(part, country, { topics: pack.querySelector("[data-topics]").dataset.topics.split(" "), without: pack.dataset.noNumber });
    pack.append(...parts, pack.querySelector(".tools"));
    cover(sheets, others, country);
    if (isNew) {
      root.append(pack);
      pack.addEventListener("input", ({ target }) => grow(target));
      pack.addEventListener("submit", (event) => event.preventDefault());
    }
    for (const part of parts) {
      part.querySelectorAll("textarea").forEach(grow);
      // Once: a letter that is taken again has kept its answers.
      part.querySelectorAll("[data-fills]").forEach((letter) => { if (part.querySelector("[data-goes-in][hidden]")) fillLetter(letter); });
    }
    for (const link of papers) link.media = link.dataset.paper === paper ? "print" : "none";
    document.documentElement.classList.add("print-all");
    root.dataset.state = "pack";
    const title = pack.querySelector("#cover");
    title.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  };

  const say = (what, isHelp) => {
    status.textContent = status.dataset[what] || "";
    ready.hidden = !isHelp;
  };

  const make = async (chosen, country, paper) => {
    const sheets = chosen.filter((one) => one.isSheet);
    const others = chosen.filter((one) => !one.isSheet);
    if (!sheets.length) return say("empty");
    if (!country) return say("country");
    say("making");
    try {
      for (const one of sheets) await take(one);
    } catch {
      return say("failed", true);
    }
    say("");
    return put(sheets, others, country, paper);
  };

  /** Makes all fields blank, and takes the document away where it is no longer wanted. */
  const clear = () => {
    for (const form of pack?.querySelectorAll("form") || []) form.reset();
    pack?.querySelectorAll("textarea").forEach(grow);
  };
  const discard = () => {
    clear();
    pack?.remove();
    pack = null;
    taken.clear();
    document.documentElement.classList.remove("print-all");
  };

  // On a disk no page can fetch another, and its address is of no use to anybody else.
  if (location.protocol === "file:") {
    say("disk", true);
    for (const part of root.querySelectorAll("[data-do='make'], [data-pass-on]")) part.hidden = true;
  }
  root.addEventListener("click", ({ target }) => {
    if (target.dataset?.do === "clear") unsaved.askIfAny("clear", clear);
    if (target.dataset?.do === "list") document.documentElement.classList.remove("print-all");
  });
  root.addEventListener("input", () => pack && fillCover());
  root.addEventListener("discard", discard);
  return { make };
})();
