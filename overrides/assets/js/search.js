/*
 * The search: a dialog with a combobox. In danger it answers from the words in search/dangers.js, which came with the page. The rest
 * is loaded when the dialog opens: first a record for each page, then pieces of the full text as words need them. What is typed
 * never leaves the page.
 */
"use strict";
(() => {
  const dialog = document.getElementById("search");
  if (!dialog?.showModal) return;
  const { none, one, other, most, busy, failed } = dialog.dataset;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[data-status]");
  const spoken = dialog.querySelector("[data-spoken]");
  const found = dialog.querySelector("#found");
  const hits = dialog.querySelector(".hits");
  const urgent = dialog.querySelector("[data-urgent]");
  const waysOn = dialog.querySelector("[data-ways-on]");
  const here = new URL(document.currentScript.src);
  const root = new URL("../../", here);
  const PAUSE = 900; // milliseconds without a key, after which the count is said
  const GAP = 2; // other words that may stand between the words of an urgent phrase

  /* ---- data: each file is a script that hands it over ---- */

  const given = new Map();
  const load = (name, address) => {
    if (!given.has(name)) {
      let hand;
      const data = new Promise((resolve, reject) => {
        hand = resolve;
        const script = document.createElement("script");
        script.src = new URL(address, root).href;
        // A failure is not kept: the next key tries again.
        script.onerror = () => { given.delete(name); script.remove(); reject(new Error(name)); };
        document.head.append(script);
      });
      given.set(name, { data, hand });
    }
    return given.get(name).data;
  };
  const take = (name, data) => given.has(name) ? given.get(name).hand(data) : given.set(name, { data });

  /* ---- words ---- */

  // Lower case, no accents, no apostrophes: "Won’t" and "wont" are one word.
  const fold = (word) => word.normalize("NFD").replace(/[\p{M}'’`]/gu, "").toLowerCase();
  const words = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`]*/gu) || []).map(fold);

  // How many letters are wrong, left out, too many or swapped with their neighbor: up to `limit`, else more.
  const slips = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };
  // Nobody slips in the first letter, but for a swap with the second.
  const begins = (a, b) => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
  const allowed = (word) => word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

  window.handbookSearch = { take, words, slips, begins, allowed };

  /* ---- danger ---- */

  // How a typed word fits a place of a phrase: wholly, or as its beginning when it is still being typed.
  const fits = (place, typed, last, letters) => place.some((word) => word === typed
    || (last && typed.length >= Math.min(letters, word.length - 1) && word.startsWith(typed))
    || (word.length > 5 && begins(word, typed) && slips(word, typed, 1) === 1));

  const isIn = (phrase, typed, open) => {
    const from = (place, start, end) => {
      if (place === phrase.length) return true;
      for (let i = start; i < Math.min(end, typed.length); i += 1) {
        const last = open && i === typed.length - 1;
        if (fits(phrase[place], typed[i], last, phrase.length > 1 ? 3 : 5) && from(place + 1, i + 1, i + 2 + GAP)) return true;
      }
      return false;
    };
    return from(0, 0, typed.length);
  };

  let dangers = null;
  const answers = (typed, open, anyBeginning) => {
    dangers ??= (given.get("dangers")?.data || []).map(([pages, phrases]) => (
      { pages, phrases: phrases.split(",").map((phrase) => phrase.split(" ").map((place) => place.split("/"))) }
    ));
    const fit = dangers.map(({ pages, phrases }) => (
      { pages, length: Math.max(0, ...phrases.filter((phrase) => isIn(phrase, typed, open)).map((phrase) => phrase.length)) }
    )).filter(({ length }) => length).sort((a, b) => b.length - a.length);
    if (fit.length) return [...fit[0].pages, ...fit.slice(1, 2).map(({ pages }) => pages[0])];
    const end = typed.at(-1);
    const begun = anyBeginning && end && dangers.find(({ phrases }) => phrases.flat(2).some((word) => word.startsWith(end)));
    return begun ? begun.pages : [];
  };

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
    pause = setTimeout(() => { if (dialog.open) spoken.textContent = text; }, PAUSE);
  };
  const counted = (number, all) => number === 1 ? one : (all > number ? most : other).replace("#", number);

  const show = (pinned, list, state) => {
    const rows = pinned.map(([address, title]) => hit({ address, title }));
    for (const row of rows) row.className = "pinned";
    const there = new Set(pinned.map(([address]) => address));
    const others = list.hits.filter(({ address }) => !there.has(address));
    hits.replaceChildren(...rows, ...others.map(hit));
    urgent.hidden = !pinned.length;
    const number = rows.length + others.length;
    found.hidden = !number;
    input.setAttribute("aria-expanded", String(number > 0));
    const empty = input.value.trim() === "";
    waysOn.hidden = empty || state === busy || (number > 0 && state !== failed);
    say(empty ? "" : state || (number ? counted(number, number + list.all - list.hits.length) : none));
  };

  /* ---- asking ---- */

  let ranking = null;
  const ready = () => {
    ranking ??= Promise.all([load("ranking", new URL("search-ranking.js", here)), load("pages", "search/pages.js")])
      .then(([rank, pages]) => rank(pages))
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

  /* ---- the dialog and its keys ---- */

  input.addEventListener("input", ask);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });

  const step = { ArrowDown: 1, ArrowUp: -1 };
  dialog.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      if (found.contains(document.activeElement)) input.focus();
      else dialog.close();
    } else if (step[event.key] && links.length && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      const next = at + step[event.key];
      if (at < 0 && next < -1) links.at(-1).focus();
      else (links[next] || (next < 0 ? input : links[at])).focus();
    }
  });

  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    input.value = "";
    turn += 1;
    list = nothing;
    show([], nothing, "");
    spoken.textContent = "";
  });
  // A link to a place on the same page must not stay behind the dialog.
  hits.addEventListener("click", (event) => event.target.closest("a") && dialog.close());

  for (const opener of document.querySelectorAll("[data-search]")) {
    opener.hidden = false;
    // Without scripts it is a link to the list of all pages.
    if (opener.href) opener.setAttribute("role", "button");
    const begin = (event) => {
      event.preventDefault();
      dialog.showModal();
      input.focus();
      ready().catch(() => {});
    };
    opener.addEventListener("click", begin);
    opener.addEventListener("keydown", (event) => { if (event.key === " " && opener.href) begin(event); });
  }
})();
