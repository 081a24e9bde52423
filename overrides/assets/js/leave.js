/*
 * "Leave this page" is a plain link and works without this file. With it, the page is hidden at once, and the address of this page
 * is replaced, so that Back does not return to it. Worksheets become blank. Older pages stay in the browser's history: the privacy page says so.
 */
"use strict";
// Where to, if the link itself leads nowhere or back to this host. Leaving must never fail because of a slip in a setting.
const ELSEWHERE = "https://www.bbc.com/weather";
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-leave]");
  if (!link) return;
  event.preventDefault();
  document.documentElement.style.setProperty("display", "none", "important");
  // What was typed goes with the page, also on worksheets that the browser keeps for Back, and in other tabs.
  document.querySelectorAll("form").forEach((form) => form.reset());
  // An old phone may not know the channel. Leaving must never fail because of it.
  if (window.BroadcastChannel) new BroadcastChannel("leave").postMessage("left");
  document.title = link.dataset.leave;
  location.replace(link.protocol === "https:" && link.host !== location.host ? link.href : ELSEWHERE);
});
// A page kept in memory must not come back hidden.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.documentElement.style.removeProperty("display");
});
