/*
 * In danger the search answers from search/dangers.js, which comes with every page, before anything else is loaded. A phrase is a
 * list of places, and a place a list of words that can stand there.
 */
"use strict";
(() => {
  const { given, slips, begins } = window.handbookSearch;
  const GAP = 2; // other words that may stand between the words of a phrase
  const SLIPS_FROM = 6; // letters of a word from which on a slip is understood
  const FIRST = 3; // places in which a danger must be answered
  let meant = new Set(); // words that are meant as they stand, however near to another

  // How a typed word fits a place of a phrase: wholly, or as its beginning when it is still being typed.
  const fits = (place, typed, last, letters) => place.some((word) => word === typed
    || (last && typed.length >= Math.min(letters, word.length - 1) && word.startsWith(typed))
    || (word.length >= SLIPS_FROM && !meant.has(typed) && begins(word, typed) && slips(word, typed, 1) === 1));

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

  let data = null;
  const known = () => {
    if (data || !given.has("dangers")) return data;
    const { emergency, others, dangers } = given.get("dangers").data;
    const split = (phrases) => phrases.split(",").map((phrase) => phrase.split(" ").map((place) => place.split("/")));
    data = { emergency, dangers: dangers.map(([pages, phrases]) => ({ pages, phrases: split(phrases) })) };
    meant = new Set([...others.split(" "), ...data.dangers.flatMap(({ phrases }) => phrases.flat(2))]);
    return data;
  };

  // The addresses and titles of the pages that answer: two for the danger of the longest phrase, or of those of any beginning of a word.
  const answers = (typed, open, anyBeginning) => {
    const dangers = known()?.dangers || [];
    const fit = dangers.map(({ pages, phrases }) => (
      { pages, length: Math.max(0, ...phrases.filter((phrase) => isIn(phrase, typed, open)).map((phrase) => phrase.length)) }
    )).filter(({ length }) => length).sort((a, b) => b.length - a.length);
    if (fit.length) return [...fit[0].pages, ...fit.slice(1).map(({ pages }) => pages[0])].slice(0, 2);
    const end = typed.at(-1);
    const begun = anyBeginning && end && dangers.find(({ phrases }) => phrases.flat(2).some((word) => word.startsWith(end)));
    return begun ? begun.pages : [];
  };

  // Addresses in the order in which they are shown. Where a danger was typed, or most of the first three are first aid, the page of all
  // emergencies is among them.
  const isFirstAid = (address) => address.startsWith("first-aid/");
  const arranged = (pinned, others) => {
    const all = [...new Set([...pinned, ...others])];
    const { emergency, dangers } = known() || { dangers: [] };
    const firstAid = new Set(dangers.flatMap(({ pages }) => pages.map(([address]) => address)).filter(isFirstAid));
    const isUrgent = pinned.length > 0 || all.slice(0, FIRST).filter((address) => firstAid.has(address)).length > FIRST / 2;
    if (!isUrgent || !emergency || all.slice(0, FIRST).includes(emergency[0])) return { all, isUrgent };
    const rest = all.filter((address) => address !== emergency[0]);
    rest.splice(FIRST - 1, 0, emergency[0]);
    return { all: rest, isUrgent };
  };

  Object.assign(window.handbookSearch, { answers, arranged, emergency: () => known()?.emergency });
})();
