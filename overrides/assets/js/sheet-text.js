/* A sheet as plain text: every question with its answer. Of a letter, the letter first, and apart from it the writer's own notes. */
"use strict";
const sheetAsText = (() => {
  const RULE = "-".repeat(60);
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const indented = (text) => text.replace(/^/gm, "  ");
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

  /** The name of a field without its hint. */
  const asked = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[data-hint]").forEach((hint) => hint.remove());
    return words(copy);
  };

  const row = (line) => {
    const name = line.querySelector("th");
    const cells = [...line.querySelectorAll("textarea, input")].map((cell) => {
      if (isTicked(cell)) return cell.checked ? "[x]" : "[ ]";
      return cell.value.trim() || "–";
    });
    return [...(name ? [words(name)] : []), ...cells].join(" | ");
  };

  const field = (ask) => {
    const table = ask.querySelector("table");
    const name = ask.querySelector("[data-label], label");
    const lines = name ? [asked(name)] : [words(ask)];
    if (table) {
      lines.push(indented([...table.rows].map((line, at) => (at ? row(line) : [...line.cells].map(words).join(" | "))).join("\n")));
      return lines.join("\n");
    }
    for (const input of ask.querySelectorAll("input, textarea")) {
      if (isTicked(input)) lines.push(`  ${input.checked ? "[x]" : "[ ]"} ${words(input.parentElement)}`);
      else lines.push(indented(input.value.trim() || "…"));
    }
    return lines.join("\n");
  };

  const section = (part) => [words(part.querySelector("h2")).toUpperCase(), ...[...part.querySelectorAll("[data-ask]")].map(field)];

  const worksheet = (form) => [
    `${form.dataset.code} ${form.getAttribute("aria-label")}`,
    ...[...form.querySelectorAll("[data-in-text=first]")].map(words),
    ...[...form.querySelectorAll("section")].flatMap(section),
    words(form.querySelector("[data-in-text=last]")),
  ];

  /** A letter without notes is the letter alone: there is nothing that could be sent with it by mistake. */
  const letter = (form, area) => {
    const answers = [...form.elements].filter((element) => element.name && element !== area);
    if (!answers.some((answer) => (isTicked(answer) ? answer.checked : answer.value.trim()))) return [area.value.trim()];
    const own = [...form.querySelectorAll("section")].filter((part) => answers.some((answer) => part.contains(answer)));
    return [area.value.trim(), RULE, form.dataset.saysOwn, ...own.flatMap(section)];
  };

  return (form) => {
    const area = form.querySelector("[data-letter]");
    return `${(area ? letter(form, area) : worksheet(form)).join("\n\n")}\n`;
  };
})();
