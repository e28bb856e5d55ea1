// Ways: a line and the boxes of all things → how it bends so that it passes behind nothing it does not touch.
// In lanes the scene says at what height it crosses which lane; elsewhere it is arched to the side where it meets fewest.

const TURN = 7;
const BESIDE = 9;
const ARCHES = [16, 32, 48, 64, 80, 100, 120, 150, 180, 220, 260, 310, 360];
const SHARES = [0.5, 0.3, 0.7];
const MOST_ARCHED = 300;

// The frame of a thing, of a box that of all in it.

function frameOf(of, id) {
  const one = boxes.get(id);
  if (one) return one;
  const inside = (of.children.get(id) || []).map((child) => boxes.get(child)).filter(Boolean);
  return inside.length ? around(inside) : null;
}

const laneAt = (of, x) => of.lanes.findIndex((lane) => lane.from - 1 <= x && x <= lane.to + 1);

// Where a line leaves a thing towards `side`: below it if it then runs at another height, else at that side.

function leaves(frame, side, run) {
  if (run !== undefined && Math.abs(run - frame.y) > 1) {
    const aside = Math.max(0, Math.min(frame.w / 4, (frame.w - frame.h) / 2));
    return { x: frame.x + side * aside, y: frame.y + (run > frame.y ? 1 : -1) * frame.h / 2 };
  }
  return { x: frame.x + (side * frame.w) / 2, y: frame.y };
}

function wayOf(of, edge) {
  const [from, to] = [frameOf(of, edge.source), frameOf(of, edge.target)];
  if (!from || !to) return null;
  const side = from.x < to.x ? 1 : -1;
  const [first, last] = [laneAt(of, from.x), laneAt(of, to.x)];
  const runs = new Map(edge.way);
  const begin = leaves(from, side, runs.get(first)), end = leaves(to, -side, runs.get(last));
  const between = edge.way.flatMap(([lane, y]) => {
    const { from: left, to: right } = of.lanes[lane];
    const [nearer, further] = side > 0 ? [left - BESIDE, right + BESIDE] : [right + BESIDE, left - BESIDE];
    if (lane === first) return [...(begin.y === from.y ? [] : [{ x: begin.x + side * 2, y }]), { x: further, y }];
    if (lane === last) return [{ x: nearer, y }, ...(end.y === to.y ? [] : [{ x: end.x - side * 2, y }])];
    return [{ x: nearer, y }, { x: further, y }];
  });
  return { from, to, points: [begin, ...between, end] };
}

// Where the middle of a line is, for the number on it.

function middleOf(of, edge) {
  const { points, arch, at } = { ...(edge.way ? wayOf(of, edge) : {}), ...bent(of, edge) };
  if (points) {
    const corners = points.length > 2 ? points.slice(1, -1) : points;
    const [one, other] = [corners[(corners.length - 1) >> 1], corners[corners.length >> 1]];
    return [(one.x + other.x) / 2, (one.y + other.y) / 2];
  }
  const [from, to] = [edge.source, edge.target].map((id) => boxes.get(id));
  if (!from || !to) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const off = (arch || 0) / 2 / (Math.hypot(dx, dy) || 1), ahead = arch ? (at - 0.5) / 2 : 0;
  return [(from.x + to.x) / 2 + dx * ahead - dy * off, (from.y + to.y) / 2 + dy * ahead + dx * off];
}

// The corners of a way, as cytoscape wants them: shares of the straight line, and how far off it.

function bent(of, edge) {
  if (edge.way) {
    const way = wayOf(of, edge);
    if (!way) return {};
    const { from, to, points } = way;
    const [begin, end] = [points[0], points.at(-1)];
    const [dx, dy] = [end.x - begin.x, end.y - begin.y];
    const long = Math.hypot(dx, dy) || 1;
    const corners = points.slice(1, -1);
    return {
      weights: corners.map(({ x, y }) => ((x - begin.x) * dx + (y - begin.y) * dy) / long ** 2),
      distances: corners.map(({ x, y }) => ((y - begin.y) * dx - (x - begin.x) * dy) / long),
      begin: `${begin.x - from.x}px ${begin.y - from.y}px`,
      end: `${end.x - to.x}px ${end.y - to.y}px`,
    };
  }
  if (of.layout === "lanes" || of.edges.size > MOST_ARCHED) return {};
  const [one, other] = [boxes.get(edge.source), boxes.get(edge.target)];
  if (!one || !other || one === other) return {};
  const others = [...boxes.values()].filter((at) => at !== one && at !== other);
  let best = { arch: 0, share: 0.5, met: met(one, other, 0, 0.5, others) };
  const most = Math.hypot(other.x - one.x, other.y - one.y);
  for (const share of SHARES) {
    for (const arch of ARCHES.filter((by) => by < most).flatMap((by) => [by, -by])) {
      if (best.met === 0) break;
      const found = met(one, other, arch, share, others);
      if (found < best.met) best = { arch, share, met: found };
    }
  }
  return best.arch ? { arch: best.arch, at: best.share } : {};
}

// How many things a line passes behind that is drawn so far aside, at that share of its length.

function met(one, other, arch, share, others) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const long = Math.hypot(dx, dy) || 1;
  const at = { x: one.x + dx * share - (dy / long) * arch, y: one.y + dy * share + (dx / long) * arch };
  const found = new Set();
  const steps = Math.max(8, Math.ceil(long / 10));
  for (let step = 0; step <= steps; step += 1) {
    const t = step / steps, u = 1 - t;
    const x = u * u * one.x + 2 * u * t * at.x + t * t * other.x, y = u * u * one.y + 2 * u * t * at.y + t * t * other.y;
    for (const thing of others) if (Math.abs(thing.x - x) < thing.w / 2 + 2 && Math.abs(thing.y - y) < thing.h / 2 + 2) found.add(thing);
  }
  return found.size;
}

// A line takes its way as long as its ends stand where they were put; of a box, as long as all is shown that it holds.

function stands(of, end) {
  const put = frameOf(of, end.id()), at = end.position();
  return Boolean(put) && Math.abs(put.x - at.x) < 0.5 && Math.abs(put.y - at.y) < 0.5 && put.w === end.data("w") && put.h === end.data("h");
}

function bend(edge, may) {
  edge.toggleClass("bent", may && edge.data("weights") !== undefined);
  edge.toggleClass("arched", may && edge.data("arch") !== undefined);
}
