// Numbers and dashes of lines: a line and the boxes of all things → where its number stands, where its dashes begin.

const DASHES = { dashed: [6, 4], dotted: [2, 3] };
const OFFS = [24, 40, 60, 85, 115, 150, 190];

// The points a line runs through in lanes, from its beginning to its end.

function courseOf(of, edge) {
  const way = edge.way ? wayOf(of, edge) : null;
  if (way) return way.points;
  const [from, to] = [frameOf(of, edge.source), frameOf(of, edge.target)];
  if (!from || !to) return null;
  const side = Math.abs(from.x - to.x) < 30 ? 0 : from.x < to.x ? 1 : -1;
  return [{ x: from.x + (side * from.w) / 2, y: from.y }, { x: to.x - (side * to.w) / 2, y: to.y }];
}

// What is so far along a course; null beyond its end.

function along(points, far) {
  for (let at = 1; at < points.length; at += 1) {
    const [one, other] = [points[at - 1], points[at]];
    const long = Math.hypot(other.x - one.x, other.y - one.y);
    if (far <= long) return { x: one.x + ((other.x - one.x) * far) / (long || 1), y: one.y + ((other.y - one.y) * far) / (long || 1) };
    far -= long;
  }
  return null;
}

function crosses(one, other, { x, y }) {
  const steps = Math.ceil(Math.hypot(other.x - one.x, other.y - one.y) / 8);
  for (let step = 0; step <= steps; step += 1) {
    const t = step / (steps || 1);
    if (Math.abs(one.x + (other.x - one.x) * t - x) < 10 && Math.abs(one.y + (other.y - one.y) * t - y) < 9) return true;
  }
  return false;
}

// A number on a line stays off all labels: without lanes amid the line; in them near that end at which fewer lines run,
// for where many come together it could be taken for the number of them all, and where it covers fewest others.

function numbered(of, edge, wanted, taken) {
  const none = { shown: "", first: "", last: "", off: 0 };
  const free = ({ x, y }) => taken.every((one) => Math.abs(one.x - x) > one.w / 2 + 10 || Math.abs(one.y - y) > one.h / 2 + 11);
  const put = ({ x, y }) => taken.push({ x, y, w: 18, h: 18 });
  if (!wanted) return none;
  const points = of.layout === "lanes" ? courseOf(of, edge) : null;
  if (!points) {
    const [x, y] = middleOf(of, edge) || [NaN, NaN];
    if (!free({ x, y })) return none;
    put({ x, y });
    return { ...none, shown: String(edge.weight) };
  }
  const lines = (id) => of.around.get(id).length;
  const last = of.directed && lines(edge.target) <= lines(edge.source);
  const others = [...of.edges.values()].filter((one) => one !== edge).map((one) => courseOf(of, one)).filter(Boolean);
  const met = (at) => others.filter((course) => course.slice(1).some((end, from) => crosses(course[from], end, at))).length;
  const spots = [last, !last].flatMap((end) => OFFS.map((off) => ({ end, off, at: along(end ? [...points].reverse() : points, off) })));
  const open = spots.filter(({ at }) => at && free(at)).map((spot) => ({ ...spot, met: met(spot.at) + (spot.end === last ? 0 : 1) }));
  if (!open.length) return none;
  const best = open.reduce((one, other) => (other.met < one.met ? other : one));
  put(best.at);
  return { ...none, [best.end ? "last" : "first"]: String(edge.weight), off: best.off };
}

// Where the number on a drawn line stands, as the drawing has put it.

function numberAt(edge) {
  const { first, last } = edge.data();
  if (!first && !last) return edge.midpoint();
  const points = [edge.sourceEndpoint(), ...(edge.hasClass("bent") ? edge.segmentPoints() : []), edge.targetEndpoint()];
  return along(last ? points.reverse() : points, edge.data("off")) || edge.midpoint();
}

// Dashes of lines that come together lie upon each other: all are counted from where the line ends.

function dashPhase(of, edge) {
  const dashes = DASHES[of.lines[edge.property].style];
  const points = dashes && of.layout === "lanes" ? courseOf(of, edge) : null;
  if (!points) return 0;
  let long = 0;
  points.forEach((one, at) => {
    if (at === 0) return;
    const before = points[at - 1], after = points[at + 1];
    const step = Math.hypot(one.x - before.x, one.y - before.y);
    long += step;
    if (!after) return;
    const next = Math.hypot(after.x - one.x, after.y - one.y);
    const turn = Math.abs(Math.atan2((one.x - before.x) * (after.y - one.y) - (one.y - before.y) * (after.x - one.x), (one.x - before.x) * (after.x - one.x) + (one.y - before.y) * (after.y - one.y)));
    const cut = Math.min(TURN * Math.tan(turn / 2), step / 2, next / 2);
    if (turn > 0.01) long -= 2 * cut - (cut / Math.tan(turn / 2)) * turn;
  });
  const period = dashes[0] + dashes[1];
  return Math.round((((-long % period) + period) % period) * 100) / 100;
}
