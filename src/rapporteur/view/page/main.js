// The start: what changes is told to the drawing, the controls and the table; what is touched becomes a choice.

const BUSY = 300;
const NAMED = 12;

let sighted = true;
let mapping = 0;

function refresh(what) {
  const other = what.scene !== undefined;
  redraw();
  if (other) {
    chosen = null;
    showNothing();
    firstSight();
  } else if (["only", "who", "theme", "strength", "gone"].some((key) => key in what) && !byId("canvas").hidden) fitReadable();
  if (!what.words) legend();
  refreshControls();
  fillTable();
  mark();
  drawMap();
}

// After a filter: what is left fills the view, yet is never blown up.

function fitReadable() {
  const all = shownElements();
  if (all.empty()) return;
  cy.fit(all, 24);
  if (cy.zoom() > ROOMY) {
    cy.zoom(ROOMY);
    cy.center(all);
  }
}

listeners.push(refresh);
controls();
byId("list-lines").addEventListener("click", () => listAs("lines"));
byId("list-things").addEventListener("click", () => listAs("things"));

cy.on("tap", "node.thing, edge, .box", (event) => {
  const id = event.target.id();
  if (scene().nodes.has(id) || scene().edges.has(id)) choose(id);
});
cy.on("tap", (event) => { if (event.target === cy) choose(null); });
// Of many lines only those of the thing in hand are drawn while it moves, so that it follows the hand.

cy.on("grab", "node.thing", (event) => {
  if (visible().edges.size > BUSY) cy.edges().not(event.target.connectedEdges()).addClass("resting");
});
cy.on("drag", "node.thing", (event) => {
  const box = scene().nodes.get(event.target.id()).parent;
  if (box) frame(cy.getElementById(box));
  event.target.connectedEdges().forEach((edge) => bend(edge, false));
});
cy.on("free", "node.thing", () => cy.edges(".resting").removeClass("resting"));
cy.on("dragfree", "node.thing", (event) => {
  const { x, y } = event.target.position();
  const was = now().moved[event.target.id()] || [boxes.get(event.target.id()).x, boxes.get(event.target.id()).y];
  if (was[0] !== x || was[1] !== y) change({ moved: { ...now().moved, [event.target.id()]: [x, y] } }, "Moved.");
});
// Who leads to a thing that is counted, for the pointer that rests on it.

function leading(of, node) {
  const from = of.directed && node.count ? [...new Set(of.around.get(node.id).filter((edge) => edge.target === node.id).map((edge) => of.nodes.get(edge.source)))] : [];
  const named = from.slice(0, NAMED).map((one) => one.short || one.label);
  return named.length ? "\nFrom " + named.join(", ") + (from.length > NAMED ? " and " + (from.length - NAMED) + " more" : "") : "";
}

cy.on("mouseover", "node, edge", (event) => {
  const of = scene(), id = event.target.id();
  byId("drawing").style.cursor = "pointer";
  const edge = of.edges.get(id), node = of.nodes.get(id);
  byId("drawing").title = edge ? nameOf(of.nodes.get(edge.source)) + " " + saying(of, edge) + " " + nameOf(of.nodes.get(edge.target)) : node ? nameOf(node) + (node.label !== nameOf(node) ? " · " + node.label : "") + leading(of, node) : event.target.data("label") || event.target.data("shown");
});
cy.on("mouseout", () => { byId("drawing").title = ""; byId("drawing").style.cursor = ""; });
cy.on("viewport", () => { cancelAnimationFrame(mapping); mapping = requestAnimationFrame(drawMap); });
cy.on("viewport", () => { sighted = false; });

// The wheel scrolls the notebook until somebody has touched the drawing.

cy.userZoomingEnabled(false);
byId("drawing").addEventListener("pointerdown", () => cy.userZoomingEnabled(true), true);
byId("drawing").addEventListener("pointerleave", () => cy.userZoomingEnabled(false));

new ResizeObserver(() => {
  if (byId("canvas").hidden) return;
  const first = sighted;
  cy.resize();
  if (first) firstSight();
  sighted = first;
  drawMap();
}).observe(byId("drawing"));

dress();
refresh({ scene: 0 });
sighted = true;
const asked = decodeURIComponent(location.hash.slice(1));
const line = [...scene().edges.values()].find((edge) => edge.links.includes(asked));
if (line || scene().nodes.has(asked)) choose(line ? line.id : asked);

// For tests and measures: nothing in the page needs it.

window.rapporteur = { cy, labels, svg, choose, change, undo, redo, openAt, visible: () => visible(), scene: () => scene(), shown: () => ({ nodes: visible().nodes.size, edges: visible().edges.size }) };
