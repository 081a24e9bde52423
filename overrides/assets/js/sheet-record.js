/*
 * The answers of a sheet as data: plain JSON, in which each answer stands beside what was asked, and a row of a table (CSV) whose columns
 * are named after the labels, so that a practice can put the rows of many files under each other.
 */
"use strict";
const sheetRecord = (() => {
  // Tells a spreadsheet that the file is UTF-8.
  const MARK = "\ufeff";
  const QUOTE = "\u0022";
  const APOSTROPHE = "\u0027";
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[data-hint]").forEach((hint) => hint.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const slug = (text) =>
    text.normalize("NFKD").replace(/[\p{M}\u0027\u2019]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

  const namedRow = (field) => field.closest("tr")?.querySelector("th[scope=row]");

  /** What is asked: the field as a whole with the row of its table, and the part of it that this place is for, if there are more. */
  const asked = (field) => {
    const label = words(field.closest("[data-ask]").querySelector("[data-label], label"));
    const cell = field.closest("td");
    if (cell) {
      const row = namedRow(field);
      return [`${label}: ${row ? words(row) : field.name.split(":")[1]}`, cell.dataset.label];
    }
    return [label, isTicked(field) ? words(field.parentElement) : ""];
  };

  /** A name that stays: of a cell, its row and its column. A row that has a name is found by it, not by its number. */
  const column = (field) => {
    const [first, second, ...rest] = field.name.split(":");
    const row = namedRow(field);
    const part = row && /^\d+$/.test(second) ? slug(words(row)) : second;
    return [first, part, ...rest].filter(Boolean).join(".");
  };

  const isGiven = (field) => (isTicked(field) ? field.checked : field.value.trim() !== "");
  const fieldsOf = (form) => [...form.elements].filter((element) => element.name);

  /** A cell of CSV (RFC 4180). One that a spreadsheet would take for a formula begins with an apostrophe instead. */
  const cell = (value) => {
    const text = String(value);
    const safe = /^[=+\-@\t\r]/.test(text) ? APOSTROPHE + text : text;
    return /[\u0022,\r\n]/.test(safe) ? QUOTE + safe.replaceAll(QUOTE, QUOTE + QUOTE) + QUOTE : safe;
  };

  const csv = (rows) => MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

  const json = (form) => {
    const { code, release, credit } = form.dataset;
    const given = fieldsOf(form).filter(isGiven);
    const answers = Object.fromEntries(given.map((field) => [field.name, field.value]));
    const says = (field) => (field.type === "radio" ? asked(field).slice(0, 1) : asked(field)).filter(Boolean).join(", ");
    const labels = Object.fromEntries(given.map((field) => [field.name, says(field)]));
    return `${JSON.stringify({ sheet: code, release, credit, answers, asked: labels }, null, 1)}\n`;
  };

  /** One row for the sheet, under its heads. What is not answered is empty; of boxes of which one is ticked, its name. */
  const row = (form) => {
    const columns = new Map(fieldsOf(form).map((field) => [column(field), ""]));
    for (const field of fieldsOf(form)) if (isGiven(field)) columns.set(column(field), field.value);
    return csv([
      ["sheet", "release", ...columns.keys()],
      [form.dataset.code, form.dataset.release, ...columns.values()],
    ]);
  };

  return { json, row, csv, asked, isTicked, fieldsOf };
})();
