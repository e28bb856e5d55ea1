// What is shown now → a PNG or an SVG file; the SVG keeps names and quotes as titles that a reader's pointer opens.

const round = (number) => Math.round(number * 100) / 100;
const file = (ending) => (scene().projection || "network").replace(/[^A-Za-z0-9_-]+/g, "-") + "." + ending;

function give(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(name + " is saved.");
}

function savePng() {
  if (shownElements().empty()) return announce("Nothing is drawn that could be saved.");
  return give(cy.png({ full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: colour("page"), output: "blob" }), file("png"));
}

function saveSvg() {
  if (shownElements().empty()) return announce("Nothing is drawn that could be saved.");
  return give(new Blob([svg()], { type: "image/svg+xml" }), file("svg"));
}

// Where a line from a node's middle towards x and y leaves the node's rectangle.

function rim(node, x, y) {
  const at = node.position();
  const [dx, dy] = [x - at.x, y - at.y];
  const t = Math.min(node.width() / 2 / Math.abs(dx || 1e-9), node.height() / 2 / Math.abs(dy || 1e-9), 1);
  return { x: at.x + dx * t, y: at.y + dy * t };
}

// A path through points, its corners rounded as on the screen.

const point = ({ x, y }) => round(x) + " " + round(y);

function rounded(points) {
  const towards = (at, other) => {
    const share = Math.min(TURN, Math.hypot(other.x - at.x, other.y - at.y) / 2) / (Math.hypot(other.x - at.x, other.y - at.y) || 1);
    return { x: at.x + (other.x - at.x) * share, y: at.y + (other.y - at.y) * share };
  };
  const corners = points.slice(1, -1).map((at, before) => `L${point(towards(at, points[before]))}Q${point(at)} ${point(towards(at, points[before + 2]))}`);
  return `M${point(points[0])}${corners.join("")}L${point(points.at(-1))}`;
}

function svgText(text, x, y, attributes) {
  const lines = text.split("\n");
  const made = drawn("text", { x: round(x), "text-anchor": "middle", ...attributes });
  lines.forEach((line, at) => {
    const part = drawn("tspan", { x: round(x), y: round(y + (at - (lines.length - 1) / 2) * LINE_HEIGHT + FONT * 0.35) });
    part.textContent = line;
    made.append(part);
  });
  return made;
}

function titled(tag, attributes, title) {
  const made = drawn(tag, attributes);
  const words_ = drawn("title", {});
  words_.textContent = title;
  made.append(words_);
  return made;
}

function svgEdge(edge, of) {
  const known = of.edges.get(edge.id());
  const [source, target] = [edge.source(), edge.target()];
  const [from, to] = [edge.sourceEndpoint() || rim(source, target.position().x, target.position().y), edge.targetEndpoint() || rim(target, source.position().x, source.position().y)];
  const ink = edge.style("line-color");
  const dash = DASHES[of.lines[known.property].style]?.join(" ");
  const quotes = marks(known).slice(0, 3).map((one) => "“" + one + "”").join(" ");
  const group = titled("g", { opacity: round(Number(edge.style("opacity"))) }, nameOf(of.nodes.get(known.source)) + " " + saying(of, known) + " " + nameOf(of.nodes.get(known.target)) + (quotes ? ": " + quotes : ""));
  const bends = edge.hasClass("bent") ? edge.segmentPoints() : [], arch = edge.hasClass("arched") ? edge.controlPoints()[0] : null;
  const last = arch || bends.at(-1) || from;
  group.append(drawn("path", { d: arch ? `M${point(from)}Q${point(arch)} ${point(to)}` : rounded([from, ...bends, to]), stroke: ink, "stroke-width": round(edge.width()), fill: "none", ...(dash ? { "stroke-dasharray": dash, "stroke-dashoffset": round(edge.data("phase")) } : {}) }));
  if (of.directed) {
    const angle = Math.atan2(to.y - last.y, to.x - last.x), long = 6 + edge.width();
    const corner = (turn) => round(to.x - long * Math.cos(angle + turn)) + " " + round(to.y - long * Math.sin(angle + turn));
    group.append(drawn("path", { d: `M${round(to.x)} ${round(to.y)}L${corner(0.45)}L${corner(-0.45)}Z`, fill: ink }));
  }
  else for (const end of [from, to]) group.append(drawn("circle", { cx: round(end.x), cy: round(end.y), r: 2.5, fill: ink }));
  if (written(edge)) group.append(svgText(written(edge), numberAt(edge).x, numberAt(edge).y, { "font-weight": "bold", fill: colour("ink"), stroke: colour("page"), "stroke-width": 3, "paint-order": "stroke" }));
  return group;
}

function svgNode(node, of) {
  const known = of.nodes.get(node.id());
  const look = lookOf(known.kind), ink = inkOf(known.kind);
  const { x, y } = node.position();
  const dash = { dashed: "5 3", dotted: "2 3" }[look.border];
  const group = titled("g", Number(node.style("opacity")) < 1 ? { opacity: round(Number(node.style("opacity"))) } : {}, nameOf(known) + " (" + (DATA.kinds[known.kind] || known.kind) + ")" + (DATA.texts[known.id] ? ": " + DATA.texts[known.id] : ""));
  const line = { stroke: ink, "stroke-width": 2, fill: look.filled ? ink : colour("page"), ...(dash ? { "stroke-dasharray": dash } : {}) };
  group.append(drawn("path", { d: pathOf(look.shape, x, y, node.width(), node.height()), ...line }));
  if (look.border === "double") group.append(drawn("path", { d: pathOf(look.shape, x, y, node.width() - 6, node.height() - 6), ...line, "stroke-width": 1 }));
  group.append(svgText(node.data("shown"), x, y, { fill: look.filled ? colour("page") : colour("ink"), ...(look.filled ? { "font-weight": "bold" } : {}) }));
  return group;
}

const svgHeading = (node) => svgText(node.data("shown"), node.position().x, node.position().y, { "font-weight": "bold", "font-size": FONT + 2, fill: colour("quiet") });

function svgBox(node) {
  const frame = node.boundingBox({ includeLabels: false });
  const group = drawn("g", {});
  group.append(drawn("rect", { x: round(frame.x1), y: round(frame.y1), width: round(frame.w), height: round(frame.h), rx: 6, fill: colour("box"), stroke: inkOf(node.data("kind")) }));
  group.append(svgText(node.data("shown"), (frame.x1 + frame.x2) / 2 + node.data("shift"), frame.y1 - 3 - (FONT + LINE_HEIGHT * (text_(node).length - 1)) / 2, { "font-weight": "bold", fill: colour("ink") }));
  return group;
}

function svg() {
  const of = scene();
  const all = shownElements();
  const frame = all.boundingBox();
  const [left, top, width, height] = [frame.x1 - 20, frame.y1 - 60, frame.w + 40, frame.h + 100].map(Math.round);
  const root = drawn("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, role: "img", "aria-labelledby": "picture-title", "font-family": FAMILY, "font-size": FONT });
  const name = drawn("title", { id: "picture-title" });
  name.textContent = of.title;
  root.append(name, drawn("rect", { x: left, y: top, width, height, fill: colour("page") }));
  const head = svgText(of.title, left + 20, top + 25, { "font-weight": "bold", "font-size": 19, fill: colour("ink") });
  head.setAttribute("text-anchor", "start");
  const foot = svgText(byId("count").textContent + ". Rapporteur.", left + 20, top + height - 18, { fill: colour("quiet") });
  foot.setAttribute("text-anchor", "start");
  root.append(head, foot);
  root.append(drawn("g", {}, ...all.filter(".box").map(svgBox), ...all.filter(".heading").map(svgHeading)));
  root.append(drawn("g", {}, ...all.filter("edge").map((edge) => svgEdge(edge, of))));
  root.append(drawn("g", {}, ...all.filter("node.thing").map((node) => svgNode(node, of))));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root);
}
