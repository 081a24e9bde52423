/*
 * What the parts of the search share: how they get their data, and what a word is. Each file of data is a script that hands it over
 * with `take`; a page opened from a disk may load scripts, but read no files.
 */
"use strict";
(() => {
  const root = new URL("../../", document.currentScript.src);

  /* ---- data ---- */

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

  window.handbookSearch = { root, given, load, take, words, slips, begins, allowed };
})();
