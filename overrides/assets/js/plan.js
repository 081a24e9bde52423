/*
 * The plan asks one question after the other, then shows a list. Answers live in this page alone: no storage, no request, nothing in
 * the address. Danger ends the questions, and help is all there is to see. A link with codes ("#W01.W06") opens the list at once.
 * Without this file the page has all questions, with what each answer leads to.
 */
"use strict";
(() => {
  const root = document.querySelector("[data-plan]");
  const form = root.querySelector("form");
  const steps = [...root.querySelectorAll("[data-question]")];
  const where = steps.at(-1);
  const [choose] = root.querySelectorAll("[data-choose]");
  const link = root.querySelector("#pack-link");
  let at = steps[0];

  const button = (name) => form.querySelector(`[data-do="${name}"]`);
  const answerOf = (step) => (step === where ? null : step.querySelector("input:checked"));
  const isDanger = () => "stops" in (answerOf(at)?.dataset || {});

  // ---- what is asked ----

  /** The questions that the answers so far leave, up to the one about country and paper. */
  const asked = () => {
    const skipped = new Set();
    return steps.filter((step) => {
      if (skipped.has(step.dataset.question)) return false;
      for (const name of answerOf(step)?.dataset.skips?.split(" ") || []) skipped.add(name);
      return true;
    });
  };
  const given = () => asked().map(answerOf).filter(Boolean);

  const focus = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };

  const turnTo = (state) => {
    root.dataset.state = state;
    if (state === "list") root.querySelector("[data-where]").append(where);
    else button("back").parentElement.before(where);
  };

  const ask = (step) => {
    at = step;
    turnTo("asking");
    for (const one of steps) one.classList.toggle("current", one === step);
    button("back").hidden = step === steps[0];
    choose.textContent = "";
    root.querySelectorAll(".chosen").forEach((answer) => answer.classList.remove("chosen"));
  };

  /** Danger: nothing is left to see but the answer, help, and the way back for who slipped. */
  const stop = () => {
    const answer = answerOf(at).closest(".answer");
    turnTo("stopped");
    answer.classList.add("chosen");
    button("back").hidden = false;
    focus(answer.querySelector(".stop"));
    at.scrollIntoView({ block: "start" });
  };

  // ---- a pack ----

  const make = async () => {
    try {
      await planLater.load();
    } catch {
      const [status] = root.querySelectorAll("[data-status]");
      status.textContent = status.dataset.failed;
      return;
    }
    planPack.make(planList.chosen(), form.elements.country.value, form.elements.paper.value);
  };
  const discard = () => root.dispatchEvent(new Event("discard"));

  const showList = () => {
    planLater.load().catch(() => {}); // is tried again when a pack is asked for
    turnTo("list");
    tellLink();
    focus(root.querySelector("#your-list"));
  };

  const next = () => {
    if (isDanger()) {
      stop();
    } else if (at !== where && !answerOf(at)) {
      choose.textContent = choose.dataset.choose;
      at.querySelector("input").focus();
    } else if (at === where) {
      planList.fromAnswers(given());
      showList();
    } else {
      const left = asked();
      ask(left[left.indexOf(at) + 1]);
      focus(at.querySelector("h2"));
    }
  };

  const back = () => {
    if (root.dataset.state === "stopped") {
      answerOf(at).checked = false;
      ask(at);
    } else {
      const left = asked();
      ask(left[left.indexOf(at) - 1]);
    }
    focus(at.querySelector("h2"));
  };

  // Arrow keys choose each answer that they pass: those show what they lead to, and "Next" goes there.
  let isPassing = false;
  form.addEventListener("keydown", (event) => { isPassing = /^Arrow/.test(event.key); });
  form.addEventListener("pointerdown", () => { isPassing = false; });

  // ---- country and paper ----

  let isPaperChosen = false;
  const choosePaper = (input) => {
    if (input.name === "paper") isPaperChosen = true;
    else if (!isPaperChosen) form.elements.paper.value = input.dataset.paper;
  };

  // ---- a link to pass on: codes alone ----

  const tellLink = () => {
    const codes = planList.chosen().map((one) => one.code).filter(Boolean);
    link.value = `${location.href.split("#")[0]}#${codes.join(".")}`;
  };
  const copy = async () => {
    const said = form.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(link.value);
      said.textContent = said.dataset.copied;
    } catch {
      link.select();
      said.textContent = said.dataset.notCopied;
    }
  };

  const fromAddress = () => {
    const codes = codeWords.inAddress();
    // A heading of this page has an address of its own.
    if (!codes.length || document.getElementById(location.hash.slice(1))) return;
    discard();
    planList.fromCodes(codes);
    showList();
  };

  // ---- events ----

  const doing = {
    next,
    back,
    copy,
    again: () => {
      ask(steps[0]);
      focus(at.querySelector("h2"));
    },
    make,
    print: () => window.print(),
    list: showList,
  };
  root.addEventListener("click", (event) => doing[event.target.dataset?.do]?.());
  form.addEventListener("change", (event) => {
    if (where.contains(event.target)) choosePaper(event.target);
    else if (root.dataset.state === "asking" && isDanger() && !isPassing) stop();
    tellLink();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", fromAddress);

  // "Leave this page" was used, here or on another page of the visit.
  const forget = () => {
    discard();
    form.reset();
    ask(steps[0]);
  };
  if (window.BroadcastChannel) new BroadcastChannel("leave").addEventListener("message", forget);
  else window.addEventListener("pageshow", (event) => event.persisted && forget());

  form.reset();
  ask(steps[0]);
  fromAddress();
})();
