/* The list of the plan: what the answers add, or what the codes in an address name. Each row can be unticked, and others added. */
"use strict";
const planList = (() => {
  const root = document.querySelector("[data-plan]");
  const list = root.querySelector("[data-list]");
  const unknown = root.querySelector("[data-unknown]");
  const packs = root.querySelector("[data-packs]");
  const check = root.querySelector(".check > li");
  const frame = (name) => root.querySelector(`[data-${name}]`).content.firstElementChild.cloneNode(true);
  const nameOf = (link) => link.textContent.trim();

  // ---- rows ----

  const row = (link, said) => {
    const made = frame("row");
    const box = made.querySelector("input");
    Object.assign(made.dataset, link.dataset, { href: link.getAttribute("href") });
    box.value = link.dataset.code || "";
    box.checked = true;
    made.querySelector("label > span").textContent = nameOf(link);
    const why = said.cloneNode(true);
    const facts = why.querySelector(".takes");
    if (facts) made.querySelector("[data-facts]").append(...facts.childNodes);
    facts?.remove();
    made.querySelector("[data-why]").append(...why.childNodes);
    made.querySelector("a").href = link.getAttribute("href");
    made.querySelector("a").setAttribute("aria-label", `${made.querySelector("a").textContent} ${nameOf(link)}`);
    return made;
  };
  /** The safety check stays: it has no box to untick. */
  const firstRow = () => {
    const made = row(check.querySelector("a"), check.querySelector(".about"));
    const name = document.createElement("strong");
    name.textContent = nameOf(check.querySelector("a"));
    made.querySelector("label").replaceWith(name);
    made.querySelector("[data-facts]").prepend(list.dataset.first, " ");
    return made;
  };

  const show = (rows, isChecked) => {
    list.replaceChildren(...(isChecked ? [firstRow()] : []), ...rows);
    const codes = new Set(rows.map((one) => one.dataset.code));
    for (const box of all) box.checked = codes.has(box.value);
  };

  // ---- where they come from ----

  const fromAnswers = (given) => {
    const names = new Set(given.map((input) => input.value));
    const isAdded = ({ dataset }) => !dataset.beside || dataset.beside.split(" ").some((name) => names.has(name));
    const adds = given.flatMap((input) => [...input.closest(".answer").querySelectorAll(".adds > [data-place]")]).filter(isAdded);
    adds.sort((one, other) => one.dataset.place - other.dataset.place);
    const once = new Map();
    for (const one of adds) once.set(one.querySelector("a").href, once.get(one.querySelector("a").href) || one);
    unknown.hidden = true;
    offer(given.flatMap((input) => [...input.closest(".answer").querySelectorAll("[data-pack] a")]));
    show([...once.values()].map((one) => row(one.querySelector("a"), one.querySelector(".about"))), !given.some((input) => "unchecked" in input.dataset));
  };

  const fromCodes = (codes) => {
    const link = (code) => root.querySelector(`a[data-code="${CSS.escape(code)}"]`);
    const found = codes.filter(link);
    const lost = codes.filter((code) => !found.includes(code));
    unknown.hidden = !lost.length;
    unknown.textContent = lost.map((code) => unknown.dataset.unknown.replace("#", () => code)).join(" ");
    offer([]);
    show(found.filter((code) => code !== check.querySelector("a").dataset.code).map((code) => row(link(code), aboutOf(link(code)))), true);
  };

  /** The reason beside a code depends on an answer that was not given here; how long it takes does not. */
  const aboutOf = (link) => {
    const about = document.createElement("span");
    about.append(link.parentElement.querySelector(".takes")?.cloneNode(true) || "");
    return about;
  };

  const offer = (links) => {
    packs.hidden = !links.length;
    packs.querySelector("ul").replaceChildren(
      ...links.filter((link, at) => links.findIndex((other) => other.href === link.href) === at).map((link) => {
        const item = document.createElement("li");
        item.append(link.cloneNode(true));
        return item;
      }),
    );
  };

  // ---- all sheets and letters, to add one ----

  const items = [...root.querySelectorAll("[data-all] > li")];
  const all = items.filter((item) => item.querySelector("a").dataset.code !== check.querySelector("a").dataset.code).map((item) => {
    const link = item.querySelector("a");
    const label = frame("row").querySelector("label");
    const box = label.querySelector("input");
    box.value = link.dataset.code;
    label.querySelector("span").textContent = nameOf(link);
    link.hidden = true;
    item.prepend(label);
    return box;
  });
  // Before plan.js, which tells what is chosen then.
  root.querySelector("form").addEventListener("change", ({ target }) => {
    if (target.closest("[data-list]")) {
      for (const box of all) if (box.value && box.value === target.value) box.checked = target.checked;
    } else if (all.includes(target)) {
      const there = list.querySelector(`input[value="${target.value}"]`);
      if (there) there.checked = target.checked;
      else if (target.checked) {
        const link = target.closest("li").querySelector("a");
        list.append(row(link, aboutOf(link)));
      }
    }
  });

  /** What is chosen, in order: code, name, address, and whether it can be part of a pack. */
  const chosen = () =>
    [...list.children]
      .filter((one) => one.querySelector("input")?.checked ?? true)
      .map((one) => ({
        code: one.dataset.code || "",
        name: one.querySelector("label > span, strong").textContent,
        href: one.dataset.href,
        isSheet: "sheet" in one.dataset,
      }));

  return { fromAnswers, fromCodes, chosen };
})();
