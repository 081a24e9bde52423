/* What is for professionals can be printed alone: a button at its end, which leaves out all else while the page is printed. */
"use strict";
(() => {
  const { words } = document.currentScript.dataset;
  const part = document.getElementById("for-professionals")?.closest("details");
  if (!part) return;

  const button = document.createElement("button");
  button.type = "button";
  button.classList.add("button", "print-part");
  button.textContent = words;
  part.append(button);

  const all = document.documentElement;
  button.addEventListener("click", () => {
    part.classList.add("printed-part");
    all.classList.add("prints-part");
    window.print();
  });
  window.addEventListener("afterprint", () => {
    part.classList.remove("printed-part");
    all.classList.remove("prints-part");
  });
})();
