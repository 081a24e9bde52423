/*
 * The numbers of one country in the sheets of a pack. A sheet has those of all countries in a row; here each row becomes that of the
 * country that was chosen. A row is known by what it dials: the page of the plan has all numbers, topic by topic and country by country.
 */
"use strict";
const planNumbers = (() => {
  const ends = /[.!?]\s/; // between two numbers: they are not in one row
  const place = /^\s*\([^)]*\)/;
  const all = document.querySelector("[data-numbers]").content;
  const dialed = new Map();
  for (const row of all.querySelectorAll("[data-topic]")) {
    const hrefs = dialed.get(row.dataset.topic) || new Set();
    for (const link of row.querySelectorAll("a")) hrefs.add(link.getAttribute("href"));
    dialed.set(row.dataset.topic, hrefs);
  }
  const topicsOf = (links) => [...dialed.keys()].filter((topic) => links.every((link) => dialed.get(topic).has(link.getAttribute("href"))));

  const isNumber = (node) => node.nodeName === "A" && node.classList.contains("tel");
  const textBetween = (first, last) => {
    let text = "";
    for (let node = first.nextSibling; node && node !== last; node = node.nextSibling) {
      if (node.nodeType !== Node.TEXT_NODE) return null;
      text += node.data;
    }
    return text;
  };

  /** The rows of numbers among the children of an element, each of two links at least, with what it is about. */
  const rowsIn = (element) => {
    const rows = [];
    let row = [];
    const close = () => {
      if (row.length > 1) rows.push({ links: row, topic: topicsOf(row)[0] });
      row = [];
    };
    for (const link of [...element.children].filter(isNumber)) {
      const between = row.length ? textBetween(row.at(-1), link) : "";
      if (between === null || ends.test(between) || !topicsOf([...row, link]).length) close();
      row.push(link);
    }
    close();
    return rows;
  };

  /** Puts a mark in the place of a row, which goes with all its countries. */
  const marked = ({ links, topic }) => {
    const mark = document.createElement("span");
    mark.dataset.topic = topic;
    links[0].before(mark);
    const after = links.at(-1).nextSibling;
    if (after?.nodeType === Node.TEXT_NODE) after.data = mark.closest("dd") ? "" : after.data.replace(place, "");
    for (let node = mark.nextSibling; node && node !== after; node = mark.nextSibling) node.remove();
  };

  /** What is dialed for a topic in a country; null where nothing is known. */
  const numbersOf = (country, topic) =>
    all.querySelector(`[data-country="${country}"] [data-topic="${topic}"]`)?.cloneNode(true) || null;

  /** A strip that has a line for each country keeps that of the chosen one, or is given the numbers of one that it has not. */
  const fillStrip = (strip, country, topics) => {
    if (strip.querySelector("span[data-topic]")) return;
    strip.querySelectorAll("[data-topic]").forEach((line) => line.remove());
    const { short } = all.querySelector(`[data-country="${country}"]`).dataset;
    const lines = [...strip.children];
    for (const line of lines) line.hidden = line.querySelector("dt").textContent !== short;
    if (lines.every((line) => line.hidden)) strip.append(...rowsOf(country, topics));
  };

  /** The numbers of a country for some topics, a row each. */
  const rowsOf = (country, topics) => topics.map((topic) => numbersOf(country, topic)).filter(Boolean);

  const fill = (within, country, { topics, without }) => {
    within.querySelectorAll(".strip > dl").forEach((strip) => fillStrip(strip, country, topics));
    for (const mark of within.querySelectorAll("span[data-topic]")) {
      const numbers = numbersOf(country, mark.dataset.topic)?.querySelector("dd");
      mark.replaceChildren(...(numbers ? numbers.childNodes : [without]));
      const row = mark.closest(".strip > dl > div");
      if (row) row.hidden = !numbers;
    }
  };

  return {
    mark: (sheet) => {
      for (const element of new Set([...sheet.querySelectorAll("a.tel")].map((link) => link.parentElement))) rowsIn(element).forEach(marked);
    },
    fill,
    rowsOf,
  };
})();
