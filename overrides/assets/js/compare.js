/* The comparison of ways: boxes to choose by, and an address that holds the choice: #M01.M04. Nothing is stored. */
"use strict";
(() => {
  const table = document.querySelector("[data-compare]");
  if (!table) return;
  const rows = [...table.querySelectorAll("tbody > tr[id]")];

  const box = (row) => {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "checkbox", value: row.id });
    label.append(input, row.querySelector("a").textContent.trim());
    return label;
  };
  const chooser = document.createElement("fieldset");
  chooser.className = "compare-choose";
  const legend = document.createElement("legend");
  legend.textContent = table.dataset.choose;
  const all = Object.assign(document.createElement("button"), { type: "button", hidden: true, textContent: table.dataset.all });
  chooser.append(legend, ...rows.map(box), all);
  table.before(chooser);
  const boxes = [...chooser.querySelectorAll("input")];

  const MOST = 3;
  /** Fewer than two are no comparison: then all are shown, and the address leads to its row. */
  const show = () => {
    const chosen = new Set(boxes.filter((input) => input.checked).map((input) => input.value));
    const some = chosen.size > 1;
    for (const row of rows) row.hidden = some && !chosen.has(row.id);
    for (const input of boxes) input.disabled = chosen.size >= MOST && !input.checked;
    table.dataset.shown = some ? chosen.size : "all";
    all.hidden = !chosen.size;
  };
  const fromAddress = () => {
    const codes = location.hash.slice(1).toUpperCase().split(".").filter((code) => rows.some((row) => row.id === code));
    if (location.hash && !codes.length) return;
    const several = codes.length > 1 ? codes.slice(0, MOST) : [];
    for (const input of boxes) input.checked = several.includes(input.value);
    show();
  };

  chooser.addEventListener("change", () => {
    const codes = boxes.filter((input) => input.checked).map((input) => input.value);
    history.replaceState(history.state, "", codes.length > 1 ? `#${codes.join(".")}` : location.pathname + location.search);
    show();
  });
  all.addEventListener("click", () => {
    for (const input of boxes) input.checked = false;
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
    boxes[0].focus();
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
