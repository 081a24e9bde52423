/* The search: a dialog that asks a worker. Nothing is loaded before it is opened, and what is typed never leaves the page. */
"use strict";
(() => {
  const dialog = document.getElementById("search");
  if (!dialog?.showModal || !window.Worker) return;
  const { worker: address, also, join, busy, none, one, other, failed, how } = dialog.dataset;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[data-status]");
  const hits = dialog.querySelector(".hits");
  const waysOn = dialog.querySelector("[data-ways-on]");
  const root = new URL("../../", document.currentScript.src);
  let worker = null;

  // The worker escapes everything, and marks the words that were found.
  const shown = (record) => {
    const link = document.createElement("a");
    link.href = new URL(record.location, root).href;
    link.innerHTML = record.title;
    const text = document.createElement("div");
    text.innerHTML = record.text;
    return [link, text];
  };

  const show = (items) => {
    hits.replaceChildren(...items.map(([page, ...sections]) => {
      const hit = document.createElement("li");
      hit.append(...shown(page));
      for (const section of sections) {
        const place = document.createElement("p");
        place.append(shown(section)[0]);
        hit.append(place);
      }
      return hit;
    }));
    const asked = input.value.trim() !== "";
    waysOn.hidden = !asked || items.length > 0;
    status.textContent = !asked ? "" : items.length === 0 ? none : items.length === 1 ? one : other.replace("#", items.length);
  };

  const ask = () => {
    if (!worker) {
      const says = new URLSearchParams({ also, join, failed, how });
      worker = new Worker(`${address}#${says}`);
      worker.onmessage = ({ data }) => show(data);
      worker.onerror = () => {
        worker = null;
        status.textContent = failed;
        waysOn.hidden = false;
      };
    }
    if (input.value.trim()) status.textContent = busy;
    worker.postMessage(input.value);
  };

  input.addEventListener("input", ask);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    input.value = "";
    hits.replaceChildren();
    status.textContent = "";
    status.removeAttribute("role");
    waysOn.hidden = true;
  });
  // A link to a place on the same page must not stay behind the dialog.
  hits.addEventListener("click", (event) => event.target.closest("a") && dialog.close());

  for (const button of document.querySelectorAll("[data-search]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      // While it is open, this is the one place from which changes are spoken: a form has its own.
      status.setAttribute("role", "status");
      dialog.showModal();
      input.focus();
    });
  }
})();
