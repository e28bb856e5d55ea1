"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
  const panel = document.getElementById("evidence");
  const hidden = new Set();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const named = (node) => (node.kind === "recommendation" ? "Recommendation " : node.kind === "item" ? "Item " : "") + node.label;

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties || {});
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  // Drawing

  const cy = cytoscape({
    container: document.getElementById("drawing"),
    layout: { name: "preset", fit: true, padding: 14 },
    minZoom: 0.15,
    maxZoom: 4,
    autoungrabify: true,
    boxSelectionEnabled: false,
    elements: [
      ...data.boxes.map((box) => ({ group: "nodes", classes: "box", data: { id: box.id, text: box.label, kind: box.kind } })),
      ...data.nodes.filter((node) => !node.box).map((node) => ({
        group: "nodes",
        classes: node.kind === "state" || node.kind === "organization" ? "who" : node.kind === "item" ? "item" : "thing",
        data: { id: node.id, parent: node.parent || undefined, kind: node.kind, text: node.short || node.label, lines: node.lines },
        position: { x: node.x, y: node.y },
      })),
      ...data.edges.map((edge) => ({
        group: "edges",
        classes: edge.property,
        data: { id: edge.id, source: edge.source, target: edge.target },
      })),
    ],
  });

  function style() {
    const ink = colour("ink"), page = colour("page"), rule = colour("rule"), edge = colour("edge");
    const kind = (node) => colour(node.data("kind"));
    return [
      { selector: "node", style: { label: "data(text)", color: ink, "font-family": "system-ui, DejaVu Sans, sans-serif", "font-size": 16, "text-valign": "center", "overlay-opacity": 0, "z-index-compare": "manual", "z-index": 2 } },
      { selector: ".box", style: { "z-index": 0, shape: "round-rectangle", "background-color": colour("box"), "border-width": 1.5, "border-color": kind, "text-valign": "top", "text-halign": "center", "text-margin-y": -3, "font-size": 15, "font-weight": "bold", padding: 7, "text-wrap": "ellipsis", "text-max-width": 300 } },
      { selector: ".box[kind = 'item']", style: { "text-max-width": 480 } },
      { selector: ".thing", style: { shape: "round-rectangle", width: 74, height: 25, "background-color": page, "border-width": 2, "border-color": kind, color: ink } },
      { selector: ".thing[kind = 'recommendation']", style: { "background-color": kind, color: page, "font-weight": "bold" } },
      { selector: ".thing[kind = 'provision'], .thing[kind = 'treaty'], .thing[kind = 'earlier'], .thing[kind = 'decision'], .thing[kind = 'document']", style: { width: 236, "text-wrap": "ellipsis", "text-max-width": 226 } },
      { selector: ".thing[kind = 'treaty'], .thing[kind = 'decision'], .thing[kind = 'document']", style: { width: 300, "text-max-width": 290 } },
      { selector: ".thing[lines = 2]", style: { height: 44, "text-wrap": "wrap" } },
      { selector: ".item", style: { shape: "round-rectangle", width: 460, height: 28, "background-color": colour("box"), "border-width": 1.5, "border-color": kind, "text-wrap": "ellipsis", "text-max-width": 440 } },
      { selector: ".who", style: { width: 9, height: 9, "background-color": kind, "text-halign": "left", "text-margin-x": -5, "text-wrap": "ellipsis", "text-max-width": 185 } },
      { selector: "edge", style: { width: 1.6, "line-color": edge, opacity: 0.75, "curve-style": "straight", "target-arrow-shape": "triangle", "target-arrow-color": edge, "arrow-scale": 0.8, "overlay-padding": 5, "target-endpoint": "270deg", "z-index-compare": "manual", "z-index": 1 } },
      { selector: ".cites", style: { "line-color": colour("provision"), "target-arrow-color": colour("provision") } },
      { selector: ".buildsOn", style: { width: 3, "line-color": colour("earlier"), "target-arrow-color": colour("earlier") } },
      { selector: ".mentions", style: { "line-style": "dashed", opacity: 0.45 } },
      { selector: ".speaker", style: { width: 1, opacity: 0.35, "target-arrow-shape": "none" } },
      { selector: ".hidden", style: { display: "none" } },
      { selector: ".faint", style: { opacity: 0.12 } },
      { selector: "edge.near", style: { opacity: 1, width: 2.6 } },
      { selector: "edge:selected", style: { opacity: 1, width: 5, "line-color": colour("focus"), "target-arrow-color": colour("focus"), "z-index": 3 } },
      { selector: "node:selected, node.match", style: { "border-width": 4, "border-color": colour("focus") } },
    ];
  }
  cy.style(style());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style()));
  new ResizeObserver(() => cy.resize().fit(undefined, 10)).observe(document.getElementById("drawing"));

  // Evidence

  function list(words) {
    const made = element("dl");
    for (const [term, value] of words) if (value) made.append(element("dt", { textContent: term }), element("dd", { textContent: value }));
    return made;
  }

  function opener(edge, text) {
    const made = element("button", { type: "button", className: "row", textContent: text });
    made.addEventListener("click", () => choose(edge.id, true));
    return made;
  }

  function show(...children) {
    panel.replaceChildren(...children.filter(Boolean));
    panel.scrollTop = 0;
  }

  function showEdge(edge) {
    show(
      element("h2", { textContent: named(nodes.get(edge.source)) + " " + data.properties[edge.property] + " " + named(nodes.get(edge.target)) }),
      element("blockquote", {}, edge.before || "", element("mark", { textContent: edge.marked }), edge.after || ""),
      list([["Words", edge.quote], ["Where", edge.paragraph], ["Grade", edge.grade], ["Rule", edge.rule]]),
      element("p", { className: "iri", textContent: edge.iri }),
    );
  }

  function showNode(node) {
    const own = data.edges.filter((edge) => edge.source === node.id || edge.target === node.id);
    show(
      element("h2", { textContent: named(node) }),
      element("p", { className: "quiet", textContent: data.kinds[node.kind] }),
      node.text ? element("blockquote", { textContent: node.text }) : null,
      list([["Asked", node.asked], ["Strength", node.how], ["Attended as", node.attended_as], ["Links", String(own.length)]]),
      element("ul", {}, ...own.map((edge) => element("li", {}, opener(edge,
        edge.source === node.id
          ? data.properties[edge.property] + " " + named(nodes.get(edge.target))
          : named(nodes.get(edge.source)) + " " + data.properties[edge.property] + " this")))),
      element("p", { className: "iri", textContent: node.iri }),
    );
  }

  function choose(id, focus) {
    cy.elements().unselect().removeClass("near faint");
    document.querySelectorAll("tr.chosen").forEach((row) => row.classList.remove("chosen"));
    const drawn = cy.getElementById(id);
    drawn.select();
    if (edges.has(id)) {
      showEdge(edges.get(id));
      const row = rows.get(id);
      row.classList.add("chosen");
    } else if (nodes.has(id)) {
      showNode(nodes.get(id));
      const around = drawn.connectedEdges().addClass("near");
      cy.edges().not(around).addClass("faint");
    }
    if (focus) panel.focus();
  }

  cy.on("tap", "edge, node", (event) => choose(event.target.id(), false));
  cy.on("tap", (event) => { if (event.target === cy) cy.elements().unselect().removeClass("near faint"); });

  // The same links as a table

  const rows = new Map();
  const body = document.querySelector("#table tbody");
  for (const edge of data.edges) {
    const from = nodes.get(edge.source), to = nodes.get(edge.target);
    const row = element("tr", {},
      element("td", {}, opener(edge, named(from))),
      element("td", { textContent: data.properties[edge.property] }),
      element("td", { textContent: named(to) }),
      element("td", { textContent: edge.marked }),
      element("td", { textContent: edge.grade }),
      element("td", { textContent: edge.paragraph || "" }));
    row.dataset.words = [named(from), from.text || "", named(to), to.text || "", edge.quote, edge.paragraph].join(" ").toLowerCase();
    rows.set(edge.id, row);
    body.append(row);
  }

  // Filter and search

  function refresh() {
    const words = document.getElementById("search").value.trim().toLowerCase();
    let matches = 0;
    cy.batch(() => {
      cy.nodes().forEach((drawn) => {
        const node = nodes.get(drawn.id());
        drawn.toggleClass("hidden", node !== undefined && !node.box && hidden.has("kind:" + node.kind));
        const hit = words !== "" && node !== undefined && (named(node) + " " + (node.text || "")).toLowerCase().includes(words);
        drawn.toggleClass("match", hit);
        matches += hit ? 1 : 0;
      });
      cy.nodes(".box").forEach((box) => box.toggleClass("hidden", box.children().nonempty() && box.children().not(".hidden").empty()));
      cy.edges().forEach((drawn) => drawn.toggleClass("hidden", hidden.has("property:" + edges.get(drawn.id()).property)));
    });
    let shown = 0;
    for (const [id, row] of rows) {
      const edge = edges.get(id);
      const out = hidden.has("property:" + edge.property)
        || [edge.source, edge.target].some((end) => hidden.has("kind:" + nodes.get(end).kind))
        || (words !== "" && !row.dataset.words.includes(words));
      row.hidden = out;
      shown += out ? 0 : 1;
    }
    document.querySelector("caption").textContent = shown + " of " + rows.size + " links";
    document.getElementById("found").textContent = words === "" ? "" : matches + (matches === 1 ? " place" : " places");
  }

  function legend(group, id, label, count, mark) {
    const box = element("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      box.checked ? hidden.delete(group + ":" + id) : hidden.add(group + ":" + id);
      refresh();
    });
    document.getElementById("legend").append(element("label", {}, box, mark, label + " (" + count + ")"));
  }

  for (const [id, label] of Object.entries(data.kinds)) {
    const count = data.nodes.filter((node) => node.kind === id).length;
    const mark = element("span", { className: "swatch" });
    mark.style.borderColor = "var(--" + id + ")";
    if (id === "recommendation" || id === "state" || id === "organization") mark.style.background = "var(--" + id + ")";
    if (count) legend("kind", id, label, count, mark);
  }
  const lines = { buildsOn: "earlier", cites: "provision", mentions: "edge", speaker: "edge" };
  for (const [id, label] of Object.entries(data.properties)) {
    const count = data.edges.filter((edge) => edge.property === id).length;
    const mark = element("span", { className: "line" });
    mark.style.borderColor = "var(--" + lines[id] + ")";
    if (id === "mentions") mark.style.borderStyle = "dashed none none";
    if (count) legend("property", id, label, count, mark);
  }
  document.getElementById("search").addEventListener("input", refresh);
  document.getElementById("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const hits = cy.nodes(".match");
    if (hits.nonempty()) choose(hits[0].id(), true);
  });
  refresh();
  const asked = decodeURIComponent(location.hash.slice(1));
  if (edges.has(asked) || nodes.has(asked)) choose(asked, false);
})();
