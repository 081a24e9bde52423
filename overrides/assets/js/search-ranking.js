/*
 * The ranking behind the search. How much a word tells is counted over pages: the fewer have it, the more. What counts most is where
 * it stands (title, other names, search words, headings, text), and whether a whole phrase that leads to a page was typed.
 */
"use strict";
(() => {
  const { take, words, slips, begins, allowed } = window.handbookSearch;
  const MOST = 20; // hits
  const LEAST = 0.22; // of the score of the first hit
  const FIELDS = { title: 10, names: 5, hidden: 1, headings: 2, line: 1.5 };
  const TEXT = 0.4; // what a step of a text's strength is worth beside them
  const ENOUGH = 3; // a strength from which more of the same word hardly helps
  const LIKE = { exact: 1, root: 0.85, same: 0.75, begun: 0.7, joined: 0.9, slip: 0.6 };
  const SOFT = 0.6, ROLE = 0.45, ROLE_AMONG_SOFT = 0.7; // beside a word that tells more
  const PHRASE = 1.3, LOOSE = 0.75, WHOLE = 1.6; // a phrase in its order, in another order, and one that is all that was typed
  const SINGLE = 0.3; // a phrase of one word
  const PREFERRED = 0.15, MOST_WEIGHT = 1.6, LAST = 0.6; // how much the weight of a page counts, up to where, and below 1
  const COVERED = 0.5; // how much depends on how many of the words a page has

  take("ranking", ({ language, count, batch, parts, records }) => {
    const stop = new Set(language.stop);
    const soft = new Set(language.soft);
    const roles = new Set(language.roles);
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

    /* ---- a query ---- */

    // Every word of the index that a typed word may mean, and how much it counts.
    const meant = (word, open) => {
      const found = new Map();
      const put = (other, like) => isKnown(other) && found.set(other, Math.max(found.get(other) || 0, like));
      const putAll = (one, like) => {
        put(one, like);
        for (const other of byRoot.get(rootOf(one)) || []) put(other, like * LIKE.root);
        for (const other of same.get(one) || []) if (other !== one) put(other, like * LIKE.same);
      };
      putAll(word, LIKE.exact);
      if (open) {
        for (const other of heads.keys()) if (other.startsWith(word)) put(other, LIKE.begun);
        if (word.length > 2) for (const other of texts.keys()) if (other.startsWith(word)) put(other, LIKE.begun);
      }
      if (!found.size) for (const other of slipped(word, open)) putAll(other, LIKE.slip);
      return found;
    };
    const slipped = (word, open) => {
      let limit = allowed(word), near = [];
      if (!limit) return near;
      for (const vocabulary of [heads, texts]) {
        for (const other of vocabulary.keys()) {
          if (other.length < 3 || !begins(word, other)) continue;
          const compared = open ? other.slice(0, Math.max(word.length, 3)) : other;
          const far = Math.min(slips(word, compared, limit), slips(word, other, limit));
          if (far < limit) { limit = far; near = []; }
          if (far === limit) near.push(other);
        }
      }
      return near;
    };
    // "wakeup" is "wake up".
    const halves = (word) => {
      for (let end = word.length - 2; end > 1; end -= 1) {
        const both = [word.slice(0, end), word.slice(end)];
        if (both.every((half) => (half.length > 2 && heads.has(half)) || stop.has(half)) && both.some((half) => !stop.has(half))) return both;
      }
      return [word];
    };

    const termsOf = (typed, open) => {
      const end = typed.length - 1;
      const parted = typed.flatMap((word, i) => (
        isKnown(word) || stop.has(word) || same.has(word) || (open && i === end) || word.length < 5 ? [[word, open && i === end]] : halves(word).map((half) => [half, false])
      ));
      const all = parted.map(([word]) => word);
      const telling = parted.filter(([word, last]) => !stop.has(word) || (last && parted.length === 1));
      const terms = (telling.length ? telling : parted).map(([word, last]) => ({ word, open: last, meant: meant(word, last) }));
      // "al anon" is also "alanon".
      for (let i = 1; i < all.length; i += 1) {
        const joined = all[i - 1] + all[i];
        if (!isKnown(joined)) continue;
        for (const term of terms) if (term.word === all[i - 1] || term.word === all[i]) term.meant.set(joined, LIKE.joined);
      }
      return terms;
    };

    const strengthsOf = ({ meant: list }) => {
      const found = new Map();
      const put = (number, strength, like) => {
        const value = like * strength / (strength + ENOUGH);
        if (value > (found.get(number) || 0)) found.set(number, value);
      };
      for (const [word, like] of list) {
        const head = heads.get(word), text = texts.get(word)?.places;
        for (const [number, strength] of head || []) put(number, strength + TEXT * (text?.get(number) || 0), like);
        for (const [number, strength] of text || []) if (!head?.has(number)) put(number, TEXT * strength, like);
      }
      return found;
    };

    const weigh = (terms) => {
      const isSoft = ({ word }) => soft.has(word);
      const isRole = ({ word }) => roles.has(word);
      const tells = terms.some((term) => !isSoft(term) && !isRole(term) && term.meant.size);
      const softTells = terms.some((term) => isSoft(term));
      for (const term of terms) {
        term.found = strengthsOf(term);
        const counted = Math.max(term.found.size, ...[...term.meant.keys()].map((word) => texts.get(word)?.count || 0));
        term.tells = Math.log(1 + count / Math.max(counted, 1));
        if (isRole(term)) term.tells *= tells ? ROLE : softTells ? ROLE_AMONG_SOFT : 1;
        else if (isSoft(term)) term.tells *= tells ? SOFT : 1;
      }
    };

    // What whole phrases add to pages: a page's best one.
    const phrased = (terms) => {
      const at = new Map();
      terms.forEach(({ meant: list, word }, i) => {
        for (const root of new Set([rootOf(word), ...[...list].filter(([, like]) => like >= LIKE.slip * LIKE.same).map(([other]) => rootOf(other))])) {
          if (!at.has(root)) at.set(root, i);
        }
      });
      const best = new Map();
      for (const phrase of new Set([...at.keys()].flatMap((root) => phrases.get(root) || []))) {
        if (!phrase.roots.every((root) => at.has(root))) continue;
        const places = phrase.roots.map((root) => at.get(root));
        const ordered = places.every((place, i) => i === 0 || place >= places[i - 1]);
        const value = [...new Set(places)].reduce((sum, place) => sum + terms[place].tells, 0);
        const whole = new Set(places).size === terms.length;
        const worth = value * (ordered ? PHRASE : LOOSE) * (whole ? WHOLE : 1) * (phrase.roots.length > 1 ? 1 : SINGLE);
        if (worth > (best.get(phrase.number) || 0)) best.set(phrase.number, worth);
      }
      return best;
    };

    const scored = (terms) => {
      const all = terms.reduce((sum, term) => sum + term.tells, 0) || 1;
      const scores = new Map(), covered = new Map();
      const put = (map, number, value) => map.set(number, (map.get(number) || 0) + value);
      for (const { found, tells } of terms) {
        for (const [number, value] of found) {
          put(scores, number, value * tells);
          put(covered, number, tells);
        }
      }
      for (const [number, value] of phrased(terms)) put(scores, number, value);
      return [...scores].map(([number, score]) => {
        const weight = pages.get(number)?.weight ?? 1;
        return [number, score * (1 - COVERED + COVERED * (covered.get(number) || 0) / all) * (weight < 1 ? weight ** LAST : Math.min(weight, MOST_WEIGHT) ** PREFERRED)];
      }).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    };

    // The page's own headings that have a word which tells something, and which the title does not have.
    const placesIn = (page, terms) => {
      const best = Math.max(...terms.map((term) => term.tells));
      const title = new Set(words(page.title).map(rootOf));
      const asked = new Set(terms.filter(({ tells }) => tells > best / 2).map(({ word }) => rootOf(word)).filter((root) => !title.has(root)));
      return page.places.filter(([, heading]) => words(heading).some((word) => asked.has(rootOf(word)))).slice(0, 2);
    };

    const missingFor = (terms, scores) => {
      const wanted = terms.filter(({ word, open }) => !open || word.length > 2).map(({ word }) => pieceOf(word)).filter(Boolean);
      const pieces = [["headings", "search/headings.js"], ...wanted.map((name) => [`words-${name}`, `search/words-${hex(name)}.js`])];
      const batches = scores.slice(0, MOST / 2).filter(([number]) => !pages.has(number))
        .map(([number]) => `more-${Math.floor((number - known) / batch)}`).map((name) => [name, `search/${name}.js`]);
      const all = pieces.filter(([name]) => !loaded.has(name));
      // Which pages are wanted is known when all words are.
      return all.length ? [...new Map(all)] : [...new Map(batches.filter(([name]) => !loaded.has(name)))];
    };

    const find = (typed, open) => {
      const terms = termsOf(typed, open);
      weigh(terms);
      const scores = scored(terms);
      const least = (scores[0]?.[1] || 0) * LEAST;
      const good = scores.filter(([number, score]) => score >= least && pages.has(number));
      const hits = good.slice(0, MOST).map(([number]) => ({ ...pages.get(number), places: placesIn(pages.get(number), terms) }));
      return { hits, all: good.length, missing: missingFor(terms, scores) };
    };

    return { find, add };
  });
})();
