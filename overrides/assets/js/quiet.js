/*
 * Runs just before Material's bundle and makes it quiet:
 * no browser storage, no one-letter shortcuts, no script from another host. The bundle itself stays as its makers ship it.
 */
"use strict";
(() => {
  // Material calls these four names. Its own __md_get and __md_set use local and session storage; on a shared phone that is a trace.
  const base = new URL("../../", document.currentScript.src);
  window.__md_scope = base;
  window.__md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
  window.__md_get = () => null;
  window.__md_set = () => {};

  // A browser too old for ResizeObserver would make the bundle fetch a substitute from unpkg.com. The page works without one.
  if (!window.ResizeObserver) {
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  }

  const toggle = (name) => document.querySelector(`[data-md-toggle="${name}"]`);

  // Material listens for keys on the window. This listener was there first, so it can stop the event before the bundle sees it;
  // the letter itself still reaches the field it was typed into. While the search is open its keys stay as they are.
  window.addEventListener("keydown", (event) => {
    if (event.key && event.key.length === 1 && !toggle("search").checked) event.stopImmediatePropagation();
    const drawer = toggle("drawer");
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      document.querySelector("label[for=__drawer]").focus();
    }
  });
})();
