/*
 * What is answered under "Think first" goes into the letter, in the place of the brackets that ask for it, while it is typed. What the
 * writer has changed in the letter since then is theirs and stays.
 */
"use strict";
const fillLetter = (letter) => {
  const LEAST = 3; // letters from which on words are looked for in the letter: fewer stand in other words

  /** One line, without a full stop where the sentence of the letter has its own. */
  const asSaid = (answer, bracket) => answer.trim().replace(/\s+/g, " ").replace(/\.$/, "") || bracket;

  /** Where words stand in the letter: where they were put, or else in the only place that has them. */
  const placeOf = (words, last) => {
    if (last >= 0 && letter.value.startsWith(words, last)) return last;
    const first = letter.value.indexOf(words);
    return words.length >= LEAST && first === letter.value.lastIndexOf(words) ? first : -1;
  };

  for (const [name, says] of Object.entries(JSON.parse(letter.dataset.fills))) {
    const prompt = letter.form.elements[name];
    const bracket = `[${says}]`;
    let stands = bracket;
    let last = -1;
    // Answers also come from a file, or go when the sheet is cleared.
    prompt.addEventListener("focus", () => { stands = asSaid(prompt.value, bracket); });
    prompt.addEventListener("input", () => {
      const next = asSaid(prompt.value, bracket);
      last = placeOf(stands, last);
      if (last < 0) return;
      letter.setRangeText(next, last, last + stands.length);
      stands = next;
      letter.parentElement.dataset.text = letter.value;
    });
  }
  letter.form.querySelector("[data-goes-in]").hidden = false;
};
document.querySelectorAll("[data-fills]").forEach(fillLetter);
