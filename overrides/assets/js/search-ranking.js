/*
 * The ranking behind the search. How much a word tells is counted over pages: the fewer have it, the more. What counts most is where
 * it stands (title, other names, search words, headings, text), and whether a whole phrase that leads to a page was typed.
 */
"use strict";
(() => {
  const { take, words, slips, begins, allowed } = window.handbookSearch;
  const MOST = 20; // hits
  const LEAST = 0.22; // of the score of the first hit
  const TEXT = 0.38; // what a step of a text's strength is worth beside them
  const ENOUGH = 3; // a strength from which more of the same word hardly helps
  const LIKE = { exact: 1, root: 0.57, same: 0.98, begun: 0.7, joined: 0.9, slip: 0.45 };
  const SOFT = 0.65, ROLE = 0.74, ROLE_AMONG_SOFT = 0.88; // beside a word that tells more
  const PHRASE = 0.9, LOOSE = 0.27, WHOLE = 1.6; // a phrase in its order, in another order, and one that is all that was typed
  const SINGLE = 0.3; // a phrase of one word
  const PREFERRED = 0.15, MOST_WEIGHT = 1.6, LAST = 0.41; // how much the weight of a page counts, up to where, and below 1
  const COVERED = 0.5; // how much depends on how many of the words a page has

  take("ranking", (index) => {
    const { count, pages, heads, texts, byRoot, phrases, stop, same, rootOf, isKnown } = index;
    const soft = new Set(index.language.soft);
    const roles = new Set(index.language.roles);

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
      const asked = terms.filter(({ word, open }) => !open || word.length > 2).map(({ word }) => word);
      return index.missing(asked, scores.slice(0, MOST / 2).map(([number]) => number));
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

    return { find, add: index.add };
  });
})();
