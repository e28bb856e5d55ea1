// The same as tables: every line and every thing a row, sorted by any column, for readers who do not see the drawing.

const COLUMNS = {
  lines: [
    ["From", (edge, of) => nameOf(of.nodes.get(edge.source))],
    ["Line", (edge, of) => saying(of, edge)],
    ["To", (edge, of) => nameOf(of.nodes.get(edge.target))],
    ["Weight", (edge) => edge.weight],
    ["Links", (edge) => edge.links.length],
    ["Words", (edge) => { const [first, ...more] = marks(edge); return first === undefined ? "" : first + (more.length ? " … and " + more.length + " more" : ""); }],
    ["Grade", (edge) => [...gradesOn(edge)].join(", ")],
    ["Where", (edge) => DATA.evidence[edge.links[0]]?.paragraph || ""],
  ],
  things: [
    ["Name", (node) => nameOf(node)],
    ["What", (node) => DATA.kinds[node.kind] || node.kind],
    ["Belongs to", (node) => node.group || ""],
    ["Lines", (node, of) => of.around.get(node.id).length],
    ["Words", (node) => DATA.texts[node.id] || ""],
  ],
};
const LONGEST_TABLE = 5000;

const sorting = { lines: [0, 1], things: [0, 1] };
let listed = "lines";
let tableRows = new Map();

const marks = (edge) => edge.links.map((link) => DATA.evidence[link]).filter(Boolean).map((one) => one.marked || one.quote);
const rowOf = (id) => (id === null ? undefined : tableRows.get(id));

function columnsOf(of) {
  const weighty = of.heaviest > 1 || [...of.edges.values()].some((edge) => edge.links.length > 1);
  return COLUMNS[listed].filter(([name]) => listed !== "lines" || weighty || (name !== "Weight" && name !== "Links"));
}

function fillTable() {
  if (byId("table").hidden) return;
  const of = scene();
  const shown = visible();
  const all = listed === "lines" ? of.edges : of.nodes;
  const kept = [...all.values()].filter((one) => shown[listed === "lines" ? "edges" : "nodes"].has(one.id));
  const matching = words === "" ? kept : kept.filter((one) => (listed === "things" ? hits(one) : [one.source, one.target].some((end) => hits(of.nodes.get(end))) || linkWords(one).includes(words)));
  const columns = columnsOf(of);
  const [by, way] = sorting[listed];
  const [, value] = columns[Math.min(by, columns.length - 1)];
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const cells = matching.map((one) => [one, value(one, of)]).sort(([, a], [, b]) => way * (typeof a === "number" ? a - b : compare(a, b)));
  const long = cells.length > LONGEST_TABLE;
  byId("caption").textContent = matching.length + " of " + counted(all.size, listed === "lines" ? "line" : "thing") + (long ? "; the first " + LONGEST_TABLE + " are listed" : "");
  byId("heads").replaceChildren(...columns.map(([name], at) => {
    const head = element("th", { scope: "col" }, button(name, () => { sorting[listed] = [at, at === by ? -way : 1]; fillTable(); byId("heads").children[at].firstChild.focus(); }, { className: "head" }));
    head.setAttribute("aria-sort", at !== by ? "none" : way > 0 ? "ascending" : "descending");
    return head;
  }));
  tableRows = new Map();
  byId("rows").replaceChildren(...cells.slice(0, LONGEST_TABLE).map(([one]) => {
    const row = element("tr", {}, ...columns.map(([, text], at) => element("td", {}, at === 0 ? button(text(one, of), () => choose(one.id, true), { className: "row" }) : String(text(one, of)))));
    if (one.id === chosen) row.className = "chosen";
    tableRows.set(one.id, row);
    return row;
  }));
  for (const name of ["lines", "things"]) byId("list-" + name).setAttribute("aria-pressed", String(name === listed));
}

function openTable(open) {
  byId("table").hidden = !open;
  byId("canvas").hidden = open;
  byId("as-table").textContent = open ? "Picture" : "Table";
  if (open) {
    fillTable();
    byId("table").focus();
  } else {
    tableRows = new Map();
    byId("drawing").focus();
  }
}

function listAs(name) {
  listed = name;
  fillTable();
}
