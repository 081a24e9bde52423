/*
 * Adds up saved copies of a sheet that are chosen from the disk: how often each box is ticked, out of how many who answered, out of all.
 * What was written in words is never shown, only that it was. Nothing is kept and nothing is sent; the sum goes with the page.
 */
"use strict";
(() => {
  const adding = document.querySelector("form[data-add-up]");
  const sheet = document.querySelector("form[data-code]");
  if (!adding || !sheet) return;
  const { code, release } = sheet.dataset;
  const says = adding.dataset;
  const place = adding.querySelector("[data-sum]");
  const leftOut = adding.querySelector("[data-left-out]");
  /* A page has one place that is spoken: that of its form. */
  const spoken = document.querySelector("[data-status]");
  const save = adding.querySelector("[data-do=sum]");
  let rows = [];

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const read = async (file) => {
    try {
      const kept = JSON.parse(await file.text());
      return kept.sheet === code && kept.answers && typeof kept.answers === "object" ? kept.answers : null;
    } catch {
      return null;
    }
  };

  /** What is counted together: a row of a table, or a question. */
  const groups = () => {
    const found = new Map();
    for (const field of sheetRecord.fieldsOf(sheet)) {
      const [question, part] = sheetRecord.asked(field);
      if (!found.has(question)) found.set(question, []);
      found.get(question).push({ field, part });
    }
    return found;
  };

  const gives = (answers, { field }) => {
    const answer = answers[field.name];
    if (typeof answer !== "string" || answer.trim() === "") return false;
    return !sheetRecord.isTicked(field) || answer === field.value;
  };

  const sum = (files) =>
    [...groups()].flatMap(([question, parts]) => {
      const answered = files.filter((answers) => parts.some((part) => gives(answers, part)));
      const whole = { question, part: "", count: answered.length, of: files.length };
      const each = parts
        .filter(({ part }) => part && answered.length)
        .map((one) => ({ question, part: one.part, count: answered.filter((answers) => gives(answers, one)).length, of: answered.length }));
      return [whole, ...each];
    });

  const put = (row, tag, text) => {
    const cell = document.createElement(tag);
    cell.textContent = text;
    if (tag === "th") cell.scope = row.parentElement?.tagName === "THEAD" ? "col" : "row";
    row.append(cell);
  };

  const show = () => {
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const words of [says.asked, says.counted]) put(head, "th", words);
    const body = table.createTBody();
    for (const { question, part, count, of } of rows) {
      const row = body.insertRow();
      put(row, "th", part || question);
      if (part) row.className = "part";
      put(row, "td", filled(part ? says.of : says.answered, { count, of }));
    }
    place.replaceChildren(table);
    save.hidden = false;
  };

  const clear = () => {
    rows = [];
    place.replaceChildren();
    save.hidden = true;
    leftOut.textContent = "";
  };

  adding.hidden = false;
  adding.addEventListener("change", async (event) => {
    const chosen = [...event.target.files];
    const found = await Promise.all(chosen.map(read));
    event.target.value = "";
    const ours = found.filter(Boolean);
    clear();
    const left = chosen.length - ours.length;
    if (left) spoken.textContent = leftOut.textContent = filled(says.left, { count: left, of: chosen.length });
    if (!ours.length) return;
    rows = sum(ours);
    show();
  });
  save.addEventListener("click", () => {
    const heads = ["sheet", "release", "asked", "answer", "count", "out_of"];
    const text = sheetRecord.csv([heads, ...rows.map((row) => [code, release, row.question, row.part, row.count, row.of])]);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = `${sheet.dataset.file}-sum.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  adding.addEventListener("submit", (event) => event.preventDefault());
  // "Leave this page" resets every form.
  adding.addEventListener("reset", clear);
  if (window.BroadcastChannel) new BroadcastChannel("leave").addEventListener("message", clear);
})();
