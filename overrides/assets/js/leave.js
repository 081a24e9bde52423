/*
 * "Leave this page" is a plain link and works without this file. With it, the page is emptied at once, and its place in the history is
 * taken by a page elsewhere, so that neither Back nor Forward shows it. Shift pressed three times does the same, and other open tabs of
 * the handbook leave as well. Older pages stay in the browser's history: the privacy page says so.
 *
 * The page for a missing address holds this file within itself.
 */
"use strict";
(() => {
  // Where to, if the link itself leads nowhere or back to this host. Leaving must never fail because of a slip in a setting.
  const ELSEWHERE = "https://www.bbc.com/weather";
  const PRESSES = 3;
  const WITHIN = 5000;
  // An old phone may not know the channel. Its other tabs stay: without it, only storage could tell them, and storage is a trace.
  const tabs = window.BroadcastChannel ? new BroadcastChannel("leave") : null;
  let away = "";

  /** Nothing of the page is left: not on the screen, and not in a copy that the browser keeps for Back. What was typed goes first. */
  const empty = (title) => {
    document.querySelectorAll("form").forEach((form) => form.reset());
    const word = document.createElement("p");
    word.setAttribute("role", "alert");
    document.body.textContent = "";
    document.body.append(word);
    // A reader of screens tells what changes within it, not what it came with.
    word.textContent = document.title = title;
  };

  /** Pages that Back had left lie ahead, for Forward to show. A new place in the history drops them; what is left here leads away. */
  const dropPagesAhead = (address) => {
    if (window.navigation && !navigation.canGoForward) return;
    history.replaceState(null, "", address);
    history.pushState(null, "", address);
  };

  const leave = () => {
    const link = document.querySelector("[data-leave]");
    const isFirst = !away;
    if (isFirst) away = link && link.protocol === "https:" && link.host !== location.host ? link.href : ELSEWHERE;
    try {
      if (isFirst && link) {
        empty(link.dataset.leave);
        if (link.dataset.leaveAgain) dropPagesAhead(link.dataset.leaveAgain);
      }
    } finally {
      location.replace(away);
    }
  };

  const leaveEverywhere = () => {
    if (tabs) tabs.postMessage("left");
    leave();
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest("[data-leave]"))) return;
    event.preventDefault();
    leaveEverywhere();
  });
  if (tabs) tabs.addEventListener("message", leave);
  // A page that was left and is kept in memory must not come back, not even empty.
  window.addEventListener("pageshow", (event) => event.persisted && away && leave());
  // A sheet asks before its answers are lost. Who leaves is never asked.
  window.addEventListener("beforeunload", (event) => away && event.stopImmediatePropagation(), true);

  // ---- Shift, three times ----

  const presses = new Set();
  let isAlone = false;

  const tell = () => {
    // The search has a bar of its own; only one of the two is shown and spoken at a time.
    document.querySelectorAll("[data-leave-count]").forEach((place) => {
      place.textContent = presses.size ? place.dataset.leaveCount.replace("#", presses.size) : "";
    });
  };
  const startOver = () => {
    isAlone = false;
    if (!presses.size) return;
    presses.clear();
    tell();
  };
  /** A keyboard on glass sends Shift for its capitals and its numbers, in ways of its own: there, who types is typing. */
  const isOnGlass = (event) =>
    event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable]") &&
    !window.matchMedia("(any-pointer: fine)").matches;
  // 229 is what a key is while an input method composes text.
  const isShift = (event) => event.key === "Shift" && !event.isComposing && event.keyCode !== 229;
  const isWithOthers = (event) => event.ctrlKey || event.altKey || event.metaKey;

  window.addEventListener("keydown", (event) => {
    if (!isShift(event) || event.repeat || isWithOthers(event) || isOnGlass(event)) startOver();
    else isAlone = true;
  }, true);
  // Only a press that has ended is known to be no capital letter. Left and right count alike, also when they overlap.
  window.addEventListener("keyup", (event) => {
    if (!isShift(event) || !isAlone) return;
    const press = {};
    presses.add(press);
    if (presses.size >= PRESSES) {
      leaveEverywhere();
      return;
    }
    tell();
    setTimeout(() => presses.delete(press) && tell(), WITHIN);
  }, true);
  // Shift with a click, a wheel or a move of the focus is used for something else.
  for (const kind of ["pointerdown", "wheel", "focusin"]) {
    window.addEventListener(kind, () => { isAlone = false; }, { capture: true, passive: true });
  }
  window.addEventListener("blur", startOver);

  // The page that stands in for one that was left.
  if (document.querySelector("[data-leave-at-once]")) leave();
})();
