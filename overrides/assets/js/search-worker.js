/*
 * The ranking behind the search: takes a query, and gives back one list of records a page, the page itself first. The page shows
 * `title` and `text` as HTML, so everything is escaped here.
 *
 * Nothing is fetched before the first query that is not empty. Queries never leave this file.
 */
"use strict";

// What is said comes with the address of this file, behind the "#".
const SAYS = Object.fromEntries(new URLSearchParams(self.location.hash.slice(1)));
const ROOT = new URL("../../", self.location.href);
const MOST_PAGES = 20;
const MOST_SECTIONS = 3;
const EXCERPT = 180; // characters

/* ---- words ---- */

// Lower case, no accents, no apostrophes: "Won’t" and "wont" are one word.
const fold = (word) => word.normalize("NFD").replace(/[\p{M}'’`]/gu, "").toLowerCase();
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`]*/gu;
const words = (text) => (text.match(WORD) || []).map(fold);

// The root of a word is asked for as well; the word itself still counts more.
const withRoot = (ending) => (word) => {
  const root = word.replace(ending, "");
  return root !== word && root.length > 3 ? [word, root] : [word];
};

// "Al-Anon" is found as "al", "anon" and "alanon".
const indexedWords = (text) => {
  const joined = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) || [];
  return words(text).concat(joined.map((word) => fold(word.replace(/-/g, ""))));
};

const escaped = (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/* ---- index ---- */

const pageOf = (location) => location.split("#")[0];
// A location is an address inside this site, never "https://…", "//…" or "javascript:…".
const isInside = (location) => typeof location === "string" && !/^\s*([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(location);

async function load() {
  const answer = await fetch(new URL("search/handbook.json", ROOT));
  if (!answer.ok) throw new Error(`search index: ${answer.status}`);
  const { docs, language } = await answer.json();
  if (!self.MiniSearch) importScripts(new URL("assets/vendor/minisearch/index.js", ROOT).href);

  const records = docs.filter((doc) => isInside(doc.location)).map((doc, id) => ({
    id,
    location: doc.location,
    title: doc.title,
    text: doc.text.replace(/\s+/g, " "),
    also_called: doc.also_called || [],
    search_words: doc.search_words || [],
    kind: doc.kind || "",
    weight: doc.weight,
  }));
  const index = new MiniSearch({
    fields: ["title", "also_called", "search_words", "text"],
    extractField: (record, field) => Array.isArray(record[field]) ? record[field].join(" \n ") : record[field],
    tokenize: indexedWords,
    processTerm: (term) => term,
  });
  index.addAll(records);
  const pages = new Map();
  for (const record of records) if (!record.location.includes("#")) pages.set(record.location, record);
  const stop = new Set(language.stop_words);
  return { index, records, pages, stop, roots: withRoot(new RegExp(language.endings)) };
}

let loading = null;
function loaded() {
  // A failure is not kept: the next key tries again.
  if (!loading) loading = load().catch((error) => { loading = null; throw error; });
  return loading;
}

/* ---- search ---- */

const HEADS = ["title", "also_called", "search_words"];

function find({ index, records, stop, roots }, query) {
  const all = words(query);
  const telling = all.filter((word) => !stop.has(word));
  const options = {
    tokenize: (text) => text.split(" "),
    boost: { title: 6, also_called: 5, search_words: 5 },
    // A section of a page counts half of it.
    boostDocument: (id) => records[id].weight,
    combineWith: "OR",
    prefix: (term) => term.length > 3,
    fuzzy: (term) => term.length > 4 ? 0.2 : false,
    maxFuzzy: 2,
    weights: { prefix: 0.5, fuzzy: 0.35 },
  };
  if (telling.length) return index.search(telling.flatMap(roots).join(" "), options);
  if (!all.length) return [];
  // "What do I do": every word is a stop word. Whole words, and headings first.
  const whole = { ...options, prefix: false, fuzzy: false };
  const heads = index.search(all.join(" "), { ...whole, fields: HEADS, combineWith: "AND" });
  return heads.length ? heads : index.search(all.join(" "), { ...whole, fields: HEADS });
}

/* ---- what is shown ---- */

// The words of `text` that were found, marked; everything escaped.
function marked(text, found) {
  let html = "", end = 0;
  for (const hit of text.matchAll(WORD)) {
    if (!found.has(fold(hit[0]))) continue;
    html += escaped(text.slice(end, hit.index)) + `<mark>${escaped(hit[0])}</mark>`;
    end = hit.index + hit[0].length;
  }
  return html + escaped(text.slice(end));
}

function excerpt(text, found, fromStart) {
  let start = 0;
  for (const hit of fromStart ? [] : text.matchAll(WORD)) {
    if (!found.has(fold(hit[0]))) continue;
    if (hit.index > EXCERPT / 2) start = text.indexOf(" ", hit.index - EXCERPT / 3) + 1;
    break;
  }
  let end = start + EXCERPT;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  const part = text.slice(start, end);
  return part && `<p>${start ? "… " : ""}${marked(part, found)}${end < text.length ? " …" : ""}</p>`;
}

function shown(record, match) {
  // Search words may be slang or hurtful: they find a page, and are not marked or shown.
  const found = new Set(Object.keys(match).filter((term) => match[term].some((field) => field !== "search_words")));
  const kind = record.kind ? ` <span class="kind">${escaped(record.kind)}</span>` : "";
  const other = record.also_called.filter((name) => words(name).some((word) => found.has(word)));
  const names = other.map((name) => marked(name, found)).join(escaped(SAYS.join));
  const also = other.length ? `<p>${escaped(SAYS.also).replace("{names}", () => names)}</p>` : "";
  return {
    location: record.location,
    title: marked(record.title, found) + kind,
    // Where the heading itself was found, its text is read from the start.
    text: also + excerpt(record.text, found, words(record.title).some((word) => found.has(word))),
  };
}

// One list a page: the page itself first, then its best sections.
function grouped({ records, pages }, hits) {
  const groups = new Map();
  for (const hit of hits) {
    const record = records[hit.id];
    const address = pageOf(record.location);
    let group = groups.get(address);
    if (!group) {
      if (groups.size === MOST_PAGES) continue;
      group = { page: null, sections: [] };
      groups.set(address, group);
    }
    if (!record.location.includes("#")) group.page = shown(record, hit.match);
    else if (group.sections.length < MOST_SECTIONS) group.sections.push(shown(record, hit.match));
  }
  return [...groups].map(([address, { page, sections }]) => {
    const record = pages.get(address) || { location: address, title: sections[0].title, text: "", also_called: [], kind: "" };
    return [page || shown(record, {}), ...sections];
  });
}

/* ---- messages ---- */

const answer = (items) => self.postMessage(items);
const trouble = [[{
  location: "helplines/",
  title: escaped(SAYS.failed),
  text: `<p>${escaped(SAYS.how)}</p>`,
}]];

let latest = "";
async function ask(query) {
  latest = query;
  if (!words(query).length) return answer([]);
  let items;
  try {
    const handbook = await loaded();
    if (query !== latest) return; // A newer query is waiting for the same index.
    items = grouped(handbook, find(handbook, query));
  } catch (error) {
    console.error(error);
    if (query !== latest) return;
    items = trouble;
  }
  answer(items);
}

self.onmessage = ({ data }) => ask(String(data));
