// The drawing: a scene → cytoscape elements, their style, the view at first sight, and what is shown of it now.

const LEGIBLE = { wide: 9, narrow: 11 };
const ROOMY = 1.15;
const STRONGEST = 12;
const LINE_HEADING = FONT + 2;
const PADDING = 7;

let boxes = new Map();
let drawnScene = -1;

const cy = cytoscape({ container: byId("drawing"), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, elements: [] });

function elementsOf(of) {
  boxes = sized(of);
  const weights = [...of.edges.values()].map((edge) => edge.weight).sort((a, b) => b - a);
  const told = of.heaviest > 1 ? Math.max(2, weights[Math.min(STRONGEST, weights.length) - 1]) : Infinity;
  const taken = [...boxes.values()];
  const enough = weights.filter((weight) => weight >= told).length <= 2 * STRONGEST ? told : told + 1;
  const top = Math.min(...[...boxes.values()].map((one) => one.y - one.h / 2), 0) - (of.boxes.length ? 62 : 36);
  return [
    ...headings(of.lanes.filter((lane) => lane.heading), top),
    ...of.boxes.map((box) => ({ group: "nodes", classes: "box", grabbable: false, data: { id: box.id, kind: box.kind, label: box.label, shown: box.label, w: 0, h: 0, wide: 0, shift: 0 } })),
    ...[...of.nodes.values()].filter((node) => !node.box).map((node) => {
      const { x, y, w, h, shown } = boxes.get(node.id);
      return { group: "nodes", classes: "thing", data: { id: node.id, kind: node.kind, w, h, shown }, position: { x, y } };
    }),
    ...[...of.edges.values()].map((edge) => ({
      group: "edges",
      data: {
        id: edge.id, source: edge.source, target: edge.target, property: edge.property,
        width: of.lines[edge.property].width + 7 * ((edge.weight - 1) / Math.max(4, of.heaviest - 1)),
        share: of.heaviest > 2 ? 0.3 + (0.6 * edge.weight) / of.heaviest : 0.7,
        ...numbered(of, edge, edge.weight >= enough, taken),
        ...(of.layout === "lanes" ? sides(of, edge) : { from: "outside-to-node", to: "outside-to-node" }),
        ...bent(of, edge),
        phase: dashPhase(of, edge),
      },
    })),
  ];
}

// Headings of lanes, each as wide as its neighbours leave it.

function headings(lanes, y) {
  const at = (lane) => (lane.from + lane.to) / 2;
  const wish = (lane) => Math.min(widthOf(lane.heading, true, LINE_HEADING) + 4, 320);
  return lanes.map((lane, index) => {
    const beside = [lanes[index - 1], lanes[index + 1]].filter(Boolean);
    const room = beside.map((other) => Math.max(Math.abs(at(other) - at(lane)) - 14, 2 * (Math.abs(at(other) - at(lane)) - 14) - wish(other)));
    const shown = wrapped(lane.heading, Math.min(wish(lane), ...room), 2, true, LINE_HEADING).join("\n");
    return { group: "nodes", classes: "heading", grabbable: false, selectable: false, data: { id: "heading-" + index, shown, from: lane.from, to: lane.to }, position: { x: at(lane), y } };
  });
}

// The frame of a box goes round what is shown in it, where that stands now; its heading, with the number of
// things in it, may reach to the end of its lane.
// The nodes in it are not its children for cytoscape, which would reckon all of them anew with each step of a hand.

function frame(box) {
  const of = scene();
  const inside = (of.children.get(box.id()) || []).map((child) => cy.getElementById(child)).filter((one) => one.nonempty() && !one.hasClass("hidden"));
  box.toggleClass("hidden", inside.length === 0);
  if (inside.length === 0) return;
  const { x, y, w, h } = around(inside.map((one) => ({ ...one.position(), w: one.data("w"), h: one.data("h") })));
  const [left, right] = [x - w / 2 + PADDING, x + w / 2 - PADDING];
  const lane = of.lanes.find((one) => one.from <= left + 1 && right - 1 <= one.to);
  const wide = Math.max(110, lane ? lane.to - Math.min(lane.from, left) + 12 : right - left + 12);
  const name = box.data("label") + " (" + inside.length + ")", tail = name.slice(box.data("label").length);
  const lines = widthOf(name, true) > wide && roomAbove(of, box.id(), x, y - h / 2, wide) ? wrapped(name, wide, 2, true) : [name];
  if (widthOf(lines.at(-1), true) > wide || lines.at(-1).endsWith("…")) lines.push(cutTo(lines.pop().replace(tail, "").replace(/…$/, ""), wide - widthOf("…" + tail, true), true).replace(/…?$/, "…") + tail);
  const long = Math.max(...lines.map((line) => widthOf(line, true)));
  const begin = long <= w ? x - long / 2 : Math.min(x - w / 2, Math.max((lane ? lane.to : x + w / 2) + 12 - long, lane ? lane.from - 12 : -Infinity));
  const told = { w, h, wide, shown: lines.join("\n"), shift: long <= w ? 0 : begin + long / 2 - x };
  if (Object.entries(told).some(([key, value]) => box.data(key) !== value)) box.data(told);
  if (box.position().x !== x || box.position().y !== y) box.position({ x, y });
}

// Is there room for two lines of a heading: nothing stands there, and no line runs there?

const TWO_LINES = 2 * LINE_HEIGHT + 10;

function roomAbove(of, id, x, top, wide) {
  const near = (other, far) => Math.abs(other.x - x) < far && other.y < top;
  const things = [...boxes].every(([one, at]) => of.nodes.get(one).parent === id || !near(at, (wide + at.w) / 2) || at.y + at.h / 2 + PADDING < top - TWO_LINES);
  const lane = laneAt(of, x);
  return things && [...of.edges.values()].every((edge) => (edge.way || []).every(([at, y]) => at !== lane || y > top || y < top - TWO_LINES));
}

function around(inside) {
  const [left, right] = [Math.min(...inside.map((one) => one.x - one.w / 2)), Math.max(...inside.map((one) => one.x + one.w / 2))];
  const [top, bottom] = [Math.min(...inside.map((one) => one.y - one.h / 2)), Math.max(...inside.map((one) => one.y + one.h / 2))];
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left + 2 * PADDING, h: bottom - top + 2 * PADDING };
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
  const kindInk = (node) => inks[node.data("kind")] || ink;
  const line = (edge) => of.lines[edge.data("property")] || FREE[0];
  const polygon = (node) => {
    const points = outline(looks(node).shape, node.data("w") / node.data("h"));
    return points ? flat(points) : "-1 -1 1 -1 1 1 -1 1";
  };
  return [
    { selector: "node", style: { label: "data(shown)", color: ink, "font-family": FAMILY, "font-size": FONT, "text-valign": "center", "overlay-opacity": 0, "z-index-compare": "manual", "z-index": 3, "text-wrap": "wrap", "line-height": LINE_HEIGHT / FONT } },
    { selector: ".box", style: { "z-index": 0, shape: "round-rectangle", "background-color": box, "border-width": 1, "border-color": kindInk, "text-valign": "top", "text-halign": "center", "text-margin-y": -3, "text-margin-x": "data(shift)", "font-weight": "bold", width: "data(w)", height: "data(h)" } },
    { selector: ".heading", style: { width: 1, height: 1, "background-opacity": 0, "font-size": FONT + 2, "font-weight": "bold", color: colour("quiet"), events: "no" } },
    { selector: ".thing", style: { shape: (node) => (outline(looks(node).shape, 2) ? "polygon" : "round-rectangle"), "shape-polygon-points": polygon, "corner-radius": (node) => (looks(node).shape === "pill" ? node.data("h") / 2 : 6), width: "data(w)", height: "data(h)", "background-color": (node) => (looks(node).filled ? kindInk(node) : page), "border-width": (node) => (looks(node).border === "double" ? 4 : node.data("h") < 20 ? 1 : 2), "border-style": (node) => looks(node).border || "solid", "border-color": kindInk, color: (node) => (looks(node).filled ? page : ink), "font-weight": (node) => (looks(node).filled ? "bold" : "normal") } },
    { selector: "edge", style: { width: "data(width)", label: "data(shown)", "source-label": "data(first)", "target-label": "data(last)", "source-text-offset": "data(off)", "target-text-offset": "data(off)", "font-size": FONT - 1, "font-weight": "bold", color: ink, "text-background-color": page, "text-background-opacity": 0.9, "text-background-padding": 1, "line-color": (edge) => colour(line(edge).ink), "line-style": (edge) => (DASHES[line(edge).style] ? "dashed" : "solid"), opacity: "data(share)", "text-opacity": 1, "curve-style": of.edges.size > DATA.most ? "haystack" : "straight", "source-endpoint": "data(from)", "target-endpoint": "data(to)", "target-arrow-shape": of.directed ? "triangle" : "circle", "source-arrow-shape": of.directed ? "none" : "circle", "source-arrow-color": (edge) => colour(line(edge).ink), "line-dash-pattern": (edge) => DASHES[line(edge).style] || DASHES.dashed, "line-dash-offset": "data(phase)", "target-arrow-color": (edge) => colour(line(edge).ink), "arrow-scale": of.directed ? 0.8 : 0.75, "overlay-opacity": 0, "z-index-compare": "manual", "z-index": 1 } },
    { selector: "edge[first != ''], edge[last != ''], edge[shown != '']", style: { "z-index": 2 } },
    { selector: "edge.bent", style: { "curve-style": "round-segments", "edge-distances": "endpoints", "segment-weights": "data(weights)", "segment-distances": "data(distances)", "segment-radii": TURN, "source-endpoint": "data(begin)", "target-endpoint": "data(end)" } },
    { selector: "edge.arched", style: { "curve-style": "unbundled-bezier", "edge-distances": "node-position", "control-point-weights": "data(at)", "control-point-distances": "data(arch)" } },
    { selector: "edge[property = 'mentions']", style: { opacity: 0.5 } },
    { selector: "edge[property = 'speaker']", style: { opacity: 0.4 } },
    { selector: ".resting", style: { visibility: "hidden" } },
    { selector: ".hidden", style: { display: "none" } },
    { selector: "edge.faint", style: { opacity: 0.08, "text-opacity": 0 } },
    { selector: "node.thing.faint", style: { opacity: 0.45 } },
    { selector: "edge.near", style: { opacity: 1, "z-index": 4 } },
    { selector: "edge.chosen", style: { opacity: 1, width: 5, "line-color": focus, "target-arrow-color": focus, "z-index": 5 } },
    { selector: "node.match", style: { "border-width": 5, "border-color": focus, "border-style": "solid" } },
    { selector: "node.chosen", style: { "border-width": 5, "border-color": focus, "border-style": "solid", "z-index": 6 } },
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
  });
  cy.batch(() => {
    cy.nodes(".box").forEach((node) => {
      frame(node);
      node.toggleClass("match", of.nodes.has(node.id()) && hits(of.nodes.get(node.id())));
    });
    cy.nodes(".heading").forEach((node) => {
      const { from, to } = node.data();
      node.toggleClass("hidden", !cy.nodes(".thing").some((one) => !one.hasClass("hidden") && boxes.get(one.id()).x >= from && boxes.get(one.id()).x <= to));
    });
    cy.edges().forEach((edge) => {
      edge.toggleClass("hidden", !shown.edges.has(edge.id()));
      bend(edge, edge.connectedNodes().every((end) => stands(of, end)));
    });
  });
}

const shownElements = () => cy.elements().filter((one) => !one.hasClass("hidden"));

const leastZoom = () => (cy.width() < 500 ? LEGIBLE.narrow : LEGIBLE.wide) / FONT;

// First sight: all of it if its labels stay legible, else as much as can be read, about the lane it is drawn for.

function firstSight() {
  if (visible().nodes.size === 0 || cy.width() < 20) return;
  const frame = shownElements().boundingBox();
  const fit = Math.min((cy.width() - 20) / frame.w, (cy.height() - 20) / frame.h);
  const zoom = Math.min(ROOMY, Math.max(fit, leastZoom()));
  const middle_ = (from, length, room) => room / 2 - (from + length / 2) * zoom;
  const lane = scene().lanes.find((one) => one.main && one.from < one.to);
  const across = () => {
    if (frame.w * zoom <= cy.width() - 16 || !lane) return middle_(frame.x1, frame.w, cy.width());
    const wish = (lane.to - lane.from) * zoom > cy.width() ? 10 - lane.from * zoom : middle_(lane.from, lane.to - lane.from, cy.width());
    return Math.min(10 - frame.x1 * zoom, Math.max(wish, cy.width() - 10 - frame.x2 * zoom));
  };
  const down = frame.h * zoom <= cy.height() - 16 || scene().layout !== "lanes" ? middle_(frame.y1, frame.h, cy.height()) : 10 - frame.y1 * zoom;
  cy.viewport({ zoom, pan: { x: across(), y: down } });
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

// The whole, small, with the part that is in view: drawn only where not all of it is.

function drawMap() {
  const canvas = byId("map");
  const all = cy.nodes(".thing").filter((one) => !one.hasClass("hidden"));
  const frame = all.boundingBox(), seen = cy.extent();
  const whole = seen.x1 <= frame.x1 + 5 && seen.y1 <= frame.y1 + 5 && seen.x2 >= frame.x2 - 5 && seen.y2 >= frame.y2 - 5;
  canvas.hidden = all.empty() || whole;
  if (matchMedia("(max-width: 760px)").matches) byId("tabs").before(canvas); // beside the drawing or below, not over it
  else byId("count").before(canvas);
  if (canvas.hidden) return;
  const scale = Math.min(Math.min(150, cy.width() / 4) / frame.w, 110 / frame.h);
  [canvas.width, canvas.height] = [frame.w * scale + 8, frame.h * scale + 8];
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour("quiet");
  all.forEach((node) => {
    const { x, y } = node.position();
    pen.fillRect(4 + (x - frame.x1 - node.width() / 2) * scale, 4 + (y - frame.y1 - node.height() / 2) * scale, Math.max(2, node.width() * scale - 1), Math.max(1, node.height() * scale - 0.5));
  });
  pen.strokeStyle = colour("focus");
  pen.lineWidth = 2;
  const inside = (value, most) => Math.max(1, Math.min(most - 1, 4 + value * scale));
  const [left, top] = [inside(seen.x1 - frame.x1, canvas.width), inside(seen.y1 - frame.y1, canvas.height)];
  pen.strokeRect(left, top, inside(seen.x2 - frame.x1, canvas.width) - left, inside(seen.y2 - frame.y1, canvas.height) - top);
  canvas.onclick = (event) => {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - 4) / scale + frame.x1, y = (event.clientY - box.top - 4) / scale + frame.y1;
    cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
  };
}

// What a test asks: the labels in view of all that is shown, how many of their boxes meet, how small the smallest is.

function labels() {
  const found = shownElements().filter((one) => written(one));
  const rects = found.map((one) => {
    if (one.hasClass("heading")) return box(one.position().x, one.position().y, Math.max(...text_(one).map((line) => widthOf(line, true, FONT + 2))), LINE_HEIGHT * text_(one).length, one);
    if (one.isNode() && !one.hasClass("box")) return box(one.position().x, one.position().y, one.width(), one.height(), one);
    const text = written(one);
    if (one.isEdge()) return box(numberAt(one).x, numberAt(one).y, widthOf(text, true, FONT - 1) + 2, FONT + 2, one);
    const frame = one.boundingBox({ includeLabels: false });
    const lines = text_(one);
    return box((frame.x1 + frame.x2) / 2 + one.data("shift"), frame.y1 - 3 - (FONT + LINE_HEIGHT * (lines.length - 1)) / 2, Math.max(...lines.map((line) => widthOf(line, true))), FONT + LINE_HEIGHT * (lines.length - 1), one);
  });
  const meeting = new Set();
  rects.forEach((one, at) => rects.slice(at + 1).forEach((other) => {
    if (one.x1 < other.x2 - 1 && other.x1 < one.x2 - 1 && one.y1 < other.y2 - 1 && other.y1 < one.y2 - 1) meeting.add(one.id).add(other.id);
  }));
  const bare = [...visible().nodes].filter((id) => !cy.getElementById(id).data("shown"));
  return { labels: rects.length, meeting: [...meeting], share: rects.length ? meeting.size / rects.length : 0, pixels: FONT * cy.zoom(), bare };
}

const written = (one) => one.data("shown") || one.data("first") || one.data("last") || "";
const text_ = (one) => one.data("shown").split("\n");
const box = (x, y, w, h, one) => ({ id: one.id(), x1: x - w / 2, x2: x + w / 2, y1: y - h / 2, y2: y + h / 2 });
