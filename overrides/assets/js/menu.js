/* The menu is a button with a state. Without this file it is a link to the list. */
"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const link = document.getElementById("menu-button");
  const menu = document.getElementById("menu");
  const button = document.createElement("button");
  button.type = "button";
  button.id = link.id;
  button.setAttribute("aria-controls", menu.id);
  button.setAttribute("aria-expanded", "false");
  button.append(...link.childNodes);
  link.replaceWith(button);

  const toggle = (isOpen) => {
    menu.classList.toggle("is-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => toggle(!menu.classList.contains("is-open")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.classList.contains("is-open")) return;
    toggle(false);
    button.focus();
  });
})();
