// Adds to pages that work without it: closing cards by Escape, filters and sorting of lists, the language kept, links
// that open from a disk too.
"use strict";
document.documentElement.classList.add("script");

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  document.documentElement.classList.add("closed");
  if (document.activeElement && document.activeElement.closest(".w")) document.activeElement.blur();
});
addEventListener("hashchange", () => document.documentElement.classList.remove("closed"));
document.addEventListener("focusin", event => {
  if (event.target.closest(".w")) document.documentElement.classList.remove("closed");
});

for (const table of document.querySelectorAll("table.sorted")) {
  const body = table.tBodies[0];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  [...table.tHead.rows[0].cells].forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map(row => [row.cells[at].innerText.trim(), row]);
      rows.sort((one, two) => order.compare(one[0], two[0]) * (down ? -1 : 1));
      body.append(...rows.map(pair => pair[1]));
    });
  });
}

for (const tools of document.querySelectorAll(".tools[data-for]")) {
  const rows = [...document.querySelectorAll(`#${tools.dataset.for} tbody tr`)];
  const texts = rows.map(row => fold(row.textContent));
  const told = tools.querySelector("output");
  const fields = [...tools.querySelectorAll("input, select")];
  const filter = () => {
    const words = fields.flatMap(field => (field.tagName === "SELECT" ? [] : fold(field.value).split(/\s+/)));
    const chosen = fields.filter(field => field.tagName === "SELECT" && field.value);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = words.every(word => texts[at].includes(word)) &&
        chosen.every(field => (row.dataset[field.name] || "").split("|").includes(field.value));
      row.hidden = !fits;
      shown += fits;
    });
    told.textContent = `${shown} of ${rows.length}`;
  };
  for (const field of fields) field.addEventListener("input", filter);
  filter();
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

for (const button of document.querySelectorAll(".langs input")) {
  try {
    if (localStorage.getItem("rapporteur-language") === button.value) button.checked = true;
    button.addEventListener("change", () => localStorage.setItem("rapporteur-language", button.value));
  } catch { /* a browser that keeps nothing */ }
}

// A server gives the page of a folder; from a disk a browser would show what lies in it.
if (location.protocol === "file:") {
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
