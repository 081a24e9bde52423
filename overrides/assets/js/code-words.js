/* Codes in an address, as they are typed or passed on: "#W16", "#w1.wO6". Two pages read them: that of all codes, and the plan. */
"use strict";
const codeWords = (() => {
  /** A code as it is printed: "w1", "wO1" and "W001" are W01. */
  const written = (typed) => {
    const [, letter, number] = /^([A-Z])([\dO]+)$/.exec(typed.toUpperCase()) || [];
    return letter ? letter + String(Number(number.replace(/O/g, "0"))).padStart(2, "0") : typed.toUpperCase();
  };
  const inAddress = () => {
    let text = location.hash.slice(1);
    try {
      text = decodeURIComponent(text);
    } catch {
      // is read as it stands
    }
    return [...new Set(text.split(/[^a-z\d]+/i).filter(Boolean).map(written))];
  };
  return { inAddress };
})();
