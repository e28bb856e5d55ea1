// The drawing: a scene → cytoscape elements, their style, the view at first sight, and what is shown of it now.

const LEGIBLE = { wide: 9, narrow: 11 };
const ROOMY = 1.15;
const STRONGEST = 12;

let boxes = new Map();
let drawnScene = -1;

const cy = cytoscape({ container: byId("drawing"), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, elements: [] });

function elementsOf(of) {
  boxes = sized(of);
  const weights = [...of.edges.values()].map((edge) => edge.weight).sort((a, b) => b - a);
  const told = of.heaviest > 1 ? Math.max(2, weights[Math.min(STRONGEST, weights.length) - 1]) : Infinity;
  const enough = weights.filter((weight) => weight >= told).length <= 2 * STRONGEST ? told : told + 1;
  return [
    ...of.boxes.map((box) => ({ group: "nodes", classes: "box", grabbable: false, data: { id: box.id, kind: box.kind, shown: box.label, wide: boxWidth(of, box.id) } })),
    ...[...of.nodes.values()].filter((node) => !node.box).map((node) => {
      const { x, y, w, h, shown } = boxes.get(node.id);
      return { group: "nodes", classes: "thing", data: { id: node.id, parent: node.parent, kind: node.kind, w, h, shown }, position: { x, y } };
    }),
    ...[...of.edges.values()].map((edge) => ({
      group: "edges",
      data: {
        id: edge.id, source: edge.source, target: edge.target, property: edge.property,
        width: of.lines[edge.property].width + (of.heaviest > 1 ? 7 * ((edge.weight - 1) / (of.heaviest - 1)) : 0),
        shown: edge.weight >= enough ? String(edge.weight) : "",
        ...(of.layout === "lanes" ? sides(of, edge) : { from: "outside-to-node", to: "outside-to-node" }),
      },
    })),
  ];
}

// The width a box's heading may take: that of what stands in it.

function boxWidth(of, id) {
  const inside = (of.children.get(id) || []).map((child) => boxes.get(child)).filter(Boolean);
  const left = Math.min(...inside.map((box) => box.x - box.w / 2)), right = Math.max(...inside.map((box) => box.x + box.w / 2));
  return inside.length ? Math.max(130, right - left + 12) : 200;
}

// In lanes a line leaves a node on the side that faces the other end.

function sides(of, edge) {
  const at = (id) => boxes.get(id)?.x ?? middle((of.children.get(id) || []).map((child) => boxes.get(child)?.x).filter((x) => x !== undefined));
  const [from, to] = [at(edge.source), at(edge.target)];
  if (Math.abs(from - to) < 30) return { from: "outside-to-node", to: "outside-to-node" };
  return from < to ? { from: "90deg", to: "270deg" } : { from: "270deg", to: "90deg" };
}

const middle = (numbers) => (Math.min(...numbers) + Math.max(...numbers)) / 2;

function style(of) {
  const [ink, page, box, focus] = ["ink", "page", "box", "focus"].map(colour);
  const inks = Object.fromEntries([...new Set([...of.nodes.values(), ...of.boxes].map((node) => node.kind))].map((kind) => [kind, inkOf(kind)]));
  const looks = (node) => lookOf(node.data("kind"));
  const kindInk = (node) => inks[node.data("kind")];
  const line = (edge) => of.lines[edge.data("property")];
  const polygon = (node) => {
    const points = outline(looks(node).shape, node.data("w") / node.data("h"));
    return points ? flat(points) : "-1 -1 1 -1 1 1 -1 1";
  };
  return [
    { selector: "node", style: { label: "data(shown)", color: ink, "font-family": FAMILY, "font-size": FONT, "text-valign": "center", "overlay-opacity": 0, "z-index-compare": "manual", "z-index": 2, "text-wrap": "wrap", "line-height": LINE_HEIGHT / FONT } },
    { selector: ".box", style: { "z-index": 0, shape: "round-rectangle", "background-color": box, "border-width": 1, "border-color": kindInk, "text-valign": "top", "text-halign": "center", "text-margin-y": -3, "font-weight": "bold", padding: 7, "text-wrap": "ellipsis", "text-max-width": "data(wide)" } },
    { selector: ".thing", style: { shape: (node) => (outline(looks(node).shape, 2) ? "polygon" : "round-rectangle"), "shape-polygon-points": polygon, "corner-radius": (node) => (looks(node).shape === "pill" ? node.data("h") / 2 : 6), width: "data(w)", height: "data(h)", "background-color": (node) => (looks(node).filled ? kindInk(node) : page), "border-width": (node) => (looks(node).border === "double" ? 4 : node.data("h") < 20 ? 1 : 2), "border-style": (node) => looks(node).border || "solid", "border-color": kindInk, color: (node) => (looks(node).filled ? page : ink), "font-weight": (node) => (looks(node).filled ? "bold" : "normal") } },
    { selector: "edge", style: { width: "data(width)", label: "data(shown)", "font-size": FONT - 1, "font-weight": "bold", color: ink, "text-background-color": page, "text-background-opacity": 0.9, "text-background-padding": 1, "line-color": (edge) => colour(line(edge).ink), "line-style": (edge) => line(edge).style, opacity: 0.7, "curve-style": of.edges.size > DATA.most ? "haystack" : "straight", "source-endpoint": "data(from)", "target-endpoint": "data(to)", "target-arrow-shape": of.directed ? "triangle" : "none", "target-arrow-color": (edge) => colour(line(edge).ink), "arrow-scale": 0.8, "overlay-opacity": 0, "z-index-compare": "manual", "z-index": 1 } },
    { selector: "edge[property = 'mentions']", style: { opacity: 0.5 } },
    { selector: "edge[property = 'speaker']", style: { opacity: 0.4 } },
    { selector: ".resting", style: { visibility: "hidden" } },
    { selector: ".hidden", style: { display: "none" } },
    { selector: "edge.faint", style: { opacity: 0.08, "text-opacity": 0 } },
    { selector: "node.thing.faint", style: { opacity: 0.3 } },
    { selector: "edge.near", style: { opacity: 1, "z-index": 3 } },
    { selector: "edge.chosen", style: { opacity: 1, width: 5, "line-color": focus, "target-arrow-color": focus, "z-index": 4 } },
    { selector: "node.match", style: { "border-width": 5, "border-color": focus, "border-style": "solid" } },
    { selector: "node.chosen", style: { "border-width": 5, "border-color": focus, "border-style": "solid", "z-index": 5 } },
  ];
}

function redraw() {
  const of = scene();
  if (drawnScene !== now().scene) {
    cy.elements().remove();
    cy.style([]);
    const elements = elementsOf(of);
    cy.style(style(of));
    cy.add(elements);
    drawnScene = now().scene;
  }
  const shown = visible();
  cy.batch(() => {
    cy.nodes(".thing").forEach((node) => {
      node.toggleClass("hidden", !shown.nodes.has(node.id()));
      node.toggleClass("match", hits(of.nodes.get(node.id())));
      const [x, y] = now().moved[node.id()] || [boxes.get(node.id()).x, boxes.get(node.id()).y];
      const at = node.position();
      if (at.x !== x || at.y !== y) node.position({ x, y });
    });
    cy.edges().forEach((edge) => edge.toggleClass("hidden", !shown.edges.has(edge.id())));
  });
  cy.batch(() => {
    cy.nodes(".box").forEach((node) => {
      node.toggleClass("hidden", node.children().not(".hidden").empty());
      node.toggleClass("match", of.nodes.has(node.id()) && hits(of.nodes.get(node.id())));
    });
  });
}

const shownElements = () => cy.elements().filter((one) => !one.hasClass("hidden"));

// First sight: all of it if its labels stay legible, else as much of it as can be read, from its beginning.

function firstSight() {
  const all = shownElements();
  if (all.empty() || cy.width() < 20) return;
  const frame = all.boundingBox();
  const fit = Math.min((cy.width() - 20) / frame.w, (cy.height() - 20) / frame.h);
  const zoom = Math.min(ROOMY, Math.max(fit, (cy.width() < 500 ? LEGIBLE.narrow : LEGIBLE.wide) / FONT));
  const along = (from, length, room) => (length * zoom <= room - 16 || scene().layout !== "lanes" ? room / 2 - (from + length / 2) * zoom : 10 - from * zoom);
  cy.viewport({ zoom, pan: { x: along(frame.x1, frame.w, cy.width()), y: along(frame.y1, frame.h, cy.height()) } });
}

const fitAll = () => cy.fit(shownElements(), 14);

function bring(id) {
  const node = cy.getElementById(id);
  if (node.empty() || node.hasClass("hidden")) return;
  const box = node.renderedBoundingBox();
  const inside = box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
  if (!inside) cy.center(node);
}

const zoomBy = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });

// The whole in the corner, with the part that is in view: drawn only where not all of it is.

function drawMap() {
  const canvas = byId("map");
  const all = cy.nodes(".thing").filter((one) => !one.hasClass("hidden"));
  const frame = all.boundingBox(), seen = cy.extent();
  const whole = seen.x1 <= frame.x1 + 5 && seen.y1 <= frame.y1 + 5 && seen.x2 >= frame.x2 - 5 && seen.y2 >= frame.y2 - 5;
  canvas.hidden = all.empty() || whole;
  if (canvas.hidden) return;
  const scale = Math.min(150 / frame.w, 110 / frame.h);
  [canvas.width, canvas.height] = [frame.w * scale + 8, frame.h * scale + 8];
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour("quiet");
  all.forEach((node) => {
    const { x, y } = node.position();
    pen.fillRect(4 + (x - frame.x1 - node.width() / 2) * scale, 4 + (y - frame.y1 - node.height() / 2) * scale, Math.max(2, node.width() * scale - 1), Math.max(1, node.height() * scale - 0.5));
  });
  pen.strokeStyle = colour("focus");
  pen.lineWidth = 2;
  pen.strokeRect(4 + (seen.x1 - frame.x1) * scale, 4 + (seen.y1 - frame.y1) * scale, seen.w * scale, seen.h * scale);
  canvas.onclick = (event) => {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - 4) / scale + frame.x1, y = (event.clientY - box.top - 4) / scale + frame.y1;
    cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
  };
}

// What a test asks: the labels in view of all that is shown, how many of their boxes meet, how small the smallest is.

function labels() {
  const found = shownElements().filter((one) => one.data("shown"));
  const rects = found.map((one) => {
    if (one.isNode() && !one.hasClass("box")) return box(one.position().x, one.position().y, one.width(), one.height(), one);
    const text = one.data("shown");
    if (one.isEdge()) return box(one.midpoint().x, one.midpoint().y, widthOf(text, true, FONT - 1) + 2, FONT + 2, one);
    const frame = one.boundingBox({ includeLabels: false });
    return box((frame.x1 + frame.x2) / 2, frame.y1 - 3 - FONT / 2, Math.min(widthOf(text, true), one.data("wide")), FONT, one);
  });
  const meeting = new Set();
  rects.forEach((one, at) => rects.slice(at + 1).forEach((other) => {
    if (one.x1 < other.x2 - 1 && other.x1 < one.x2 - 1 && one.y1 < other.y2 - 1 && other.y1 < one.y2 - 1) meeting.add(one.id).add(other.id);
  }));
  const bare = [...visible().nodes].filter((id) => !cy.getElementById(id).data("shown"));
  return { labels: rects.length, meeting: [...meeting], share: rects.length ? meeting.size / rects.length : 0, pixels: FONT * cy.zoom(), bare };
}

const box = (x, y, w, h, one) => ({ id: one.id(), x1: x - w / 2, x2: x + w / 2, y1: y - h / 2, y2: y + h / 2 });
