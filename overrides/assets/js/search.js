/*
 * The search: a combobox, in a dialog or on the page itself. In danger it answers from the words in search/dangers.js, which came with the page. The rest
 * is loaded when the field has the focus: first a record for each page, then pieces of the full text as words need them. What is typed
 * never leaves the page.
 */
"use strict";
(() => {
  const dialog = document.getElementById("search");
  if (!dialog?.showModal) return;
  const { root, load, words, answers, arranged, emergency } = window.handbookSearch;
  const { none, one, other, most, busy, failed } = dialog.dataset;

  const closer = dialog.querySelector("[data-close]");

  // A page that has a place for it is searched there, and needs no dialog. Without scripts that place is a link.
  const here = document.querySelector("[data-search-here]");
  if (here) {
    const label = dialog.querySelector("label");
    label.textContent = dialog.querySelector("input").placeholder = here.textContent;
    label.className = "unseen";
    closer.remove();
    here.replaceChildren(...dialog.querySelectorAll("form, [data-results]"));
    here.id = dialog.id;
    Object.assign(here.dataset, dialog.dataset);
    dialog.remove();
  } else {
    // What lies behind a dialog cannot be reached: the way out comes along.
    dialog.prepend(document.querySelector("nav.bar").cloneNode(true));
    dialog.querySelector(".skip").remove();
  }
  const box = here || dialog;
  const input = box.querySelector("input");
  const status = box.querySelector("[data-status]");
  const spoken = box.querySelector("[data-spoken]");
  const found = box.querySelector("#found");
  const hits = box.querySelector(".hits");
  const urgent = box.querySelector("[data-urgent]");
  const waysOn = box.querySelector("[data-ways-on]");
  const PAUSE = 900; // milliseconds without a key, after which the count is said

  /* ---- what is shown ---- */

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  // From a disk, a folder shows no page by itself.
  const page = (address) => location.protocol === "file:" ? address.replace(/(^|\/)(?=#|$)/, "$1index.html") : address;
  const linkTo = (address, title) => {
    const link = element("a", title);
    link.href = new URL(page(address), root).href;
    return link;
  };
  const hit = ({ address, title, kind, line, places }) => {
    const row = document.createElement("li");
    const heading = document.createElement("h2");
    heading.append(linkTo(address, title));
    if (kind) heading.append(" ", element("span", kind, "kind"));
    row.append(heading);
    if (line) row.append(element("p", line));
    for (const [anchor, words] of places || []) {
      const place = document.createElement("p");
      place.append(linkTo(`${address}#${anchor}`, words));
      row.append(place);
    }
    return row;
  };

  let pause = 0;
  const say = (text) => {
    status.textContent = text;
    clearTimeout(pause);
    // Not each key is said, but what is there when the reader stops.
    pause = setTimeout(() => { spoken.textContent = text; }, PAUSE);
  };
  const counted = (number, all) => number === 1 ? one : (all > number ? most : other).replace("#", number);

  const show = (pinned, list, state) => {
    const pages = new Map(list.hits.map((page) => [page.address, page]));
    const titles = new Map([...pinned, emergency()].filter(Boolean));
    const { all, isUrgent } = arranged(pinned.map(([address]) => address), [...pages.keys()]);
    const rows = all.map((address) => hit(titles.has(address) ? { address, title: titles.get(address) } : pages.get(address)));
    for (const [i, address] of all.entries()) if (titles.has(address)) rows[i].className = "pinned";
    const isFirst = hits.childElementCount === 0;
    hits.replaceChildren(...rows);
    urgent.hidden = !isUrgent;
    const number = rows.length;
    found.hidden = !number;
    // Above the keys of a telephone there is little room: what is found comes into view.
    if (here && isFirst && number) here.scrollIntoView();
    input.setAttribute("aria-expanded", String(number > 0));
    const isEmpty = input.value.trim() === "";
    waysOn.hidden = isEmpty || state === busy || (number > 0 && state !== failed);
    say(isEmpty ? "" : state || (number ? counted(number, number + list.all - list.hits.length) : none));
  };

  /* ---- asking ---- */

  let ranking = null;
  const ready = () => {
    ranking ??= Promise.all([load("pages", "search/pages.js"), load("index", "assets/js/search-index.js"), load("ranking", "assets/js/search-ranking.js")])
      .then(([pages, index, rank]) => rank(index(pages)))
      .catch((error) => { ranking = null; throw error; });
    return ranking;
  };

  const nothing = { hits: [], all: 0, missing: [] };
  let turn = 0;
  let list = nothing;
  const ask = async () => {
    const mine = turn += 1;
    const typed = words(input.value);
    const open = /[\p{L}\p{M}\p{N}'’`]$/u.test(input.value);
    if (!typed.length) return show([], nothing, "");
    const pinned = answers(typed, open, false);
    show(pinned, list, busy);
    try {
      const rank = await ready();
      while (mine === turn) {
        list = rank.find(typed, open);
        if (!list.missing.length) break;
        show(pinned, list, busy);
        await Promise.all(list.missing.map(([name, address]) => load(name, address).then((data) => rank.add(name, data))));
      }
      if (mine === turn) show(pinned.length || list.hits.length ? pinned : answers(typed, open, true), list, "");
    } catch (error) {
      console.error(error);
      if (mine === turn) show(pinned, list, failed);
    }
    return undefined;
  };

  /* ---- keys, opening and closing ---- */

  const empty = () => {
    input.value = "";
    turn += 1;
    list = nothing;
    show([], nothing, "");
    clearTimeout(pause);
    spoken.textContent = "";
  };
  const open = () => {
    if (!here) dialog.showModal();
    input.focus();
  };
  const close = () => here ? empty() : dialog.close();

  input.addEventListener("focus", () => { ready().catch(() => {}); });
  input.addEventListener("input", ask);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });

  const step = { ArrowDown: 1, ArrowUp: -1 };
  box.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      if (found.contains(document.activeElement)) input.focus();
      else close();
    } else if (step[event.key] && links.length && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      const next = at + step[event.key];
      if (at < 0 && next < -1) links.at(-1).focus();
      else (links[next] || (next < 0 ? input : links[at])).focus();
    }
  });

  closer.addEventListener("click", close);
  dialog.addEventListener("close", empty);
  // A link to a place on the same page must not stay behind the dialog.
  hits.addEventListener("click", (event) => event.target.closest("a") && close());

  const opener = document.getElementById("search-button");
  // Without scripts it is a link to the list of all pages.
  opener.setAttribute("role", "button");
  const begin = (event) => {
    event.preventDefault();
    open();
  };
  opener.addEventListener("click", begin);
  opener.addEventListener("keydown", (event) => { if (event.key === " ") begin(event); });
})();
