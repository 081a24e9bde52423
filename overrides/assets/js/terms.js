/*
 * Words that the glossary explains: a tap, a click or Enter opens the meaning beside the word, Escape or another tap closes it.
 * Without scripts each of them is a plain link to the glossary.
 */
"use strict";
(() => {
  const { allWords } = document.currentScript.dataset;
  let open = null;

  const close = () => {
    if (!open) return;
    open.note.remove();
    open.term.setAttribute("aria-expanded", "false");
    open = null;
  };

  const show = (term) => {
    const note = document.createElement("span");
    note.className = "term-note";
    note.setAttribute("role", "note");
    const means = document.createElement("span");
    means.textContent = term.dataset.means;
    const more = document.createElement("a");
    more.href = term.href;
    more.textContent = allWords;
    note.append(means, " ", more);
    term.after(note);
    term.setAttribute("aria-expanded", "true");
    open = { term, note };
  };

  for (const term of document.querySelectorAll("a[data-means]")) {
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    // A button answers to the space bar as well.
    term.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        term.click();
      }
    });
  }

  document.addEventListener("click", (event) => {
    const term = event.target.closest("a[data-means]");
    if (term && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const again = open && open.term === term;
      close();
      if (!again) show(term);
    } else if (!open?.note.contains(event.target)) {
      close();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      const { term } = open;
      close();
      term.focus();
    }
  });
})();
