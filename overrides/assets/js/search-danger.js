/*
 * In danger the search answers from search/dangers.js, which comes with every page, before anything else is loaded. A phrase is a
 * list of places, and a place a list of words that can stand there.
 */
"use strict";
(() => {
  const { given, slips, begins } = window.handbookSearch;
  const GAP = 2; // other words that may stand between the words of a phrase

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
  // The addresses and titles of the pages that answer; of any page whose words begin so, where nothing else is found.
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

  window.handbookSearch.answers = answers;
})();
