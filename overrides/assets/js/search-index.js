/*
 * What the search has loaded: pages, the words of their heads and texts, and the phrases that lead to them. All grow as pieces of the
 * full text come in.
 */
"use strict";
(() => {
  const { take, words } = window.handbookSearch;
  const FIELDS = { title: 14, names: 5, hidden: 1, headings: 2, line: 1.7 }; // how much a word tells in each

  take("index", ({ language, count, batch, parts, records }) => {
    const stop = new Set(language.stop);
    const endings = new RegExp(language.endings);
    const named = new Set(parts.split(" "));
    const known = records.length;
    const pages = new Map(); // number → page
    const heads = new Map(); // word → page's number → strength
    const texts = new Map(); // word → { count, places: page's number → strength }
    const byRoot = new Map(); // root → words
    const phrases = new Map(); // root → phrases that hold it
    const loaded = new Set();
    const same = new Map();
    for (const group of language.same) for (const word of group) same.set(word, group);

    /* ---- words ---- */

    const cut = (word) => {
      const short = word.replace(endings, "");
      return short.length > 3 ? short : word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
    };
    // "stopped" and "stop", "gambling" and "gamble" have one root; it need not be a word.
    const roots = new Map();
    const rootOf = (word) => {
      if (!roots.has(word)) roots.set(word, cut(word).replace(/(.)\1$/u, "$1").replace(/(?<=...)[ey]$/u, ""));
      return roots.get(word);
    };
    const isKnown = (word) => heads.has(word) || texts.has(word);
    const learn = (word) => {
      const root = rootOf(word);
      if (!byRoot.has(root)) byRoot.set(root, new Set());
      byRoot.get(root).add(word);
    };

    /* ---- what is loaded ---- */

    const addHead = (text, number, strength) => {
      const joined = (text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) || []).map((word) => words(word.replace(/-/g, ""))[0]);
      for (const word of [...words(text), ...joined]) {
        if (!heads.has(word)) { heads.set(word, new Map()); learn(word); }
        const places = heads.get(word);
        places.set(number, Math.max(places.get(number) || 0, strength));
      }
    };
    const addPhrase = (text, number) => {
      const all = words(text);
      const telling = all.filter((word) => !stop.has(word));
      const phrase = { number, roots: [...new Set((telling.length ? telling : all).map(rootOf))] };
      for (const root of phrase.roots) phrases.set(root, [...(phrases.get(root) || []), phrase]);
    };
    const addRecord = (record, number) => {
      const [address, title, kind = "", weight = 1, line = "", names = [], hidden = []] = record;
      pages.set(number, { address, title, kind, weight, line, places: [] });
      const fields = { title: [title], names, hidden, line: [line] };
      for (const [field, list] of Object.entries(fields)) for (const text of list) addHead(text, number, FIELDS[field]);
      for (const text of [title, ...names, ...hidden]) addPhrase(text, number);
    };
    const addHeadings = (headings, number) => {
      for (const heading of headings) {
        const space = heading.indexOf(" ");
        pages.get(number).places.push([heading.slice(0, space), heading.slice(space + 1)]);
        addHead(heading.slice(space + 1), number, FIELDS.headings);
      }
    };
    const addText = (text) => {
      for (const row of text.split("\n")) {
        const [word, all, ...steps] = row.split(" ");
        const places = new Map();
        let number = 0;
        for (const step of steps) {
          const [far, strength] = step.split(":");
          number += Number(far);
          places.set(number, Number(strength || 1));
        }
        texts.set(word, { count: Number(all) || places.size, places });
        learn(word);
      }
    };
    const add = (name, data) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      if (name.startsWith("words-")) addText(data);
      else if (name === "headings") data.forEach(addHeadings);
      else data.forEach((record, i) => addRecord(record, known + Number(name.slice("more-".length)) * batch + i));
    };
    records.forEach(addRecord);

    // The piece of the full text that holds a word, if there is one.
    const pieceOf = (word) => {
      for (let end = word.length; end > 0; end -= 1) if (named.has(word.slice(0, end))) return word.slice(0, end);
      return "";
    };
    const hex = (text) => Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("");

    // The files that would tell more about these words and pages, and are not loaded: a name for each, and where it is.
    const missing = (asked, numbers) => {
      const pieces = [["headings", "search/headings.js"]];
      for (const name of asked.map(pieceOf)) if (name) pieces.push([`words-${name}`, `search/words-${hex(name)}.js`]);
      const batches = numbers.filter((number) => !pages.has(number))
        .map((number) => `more-${Math.floor((number - known) / batch)}`).map((name) => [name, `search/${name}.js`]);
      const unread = (list) => [...new Map(list.filter(([name]) => !loaded.has(name)))];
      // Which pages are wanted is known when all words are.
      return unread(pieces).length ? unread(pieces) : unread(batches);
    };

    return { language, count, pages, heads, texts, byRoot, phrases, stop, same, rootOf, isKnown, add, missing };
  });
})();
