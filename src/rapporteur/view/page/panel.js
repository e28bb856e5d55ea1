// The panel: a line → the sentences it rests on, a thing → what it is and its neighbours to walk by.

const ATTRIBUTES = new Set(["id", "iri", "kind", "label", "short", "text", "group", "parent", "x", "y", "box", "by"]);
const TERMS = { asked: "Asked of", iso3: "ISO 3166 code", number: null, count: "Counted" };

let chosen = null;
const trail = [];

const termOf = (key) => (key in TERMS ? TERMS[key] : key[0].toUpperCase() + key.slice(1).replace(/_/g, " "));

function button(text, does, properties) {
  const made = element("button", { type: "button", textContent: text, ...properties });
  made.addEventListener("click", does);
  return made;
}

function list(pairs) {
  const rows = pairs.filter(([term, value]) => term && value !== undefined && value !== null && value !== "");
  return rows.length ? element("dl", {}, ...rows.flatMap(([term, value]) => [element("dt", { textContent: term }), element("dd", { textContent: String(value) })])) : null;
}

function show(...children) {
  byId("details").replaceChildren(...children.flat(Infinity).filter(Boolean));
  byId("details").scrollTop = 0;
}

function pageLink(one) {
  if (!one.page) return null;
  const at = DATA.report && DATA.report + "#page=" + one.page;
  return element("p", {}, at ? element("a", { href: at, target: "_blank", rel: "noopener", textContent: "Page " + one.page + " of the report" }) : "Page " + one.page + " of the report");
}

// An IRI, linked where the page was told of a place at which it can be read.

function iriOf(iri) {
  const at = DATA.addresses ? DATA.addresses[iri] : DATA.home && iri.startsWith(DATA.base) ? DATA.home + iri.slice(DATA.base.length) : "";
  return element("p", { className: "iri" }, at ? element("a", { href: at, target: "_blank", rel: "noopener", textContent: iri }) : iri);
}

function evidenceOf(link) {
  const one = DATA.evidence[link];
  if (!one) return element("li", {}, element("p", { className: "quiet", textContent: "The words of this link are not in this picture." }), iriOf(link));
  const property = DATA.properties[one.property] || one.property;
  return element("li", {},
    element("blockquote", {}, one.before || "", element("mark", { textContent: one.marked || one.quote }), one.after || ""),
    list([["Words", one.quote], ["Where", one.paragraph], ["Number", one.number && !(one.paragraph || "").endsWith(" " + one.number) ? one.number : ""], ["Grade", one.grade], ["Rule", one.rule], ["Link says", property]]),
    pageLink(one),
    iriOf(link));
}

function showEdge(edge) {
  const of = scene();
  const [from, to] = [of.nodes.get(edge.source), of.nodes.get(edge.target)];
  const several = edge.links.length > 1;
  show(
    element("h2", { textContent: nameOf(from) + " " + saying(of, edge) + " " + nameOf(to) }),
    edge.links.length === 0 ? element("p", { textContent: "No evidence came with this line: nothing can be read to check it." }) : null,
    several || edge.weight > 1 ? element("p", { className: "quiet", textContent: [edge.weight > 1 ? "Weight " + edge.weight + (of.weight_is ? " (" + of.weight_is + ")" : "") : "", several ? "rests on " + counted(edge.links.length, "link") : ""].filter(Boolean).join("; ") }) : null,
    element("ol", { className: several ? "links" : "links single" }, ...edge.links.map(evidenceOf)),
    element("p", { className: "walk" }, button(nameOf(from), () => choose(edge.source, true)), button(nameOf(to), () => choose(edge.target, true))),
  );
}

function showNode(node) {
  const of = scene();
  const own = of.around.get(node.id);
  const groups = new Map();
  for (const edge of own) {
    const out = edge.source === node.id;
    const heading = of.directed ? (out ? saying(of, edge) : saying(of, edge) + " this") : saying(of, edge);
    groups.set(heading, [...(groups.get(heading) || []), [edge, out ? edge.target : edge.source, out]]);
  }
  const inside = of.children.get(node.id) || [];
  const known = Object.keys(node).filter((key) => !ATTRIBUTES.has(key) && (key !== "count" || (of.count_is && node.count))).map((key) => [termOf(key), valuesOf(node[key]).join(", ") + (key === "count" ? ": " + of.count_is : "")]);
  const full = node.short && node.label !== node.short && node.label !== nameOf(node) ? node.label : "";
  show(
    element("h2", { textContent: nameOf(node) }),
    element("p", { className: "quiet", textContent: [DATA.kinds[node.kind] || node.kind, node.group].filter(Boolean).join(" · ") }),
    full ? element("p", { textContent: full }) : null,
    DATA.texts[node.id] ? element("blockquote", { textContent: DATA.texts[node.id] }) : null,
    list([...known, ["Lines", own.length]]),
    element("p", { className: "walk" },
      button("Only its neighbours", () => focusOn(node.id)),
      now().only ? button("Its neighbours too", () => expand(node.id)) : null,
      button("Hide it", () => { hide(node.id); choose(null); })),
    inside.length ? [element("h3", { textContent: "Holds (" + inside.length + ")" }), element("ul", {}, inside.map((id) => element("li", {}, button(nameOf(of.nodes.get(id)), () => choose(id, true), { className: "row" }))))] : null,
    [...groups].map(([heading, ones]) => [
      element("h3", { textContent: heading + " (" + ones.length + ")" }),
      element("ul", {}, ones.sort((a, b) => b[0].weight - a[0].weight).map(([edge, other]) => element("li", {},
        button(nameOf(of.nodes.get(other)), () => choose(other, true), { className: "row" }), " ",
        button(edge.weight > 1 ? "words (" + edge.weight + ")" : "words", () => choose(edge.id, true), { className: "row small", ariaLabel: "The words of: " + nameOf(of.nodes.get(edge.source)) + " " + saying(of, edge) + " " + nameOf(of.nodes.get(edge.target)) })))),
    ]),
    iriOf(node.iri || node.id),
  );
}

function showNothing() {
  show(
    element("h2", { textContent: "Nothing chosen" }),
    element("p", { textContent: "Choose a line to read the words it rests on, or a thing to see what it is and what it touches." }),
    element("p", { textContent: "With the keyboard: arrows walk from thing to thing, Enter opens, / searches, t shows the table." }),
  );
}

// Choose a thing or a line: mark it in the drawing and the table, open the panel; `focus` moves the reader there.

function choose(id, focus, back) {
  const of = scene();
  if (id !== null && !of.nodes.has(id) && !of.edges.has(id)) return;
  if (chosen !== null && !back && chosen !== id) trail.push(chosen);
  chosen = id;
  if (now().gone.includes(id)) change({ gone: now().gone.filter((one) => one !== id && !(of.back.includes(id) && of.back.includes(one))) }, "");
  mark();
  if (id === null) showNothing();
  else if (of.edges.has(id)) showEdge(of.edges.get(id));
  else showNode(of.nodes.get(id));
  byId("back").hidden = trail.length === 0 || id === null;
  if (id === null) return;
  openTab("details");
  bring(of.edges.has(id) ? of.edges.get(id).target : id);
  if (focus) byId("details").focus();
  announce(byId("details").querySelector("h2").textContent + ".");
}

function goBack() {
  while (trail.length) {
    const id = trail.pop();
    if (scene().nodes.has(id) || scene().edges.has(id)) return choose(id, true, true);
  }
  return choose(null);
}

function mark() {
  const of = scene();
  cy.batch(() => {
    cy.elements().removeClass("near faint chosen");
    if (chosen === null) return;
    const one = cy.getElementById(chosen).addClass("chosen");
    if (of.edges.has(chosen)) return;
    const near = one.connectedEdges().addClass("near");
    if (near.empty()) return;
    cy.edges().not(near).addClass("faint");
    const inside = of.children.get(chosen) || [];
    cy.nodes(".thing").not(near.connectedNodes()).not(one).filter((node) => !inside.includes(node.id())).addClass("faint");
  });
  document.querySelectorAll("tr.chosen").forEach((row) => row.classList.remove("chosen"));
  rowOf(chosen)?.classList.add("chosen");
}

function openTab(name) {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const open = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(open));
    tab.tabIndex = open ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !open;
  }
}
