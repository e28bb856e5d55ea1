// What is shown: one frozen state, a history of them, and which nodes and lines of a scene pass its filters.

const BARE = { off: [], strength: "", theme: "", who: "", grade: "", only: null, gone: [], moved: {} };

const history_ = { past: [], now: Object.freeze({ scene: 0, ...BARE, gone: SCENES[0].back }), future: [] };
const listeners = [];
let words = "";

const now = () => history_.now;
const scene = () => SCENES[now().scene];

function change(what, say) {
  history_.past.push(history_.now);
  history_.future = [];
  history_.now = Object.freeze({ ...history_.now, ...what });
  tell(say, what);
}

function step(from, to, say) {
  if (from.length === 0) return announce("Nothing to " + say + ".");
  const before = history_.now;
  to.push(before);
  history_.now = from.pop();
  tell(say === "undo" ? "Undone." : "Done again.", { scene: history_.now.scene === before.scene ? undefined : history_.now.scene });
}

const undo = () => step(history_.past, history_.future, "undo");
const redo = () => step(history_.future, history_.past, "redo");

function tell(say, what) {
  for (const listener of listeners) listener(what || {});
  if (say) announce(say);
}

function announce(say) {
  byId("said").textContent = say;
}

function search(text) {
  words = text.trim().toLowerCase();
  tell("", { words: true });
}

const textOf = (node) => [nameOf(node), node.label, node.short, node.group, DATA.texts[node.id]].filter(Boolean).join(" ").toLowerCase();
const hits = (node) => words !== "" && textOf(node).includes(words);

function linkWords(edge) {
  return edge.links.map((link) => DATA.evidence[link]).filter(Boolean).map((one) => [one.quote, one.paragraph].join(" ")).join(" ").toLowerCase();
}

// The values a filter offers in a scene, each with how many nodes carry it.

function offered(of, key) {
  const counts = new Map();
  for (const node of of.nodes.values()) for (const value of valuesOf(node[key])) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function gradesOf(of) {
  const counts = new Map();
  for (const edge of of.edges.values()) for (const grade of gradesOn(edge)) counts.set(grade, (counts.get(grade) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const gradesOn = (edge) => new Set(edge.links.map((link) => DATA.evidence[link]?.grade).filter(Boolean));

// A thing and what it touches; what stands in a box belongs to the box.

function neighbourhood(of, ids) {
  const found = new Set(ids);
  for (const id of ids) {
    for (const other of of.neighbours(id)) found.add(other);
    for (const child of of.children.get(id) || []) found.add(child);
  }
  return found;
}

function visible(of = scene(), state = now()) {
  const near = state.who && of.nodes.has(state.who) ? neighbourhood(of, [state.who]) : null;
  if (near) for (const id of [...near]) for (const child of of.children.get(id) || []) near.add(child);
  const only = state.only && new Set(state.only);
  const wanted = [["strength", state.strength], ["themes", state.theme]].filter(([, value]) => value);
  const carriers = wanted.map(([key]) => new Set([...of.nodes.values()].filter((node) => valuesOf(node[key]).length).map((node) => node.kind)));
  const nodes = new Set();
  for (const node of of.nodes.values()) {
    if (state.off.includes("kind:" + node.kind) || state.gone.includes(node.id)) continue;
    if ((near && !near.has(node.id)) || (only && !only.has(node.id))) continue;
    if (wanted.some(([key, value], at) => carriers[at].has(node.kind) && !valuesOf(node[key]).includes(value))) continue;
    nodes.add(node.id);
  }
  const edges = new Set();
  for (const edge of of.edges.values()) {
    if (!nodes.has(edge.source) || !nodes.has(edge.target) || state.off.includes("property:" + edge.property)) continue;
    if (state.grade && !gradesOn(edge).has(state.grade)) continue;
    edges.add(edge.id);
  }
  if (wanted.length) {
    for (const id of [...nodes]) {
      const node = of.nodes.get(id);
      if (carriers.some((kinds) => kinds.has(node.kind))) continue;
      const held = (of.children.get(id) || []).some((child) => nodes.has(child));
      if (!held && !of.around.get(id).some((edge) => edges.has(edge.id))) nodes.delete(id);
    }
  }
  return { nodes, edges };
}

function filtered() {
  const { off, strength, theme, who, grade, only, gone } = now();
  return Boolean(off.length || strength || theme || who || grade || only || gone.length);
}

function focusOn(id) {
  change({ only: [...neighbourhood(scene(), [id])] }, "Showing " + nameOf(scene().nodes.get(id)) + " and its neighbours.");
}

function expand(id) {
  const from = id ? [id] : now().only || [];
  const shown = now().only || [...scene().nodes.keys()];
  const more = new Set([...shown, ...neighbourhood(scene(), from)]);
  if (more.size === shown.length) return announce("There is nothing more around it.");
  change({ only: [...more] }, counted(more.size - shown.length, "thing") + " more.");
}

const hide = (id) => change({ gone: [...now().gone, id] }, "Hidden: " + nameOf(scene().nodes.get(id)) + ".");
const showAll = () => change({ ...BARE, moved: now().moved }, "Everything is shown.");
const openAt = (at) => change({ ...BARE, gone: SCENES[at].back, scene: at }, SCENES[at].title + ".");
