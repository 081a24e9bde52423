/*
 * Nothing that was typed into a sheet is lost unasked. While something is not saved, the tool bar says so, and whatever would lose it
 * asks first: a link, a reload, closing the page. Three things never ask: a telephone number; the link to the emergency page, from
 * which Back returns to what was typed; and "Leave this page" by any of its ways, which resets the form before it goes: the form's
 * own "reset" event says that nothing is to be kept.
 */
"use strict";
const unsaved = (() => {
  // On the page of the plan, all the sheets of a pack together.
  const form = document.querySelector("form[data-code]") || document.querySelector("[data-plan]");
  if (!form) return null;
  const CALLS = ["tel:", "sms:", "mailto:"];
  // Long enough for a browser to begin a navigation.
  const SOON = 1000;
  let is = false;
  let passing = false;

  const warn = (event) => {
    event.preventDefault();
    event.returnValue = true; // older browsers
  };

  // Only while it is needed: some browsers keep no page in memory for Back that listens to this.
  const watch = () => {
    if (is && !passing) window.addEventListener("beforeunload", warn);
    else window.removeEventListener("beforeunload", warn);
  };

  const mark = (now) => {
    if (now === is) return;
    is = now;
    watch();
    document.documentElement.classList.toggle("unsaved", is);
    for (const flag of form.querySelectorAll("[data-unsaved]")) flag.textContent = is ? flag.dataset.unsaved : "";
  };

  /** Lets the next navigation pass. If it was none, or Back returns from it, the page watches again. */
  const pass = () => {
    passing = true;
    watch();
    setTimeout(() => {
      passing = false;
      watch();
    }, SOON);
  };

  /** Asks whether to "go", "open" or "clear", and goes on after a yes. */
  const ask = (what, goOn) => {
    const question = document.querySelector("dialog.question");
    // The question itself, and what a yes to it is called.
    for (const part of question.querySelectorAll("[data-go]")) part.textContent = part.dataset[what];
    if (!question.showModal) {
      if (window.confirm(question.querySelector("p").textContent)) goOn();
      return;
    }
    // Nothing behind a question can be tapped, and the way out must always be.
    const leave = document.querySelector("[data-leave]").cloneNode(true);
    question.append(leave);
    question.returnValue = "";
    const closed = () => {
      leave.remove();
      if (question.returnValue === "yes") goOn();
    };
    question.addEventListener("close", closed, { once: true });
    question.showModal();
  };

  const losesThePage = (link, event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank" || link.hasAttribute("download")) return false;
    return !link.hash || link.href.split("#")[0] !== location.href.split("#")[0];
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || !is || passing || event.defaultPrevented || link.closest("[data-leave]")) return;
    if (CALLS.includes(link.protocol) || link.matches(".alert")) {
      pass();
    } else if (losesThePage(link, event)) {
      event.preventDefault();
      ask("go", () => {
        pass();
        link.click();
      });
    }
  });
  form.addEventListener("input", (event) => event.target.name && event.target.closest("[data-code]") && mark(true));
  form.addEventListener("reset", () => mark(false));

  return { ask, saved: () => mark(false), askIfAny: (what, goOn) => (is ? ask(what, goOn) : goOn()) };
})();
