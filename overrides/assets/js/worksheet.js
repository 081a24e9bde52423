/*
 * A worksheet on the screen. What is typed lives in this page alone: no storage, no request, nothing in the address. It is kept while the
 * browser keeps the page itself in memory (Back during a visit), and it is gone after a reload, and after "Leave this page" in any tab.
 * Without this file the form can still be filled in and printed. sheet-text.js says it as text, sheet-record.js as data, unsaved.js asks before it is lost.
 */
"use strict";
(() => {
  const form = document.querySelector("form[data-code]");
  if (!form) return;
  const { code, file: fileName } = form.dataset;
  // Tells any program that a text is UTF-8: without it, some show "wait" in curly quotes, and every name beyond English, as other letters.
  const MARK = "\ufeff";
  const fields = [...form.elements].filter((element) => element.name);
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";

  // ---- what stands in the form ----

  const grow = (area) => {
    if (area.tagName === "TEXTAREA") area.parentElement.dataset.text = area.value;
  };

  const blank = () => {
    form.reset();
    fields.forEach(grow);
    lost([]);
  };

  /** Puts answers into the form; returns those for which it has no place. */
  const write = (answers) => {
    blank();
    const left = new Map(Object.entries(answers));
    for (const field of fields) {
      if (!left.has(field.name)) continue;
      const value = left.get(field.name);
      if (!ticked(field)) field.value = value;
      else if (field.value === value) field.checked = true;
      else continue;
      grow(field);
    }
    for (const field of fields) if (!ticked(field) || field.checked) left.delete(field.name);
    return [...left];
  };

  // ---- files ----

  const give = (ending, text, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    // A name that says nothing: the Downloads folder is seen by others.
    link.download = `${fileName}.${ending}`;
    unsaved.saved();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    fold();
    say(form.dataset.saysSaved.replace("{file}", () => link.download));
  };

  const isOurs = (kept) =>
    kept?.sheet === code && kept.answers?.constructor === Object && Object.values(kept.answers).every((answer) => typeof answer === "string");

  const open = async (file) => {
    let kept = null;
    try {
      kept = JSON.parse(await file.text());
    } catch {
      // told below
    }
    if (!isOurs(kept)) {
      say(form.dataset.saysForeign);
      return;
    }
    unsaved.askIfAny("open", () => {
      const left = write(kept.answers);
      lost(left);
      say(left.length ? form.dataset.saysChanged : form.dataset.saysBack);
    });
  };

  /** Answers to questions that the sheet no longer asks stay readable, so that nothing is lost. */
  const lost = (answers) => {
    form.querySelector("[data-lost]")?.remove();
    if (!answers.length) return;
    const box = document.createElement("div");
    box.className = "lost";
    box.dataset.lost = "";
    const head = document.createElement("p");
    head.textContent = form.dataset.saysLost;
    const list = document.createElement("ul");
    for (const [name, value] of answers) {
      const item = document.createElement("li");
      item.textContent = `${name.replace(/[-:]/g, " ")}: ${value}`;
      list.append(item);
    }
    box.append(head, list);
    form.querySelector("[data-tools]").after(box);
  };

  // ---- buttons ----

  /** Closes the list of what can be saved. The keyboard stays in the bar. */
  const fold = () => {
    for (const list of form.querySelectorAll("[data-tools] details[open]")) {
      if (list.contains(document.activeElement)) list.querySelector("summary").focus({ preventScroll: true });
      list.open = false;
    }
  };

  const say = (text) => form.querySelectorAll("[data-status]").forEach((status) => (status.textContent = text));

  const doing = {
    print: () => window.print(),
    // Of a letter, "print" is the letter alone; this is what was noted beside it as well.
    printAll: () => {
      document.documentElement.classList.add("print-all");
      window.print();
    },
    text: () => give("txt", MARK + sheetAsText(form), "text/plain"),
    keep: () => give("json", sheetRecord.json(form), "application/json"),
    csv: () => give("csv", sheetRecord.row(form), "text/csv"),
    clear: () =>
      unsaved.ask("clear", () => {
        blank();
        say(form.dataset.saysBlank);
      }),
  };

  form.querySelectorAll("[data-tools]").forEach((tools) => {
    tools.hidden = false;
    tools.addEventListener("click", (event) => doing[event.target.dataset.do]?.());
    tools.addEventListener("change", (event) => {
      const [file] = event.target.files;
      event.target.value = "";
      if (file) open(file);
    });
  });
  fields.forEach(grow);
  form.addEventListener("input", (event) => {
    grow(event.target);
    say("");
  });
  // The list of what can be saved covers half a phone: who goes on writing has done with it.
  form.addEventListener("focusin", (event) => event.target.name && fold());
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeprint", () => fields.forEach(grow));
  window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-all"));

  // "Leave this page" was used, here or on another page of the visit: a sheet that waits in memory or in another tab becomes blank.
  const forget = () => {
    blank();
    say("");
  };
  if (window.BroadcastChannel) new BroadcastChannel("leave").addEventListener("message", forget);
  // Without the channel nobody can tell how the reader went away, so a sheet that comes back from memory comes back blank.
  else window.addEventListener("pageshow", (event) => event.persisted && forget());
})();
