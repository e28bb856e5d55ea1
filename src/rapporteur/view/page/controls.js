// Legend, filters, search, buttons and keys: what a reader does → a change of state.

const swatch = (kind) => {
  const look = lookOf(kind);
  const made = drawn("svg", { class: "swatch", viewBox: "0 0 30 18", "aria-hidden": "true" });
  const ink = LOOKS[kind] ? `var(--${kind})` : "var(--thing)";
  const line = { stroke: ink, "stroke-width": 2, fill: look.filled ? ink : "none", "stroke-dasharray": { dashed: "4 3", dotted: "2 2" }[look.border] || "none" };
  made.append(drawn("path", { d: pathOf(look.shape, 15, 9, 26, 14), ...line }));
  if (look.border === "double") made.append(drawn("path", { d: pathOf(look.shape, 15, 9, 18, 7), ...line, "stroke-width": 1 }));
  return made;
};

function stroke(look) {
  const dash = { dashed: "5 4", dotted: "2 3", solid: "none" }[look.style];
  return drawn("svg", { class: "swatch", viewBox: "0 0 30 18", "aria-hidden": "true" }, drawn("path", { d: "M1 9H29", stroke: `var(--${look.ink})`, "stroke-width": look.width + 0.5, "stroke-dasharray": dash }));
}

function toggle(key, picture_, text, count) {
  const input = element("input", { type: "checkbox", checked: !now().off.includes(key) });
  input.addEventListener("change", () => {
    change({ off: input.checked ? now().off.filter((one) => one !== key) : [...now().off, key] }, text + (input.checked ? " shown." : " hidden."));
    byId("legend").querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  });
  input.dataset.key = key;
  return element("label", {}, input, picture_, element("span", { textContent: text }), element("span", { className: "quiet", textContent: String(count) }));
}

function picker(id, text, values, value, key) {
  if (values.length < 1) return null;
  const made = element("select", { id }, element("option", { value: "", textContent: "all" }), values.map(([one, count, name]) => element("option", { value: one, textContent: (name || one) + (count === null ? "" : " (" + count + ")"), selected: one === value })));
  made.addEventListener("change", () => {
    change({ [key]: made.value }, text + ": " + made.selectedOptions[0].textContent + ".");
    byId(id)?.focus();
  });
  return element("div", { className: "picker" }, element("label", { htmlFor: id, textContent: text }), made);
}

function legend() {
  const of = scene();
  const count = (values) => values.reduce((counts, one) => counts.set(one, (counts.get(one) || 0) + 1), new Map());
  const kinds = count([...of.nodes.values()].map((node) => node.kind));
  const properties = count([...of.edges.values()].map((edge) => edge.property));
  const order = (map, known) => [...map].sort((a, b) => (Object.keys(known).indexOf(a[0]) + 1 || 99) - (Object.keys(known).indexOf(b[0]) + 1 || 99));
  const people = [...of.nodes.values()].filter((node) => node.kind === "state" || node.kind === "organization").sort((a, b) => a.label.localeCompare(b.label, "en"));
  const facts = [["Shapes", of.nodes_are], ["(Number)", [of.count_is, of.boxes.length ? "behind a heading how many stand under it" : ""].filter(Boolean).join("; ")], ["Lines", of.edges_are], ["Thickness", of.heaviest > 1 ? of.weight_is + (cy.edges().some((edge) => written(edge)) ? "; the number on a line says it" : "") : ""], ["Arrows", of.directed ? of.direction_is : ""], ["Source", of.source], ["At first", of.back_is], ...(of.notes || []).map((note) => ["Note", note])];
  byId("legend").replaceChildren(...[
    list(facts),
    element("fieldset", { className: "kinds" }, element("legend", { textContent: "Things" }), order(kinds, DATA.kinds).map(([kind, number]) => toggle("kind:" + kind, swatch(kind), DATA.kinds[kind] || kind, number))),
    properties.size ? element("fieldset", { className: "kinds" }, element("legend", { textContent: "Lines" }), order(properties, DATA.properties).map(([property, number]) => toggle("property:" + property, stroke(of.lines[property]), DATA.properties[property] || property, number))) : null,
    element("div", { className: "pickers" },
      picker("theme", "Theme", offered(of, "themes"), now().theme, "theme"),
      picker("strength", "Strength", offered(of, "strength"), now().strength, "strength"),
      picker("who", "State or body", people.map((node) => [node.id, null, node.label]), now().who, "who"),
      picker("grade", "Grade of link", gradesOf(of), now().grade, "grade")),
  ].filter(Boolean));
}

// Search: a box with a list under it, as the ARIA pattern "combobox" has it.

let options = [];
let active = -1;

function offer() {
  const of = scene();
  const shown = visible();
  const found = words === "" ? [] : [...of.nodes.values()].filter(hits);
  const first = (node) => (nameOf(node).toLowerCase().startsWith(words) || node.label.toLowerCase().startsWith(words) ? 0 : nameOf(node).toLowerCase().includes(words) ? 1 : 2);
  found.sort((a, b) => first(a) - first(b));
  const lines = words === "" ? [] : [...of.edges.values()].filter((edge) => linkWords(edge).includes(words));
  options = [...found.slice(0, 30).map((node) => [node.id, nameOf(node), DATA.kinds[node.kind] || node.kind, shown.nodes.has(node.id)]),
    ...lines.slice(0, 10).map((edge) => [edge.id, nameOf(of.nodes.get(edge.source)) + " " + saying(of, edge) + " " + nameOf(of.nodes.get(edge.target)), "in its words", shown.edges.has(edge.id)])];
  active = -1;
  byId("results").replaceChildren(...options.map(([, name, kind, there], at) => {
    const made = element("li", { id: "result-" + at, role: "option" }, element("span", { textContent: name }), element("span", { className: "quiet", textContent: kind + (there ? "" : ", hidden now") }));
    made.setAttribute("aria-selected", "false");
    made.addEventListener("pointerdown", (event) => { event.preventDefault(); take(at); });
    return made;
  }));
  byId("found").textContent = words === "" ? "" : counted(found.length, "thing") + ", " + counted(lines.length, "line");
  unfold(options.length > 0);
}

function unfold(open) {
  byId("results").hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
  if (!open) byId("search").removeAttribute("aria-activedescendant");
}

function activate(at) {
  active = (at + options.length) % options.length;
  [...byId("results").children].forEach((one, index) => one.setAttribute("aria-selected", String(index === active)));
  byId("results").children[active].scrollIntoView({ block: "nearest" });
  byId("search").setAttribute("aria-activedescendant", "result-" + active);
}

function take(at) {
  const [id, , , there] = options[at];
  unfold(false);
  if (!there) showAll();
  choose(id, true);
}

function searchKeys(event) {
  if (event.key === "Escape") {
    if (byId("results").hidden) byId("search").value = "";
    search(byId("search").value);
    offer();
    unfold(false);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
    event.preventDefault();
    unfold(true);
    activate(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (options.length) take(Math.max(0, active));
  }
}

// Walking the drawing: the nearest thing on the side that the arrow points to.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function walk(way) {
  const all = cy.nodes(".thing").filter((node) => !node.hasClass("hidden"));
  const from = chosen !== null && scene().nodes.has(chosen) ? cy.getElementById(chosen) : null;
  if (!from || from.empty()) {
    const first = all.min((node) => node.position().y + node.position().x / 4).ele;
    if (first) choose(first.id());
    return;
  }
  const best = all.not(from).min((node) => {
    const dx = node.position().x - from.position().x, dy = node.position().y - from.position().y;
    const ahead = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    return ahead <= 1 ? Infinity : ahead + 3 * aside;
  });
  if (best.value < Infinity) choose(best.ele.id());
}

function drawingKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const does = {
    "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), 0: fitAll,
    Enter: () => chosen !== null && byId("details").focus(),
    f: () => chosen !== null && scene().nodes.has(chosen) && focusOn(chosen),
    e: () => (chosen !== null && scene().nodes.has(chosen) ? expand(chosen) : expand()),
    h: () => { if (chosen !== null && scene().nodes.has(chosen)) { hide(chosen); choose(null); } },
    Escape: () => choose(null),
  }[event.key] || (WAYS[event.key] && (() => walk(WAYS[event.key])));
  if (!does) return;
  event.preventDefault();
  does();
}

function pageKeys(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !typing && (key === "z" || key === "y")) {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing && key === "/") {
    event.preventDefault();
    byId("search").focus();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing && key === "t") {
    openTable(byId("table").hidden);
  }
}

// Light or dark: what the reader picked, else what the system says.

const darkness = matchMedia("(prefers-color-scheme: dark)");

function dress() {
  const picked = byId("colours").value;
  document.documentElement.dataset.theme = picked === "auto" ? (darkness.matches ? "dark" : "light") : picked;
  cy.style(style(scene()));
  drawMap();
}

function controls() {
  const pictures = byId("picture");
  pictures.append(...SCENES.map((of, at) => element("option", { value: String(at), textContent: of.title })));
  pictures.addEventListener("change", () => { choose(null); trail.length = 0; openAt(Number(pictures.value)); });
  byId("pictures").hidden = SCENES.length < 2;
  const does = {
    undo, redo, back: goBack, all: showAll, whole: fitAll, nearer: () => zoomBy(1.25), further: () => zoomBy(0.8),
    expand: () => expand(), "as-table": () => openTable(byId("table").hidden), "as-png": savePng, "as-svg": saveSvg,
  };
  for (const [id, act] of Object.entries(does)) byId(id).addEventListener("click", act);
  byId("colours").addEventListener("change", dress);
  darkness.addEventListener("change", dress);
  byId("finding").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", () => { search(byId("search").value); offer(); });
  byId("search").addEventListener("keydown", searchKeys);
  byId("search").addEventListener("blur", () => unfold(false));
  byId("drawing").addEventListener("keydown", drawingKeys);
  document.addEventListener("keydown", pageKeys);
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, at) => {
    tab.addEventListener("click", () => openTab(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      const next = tabs[(at + 1) % tabs.length];
      openTab(next.getAttribute("aria-controls"));
      next.focus();
    });
  });
}

// "84 things" of all that there are, "191 of 247 things" of some.

const outOf = (shown, all, one) => (shown < all ? shown.toLocaleString("en") + " of " : "") + counted(all, one);

function refreshControls() {
  const of = scene();
  const shown = visible();
  byId("undo").disabled = history_.past.length === 0;
  byId("redo").disabled = history_.future.length === 0;
  byId("all").disabled = !filtered();
  byId("expand").disabled = !now().only;
  byId("picture").value = String(now().scene);
  byId("title").textContent = of.title;
  document.title = of.title;
  byId("notice").hidden = !of.notice;
  byId("notice").textContent = of.notice || "";
  byId("empty").hidden = shown.nodes.size > 0;
  byId("empty").textContent = of.nodes.size === 0 ? "This network is empty: nothing is drawn." : "Nothing is left under these filters. “Show all” brings everything back.";
  byId("count").textContent = outOf(shown.nodes.size, of.nodes.size, "thing") + ", " + outOf(shown.edges.size, of.edges.size, "line");
  byId("drawing").setAttribute("aria-label", of.title + ": a drawing of " + counted(shown.nodes.size, "thing") + " and " + counted(shown.edges.size, "line") + ". Arrows walk from thing to thing, Enter opens what is chosen. The table holds the same.");
}
