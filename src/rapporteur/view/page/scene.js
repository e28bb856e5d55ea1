// Data in the page → scenes with indexes; the words for kinds and properties; the looks of each kind.

const DATA = JSON.parse(document.getElementById("data").textContent);

function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined) continue;
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const SVG_SPACE = "http://www.w3.org/2000/svg";

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const byId = (id) => document.getElementById(id);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
const counted = (number, one, many) => number.toLocaleString("en") + " " + (number === 1 ? one : many || one + "s");

// Shape and colour of each kind: the shape alone tells kinds apart, for eyes that do not see the colours.

const LOOKS = {
  recommendation: { shape: "round", filled: true },
  item: { shape: "tag" },
  provision: { shape: "rectangle" },
  treaty: { shape: "rectangle", border: "double" },
  earlier: { shape: "cut" },
  decision: { shape: "octagon" },
  document: { shape: "barrel" },
  paragraph: { shape: "rectangle", border: "dashed" },
  state: { shape: "pill" },
  organization: { shape: "rhomboid" },
  theme: { shape: "hexagon" },
  addressee: { shape: "arrow" },
  note: { shape: "cut", border: "dashed" },
  section: { shape: "round", border: "dashed" },
  person: { shape: "pill", border: "dashed" },
  capacity: { shape: "barrel", border: "dashed" },
  strength: { shape: "octagon", border: "dashed" },
};
const PLAIN = { shape: "round", border: "dotted" };

const lookOf = (kind) => LOOKS[kind] || PLAIN;
const inkOf = (kind) => colour(LOOKS[kind] ? kind : "thing");

// Points of each outline, x and y from -1 to 1, of a node about `ratio` times as wide as high.

function outline(shape, ratio) {
  const slant = Math.min(0.5, 1 / Math.max(1, ratio));
  const corner = 0.5 * slant;
  return {
    rectangle: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    cut: [[-1 + slant, -1], [1 - slant, -1], [1, -0.4], [1, 0.4], [1 - slant, 1], [-1 + slant, 1], [-1, 0.4], [-1, -0.4]],
    octagon: [[-1 + corner, -1], [1 - corner, -1], [1, 0], [1 - corner, 1], [-1 + corner, 1], [-1 + corner, 0.5], [-1, 0], [-1 + corner, -0.5]],
    rhomboid: [[-1 + slant, -1], [1, -1], [1 - slant, 1], [-1, 1]],
    hexagon: [[-1 + slant, -1], [1 - slant, -1], [1, 0], [1 - slant, 1], [-1 + slant, 1], [-1, 0]],
    tag: [[-1, -1], [1 - slant, -1], [1, 0], [1 - slant, 1], [-1, 1]],
    arrow: [[-1, -1], [1 - slant, -1], [1, 0], [1 - slant, 1], [-1, 1], [-1 + slant, 0]],
    barrel: [[-1 + corner, -1], [1 - corner, -1], [1 - corner / 3, -0.5], [1, 0], [1 - corner / 3, 0.5], [1 - corner, 1], [-1 + corner, 1], [-1 + corner / 3, 0.5], [-1, 0], [-1 + corner / 3, -0.5]],
  }[shape] || null;
}

const flat = (points) => points.flat().map((number) => Math.round(number * 1000) / 1000).join(" ");

// The path of a node's outline in SVG, its middle at x and y.

function pathOf(shape, x, y, width, height) {
  const points = outline(shape, width / height);
  const number = (value) => String(Math.round(value * 100) / 100);
  if (points) return "M" + points.map(([px, py]) => number(x + (px * width) / 2) + " " + number(y + (py * height) / 2)).join("L") + "Z";
  const r = shape === "pill" ? height / 2 : Math.min(6, height / 2);
  const [left, top] = [x - width / 2, y - height / 2];
  const arc = (dx, dy) => `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}`;
  return `M${number(left + r)} ${number(top)}h${number(width - 2 * r)}${arc(r, r)}v${number(height - 2 * r)}${arc(-r, r)}`
    + `h${number(2 * r - width)}${arc(-r, -r)}v${number(2 * r - height)}${arc(r, -r)}Z`;
}

// Lines: known properties keep their look in every picture, others take the next free one.

const LINES = {
  buildsOn: { ink: "earlier", width: 3, style: "solid" },
  cites: { ink: "provision", width: 1.6, style: "solid" },
  mentions: { ink: "edge", width: 1.6, style: "dashed" },
  speaker: { ink: "edge", width: 1, style: "solid" },
  presented: { ink: "organization", width: 1.6, style: "dotted" },
  participant: { ink: "capacity", width: 1, style: "dashed" },
  addressee: { ink: "earlier", width: 1.6, style: "solid" },
  secondaryActor: { ink: "organization", width: 1.6, style: "dashed" },
  recommendedBy: { ink: "recommendation", width: 1.6, style: "solid" },
  recordedIn: { ink: "edge", width: 1, style: "dotted" },
  citedWith: { ink: "provision", width: 1.6, style: "solid" },
  occursWith: { ink: "decision", width: 1.6, style: "solid" },
  merged: { ink: "edge", width: 1.6, style: "solid" },
};
const FREE = [
  { ink: "recommendation", width: 1.6, style: "solid" },
  { ink: "organization", width: 1.6, style: "dashed" },
  { ink: "decision", width: 1.6, style: "dotted" },
  { ink: "document", width: 2.4, style: "solid" },
  { ink: "state", width: 1.6, style: "dashed" },
];

function linesOf(edges) {
  const looks = {};
  let next = 0;
  for (const edge of edges) {
    if (looks[edge.property]) continue;
    looks[edge.property] = LINES[edge.property] || FREE[next++ % FREE.length];
  }
  return looks;
}

// What a thing is called: a number alone says too little outside its lane.

function nameOf(node) {
  const kind = DATA.kinds[node.kind] || "";
  const numbered = /^[\d(]/.test(node.label) && ["recommendation", "item", "paragraph"].includes(node.kind);
  return numbered ? { recommendation: "Recommendation ", item: "Item ", paragraph: "Paragraph " }[node.kind] + node.label : node.label || kind;
}

const valuesOf = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : String(value).split("; "));

function openScene(raw) {
  const nodes = new Map(raw.nodes.map((node) => [node.id, node]));
  const edges = new Map();
  const around = new Map(raw.nodes.map((node) => [node.id, []]));
  raw.edges.forEach((edge, at) => {
    const known = { ...edge, id: "line-" + at };
    edges.set(known.id, known);
    around.get(edge.source).push(known);
    if (edge.target !== edge.source) around.get(edge.target).push(known);
  });
  const children = new Map();
  for (const node of raw.nodes) if (node.parent) children.set(node.parent, [...(children.get(node.parent) || []), node.id]);
  const neighbours = (id) => around.get(id).map((edge) => (edge.source === id ? edge.target : edge.source));
  const heaviest = raw.edges.reduce((most, edge) => Math.max(most, edge.weight), 1);
  return { ...raw, nodes, edges, around, children, neighbours, heaviest, lines: linesOf(raw.edges) };
}

const SCENES = DATA.scenes.map(openScene);

function saying(scene, edge) {
  const word = edge.label || DATA.properties[edge.property] || edge.property || "is linked with";
  return scene.directed ? word : /^[a-z]/.test(word) ? word : "is linked with";
}
