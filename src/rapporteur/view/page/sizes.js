// How large each node is and what its label says: a scene with places → w, h, shown, x, y of every node.
// In lanes the places are kept and labels fit the room there is; elsewhere nodes are pushed apart until no two meet, and
// a part of something says of what, for no heading stands over it.

const FONT = 15;
const LINE_HEIGHT = 18;
const FAMILY = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';
const WIDEST = { lanes: 250, force: 190 };
const HEADED = 270;
const MANY = 1500;
const EMPTY = 46;
const APART = { few: 76, many: 50, most: 130 };
const HEAD = 110;
const PAPER = 1.15;

const ruler = document.createElement("canvas").getContext("2d");

function widthOf(text, bold, size = FONT) {
  ruler.font = (bold ? "bold " : "") + size + "px " + FAMILY;
  return ruler.measureText(text).width;
}

function cutTo(text, width, bold, size = FONT) {
  if (widthOf(text, bold, size) <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(text.slice(0, middle).trimEnd() + "…", bold, size) <= width) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + "…";
}

// Behind which stroke of a long word, such as the symbol of a document, a line of `width` may end; 0 for none.

function strokeBefore(word, width, bold, size) {
  let cut = word.lastIndexOf("/", word.length - 2) + 1;
  while (cut > 0 && widthOf(word.slice(0, cut), bold, size) > width) cut = cut < 2 ? 0 : word.lastIndexOf("/", cut - 2) + 1;
  return cut;
}

// The text in at most so many lines, none wider than `width`; what does not fit ends in an ellipsis.

function wrapped(text, width, lines, bold, size = FONT) {
  const found = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest && found.length < lines - 1 && widthOf(rest, bold, size) > width) {
    const words_ = rest.split(" ");
    let line = words_.shift();
    if (widthOf(line, bold, size) > width) {
      const cut = strokeBefore(line, width, bold, size);
      if (cut === 0) break;
      found.push(line.slice(0, cut));
      rest = [line.slice(cut), ...words_].join(" ");
      continue;
    }
    while (words_.length && widthOf(line + " " + words_[0], bold, size) <= width) line += " " + words_.shift();
    found.push(line);
    rest = words_.join(" ");
  }
  if (rest) found.push(cutTo(rest, width, bold, size));
  return found;
}

const isBold = (node) => Boolean(lookOf(node.kind).filled);
const margin = (node) => ({ hexagon: 34, octagon: 24, rhomboid: 34, arrow: 34, tag: 26, barrel: 22, pill: 20 })[lookOf(node.kind).shape] || (isBold(node) ? 8 : 14);

function sized(of) {
  const lanes = of.layout === "lanes";
  const placed = [...of.nodes.values()].filter((node) => !node.box);
  const most = WIDEST[lanes ? "lanes" : "force"];
  const found = placed.map((node) => {
    const plain = of.count_is && node.count ? " (" + node.count + ")" : "", tail = node.by ? " (" + node.count + ": " + node.by + ")" : plain;
    const short = node.short || node.label || "?";
    const over = !lanes && node.group && ["provision", "earlier"].includes(node.kind) ? node.group : "";
    const text = (over && node.label.startsWith(over + ", ") ? node.label.slice(over.length + 2) : short) + tail;
    const wide = Math.max(widthOf(text, isBold(node)), Math.min(widthOf(over), WIDEST.lanes));
    const two = over !== "" || wide > most;
    const w = wide <= most || over ? wide : Math.max(most / 1.2, Math.min(most, wide / 2 + 24));
    return { id: node.id, node, text, tail, plain, bare: text.slice(0, text.length - tail.length), over, x: node.x, y: node.y, w: Math.max(34, Math.ceil(w) + margin(node)), h: two ? 43 : 25 };
  });
  if (lanes) {
    keepRoom(found);
    close(found, of);
    widen(found, of);
  } else {
    spread(found);
    for (const [middle, length] of [["x", "w"], ["y", "h"]]) squeeze(found, middle, length);
  }
  const boxes = new Map();
  for (const one of found) {
    const lines = one.h >= 2 * LINE_HEIGHT + 4 ? 2 : 1;
    const room = one.w - margin(one.node) + 1;
    let shown = one.over ? [cutTo(one.over, room, false), cutTo(one.text, room, false)] : wrapped(one.text, room, lines, isBold(one.node));
    if (one.tail !== one.plain && lines === 2 && shown.length === 2 && widthOf(one.bare) <= room && widthOf(one.tail.trim()) <= room) shown = [one.bare, one.tail.trim()];
    if (one.tail !== one.plain && shown.at(-1).endsWith("…")) [shown, one.tail] = [wrapped(one.bare + one.plain, room, lines, isBold(one.node)), one.plain];
    if (one.tail && shown.at(-1).endsWith("…")) shown[shown.length - 1] = cutTo(shown.at(-1).slice(0, -1), one.w - margin(one.node) - widthOf(one.tail), isBold(one.node)).replace(/…?$/, "…") + one.tail;
    boxes.set(one.id, { x: one.x, y: one.y, w: Math.round(one.w), h: Math.round(one.h), shown: shown.join("\n") });
  }
  return boxes;
}

// Lanes: nodes one above the other get one width, and no more of it than the lane beside leaves.

function keepRoom(found) {
  if (found.length > MANY) return;
  const lanes = new Map();
  for (const one of found) {
    const key = one.x + " " + one.node.kind;
    if (!lanes.has(key)) lanes.set(key, { wish: 0, w: Infinity, beside: new Map() });
    one.lane = lanes.get(key);
    one.lane.wish = Math.max(one.lane.wish, one.w);
  }
  for (const one of found) {
    for (const other of found) {
      const dx = Math.abs(one.x - other.x);
      if (dx < 30 || Math.abs(one.y - other.y) > 40) continue;
      const room = dx - (one.node.parent === other.node.parent ? 6 : 26);
      one.lane.beside.set(other.lane, Math.min(room, one.lane.beside.get(other.lane) ?? Infinity));
    }
  }
  for (const lane of lanes.values()) {
    lane.w = lane.wish;
    for (const [other, room] of lane.beside) lane.w = Math.max(30, Math.min(lane.w, Math.max(room, 2 * room - other.wish)));
  }
  for (const one of found) {
    one.w = one.lane.w;
    one.tall = widthOf(one.text, isBold(one.node)) <= one.w - margin(one.node) + 1 ? 25 : 43;
    one.h = one.tall;
  }
  for (const one of found) {
    for (const other of found) {
      const [dx, dy] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
      if (one !== other && dx < (one.w + other.w) / 2) one.h = Math.min(one.h, Math.max(14, dy - 4, 2 * (dy - 3) - other.tall));
    }
  }
}

// Columns of lanes move together as far as their labels leave paper between them; headings follow.

function close(found, { lanes, boxes: frames }) {
  const columns = [...new Set(found.map((one) => one.x))].sort((a, b) => a - b);
  const widest = new Map(columns.map((x) => [x, Math.max(...found.filter((one) => one.x === x).map((one) => one.w))]));
  const laneOf = (x) => lanes.findIndex((lane) => lane.left <= x && x <= lane.right);
  const headed = lanes.map((_, at) => Math.max(0, ...frames.filter((box) => found.some((one) => one.node.parent === box.id && laneOf(one.x) === at)).map((box) => Math.min(HEADED, widthOf(box.label + " (99)", true) + 4))));
  const wide = (at) => columns.filter((x) => laneOf(x) === at).reduce((sum, x) => sum + widest.get(x) + 8, 0);
  const moved = new Map();
  columns.forEach((x, at) => {
    if (at === 0) return moved.set(x, x);
    const before = columns[at - 1];
    const half = (widest.get(before) + widest.get(x)) / 2;
    const gap = laneOf(before) === laneOf(x) ? 8 : (lanes.length > 3 ? APART.many : APART.few) + Math.max(0, headed[laneOf(before)] - wide(laneOf(before)));
    return moved.set(x, Math.round(moved.get(before) + half + Math.min(gap, Math.max(6, x - before - half))));
  });
  lanes.forEach((lane, at) => {
    const own = found.filter((one) => laneOf(one.x) === at);
    lane.from = Math.min(...own.map((one) => moved.get(one.x) - one.w / 2));
    lane.to = Math.max(lane.from + headed[at], ...own.map((one) => moved.get(one.x) + one.w / 2));
  });
  for (const one of found) one.x = moved.get(one.x);
}

// Lanes stand apart as far as a screen that is broader than the drawing leaves room: lines between them are less steep.

function widen(found, { lanes }) {
  const [top, bottom] = [Math.min(...found.map((one) => one.y - one.h / 2)), Math.max(...found.map((one) => one.y + one.h / 2))];
  const [left, right] = [Math.min(...lanes.map((lane) => lane.from)), Math.max(...lanes.map((lane) => lane.to))];
  const zoom = Math.max(leastZoom(), cy.height() / (bottom - top + HEAD));
  const room = cy.width() / zoom - (right - left) - 60;
  const more = Math.round(Math.max(0, Math.min(APART.most, room / Math.max(1, lanes.length - 1))));
  if (!(more > 0)) return;
  lanes.forEach((lane, at) => {
    for (const one of found) if (lane.from <= one.x && one.x <= lane.to) one.moves = at * more;
  });
  lanes.forEach((lane, at) => [lane.from, lane.to] = [lane.from + at * more, lane.to + at * more]);
  for (const one of found) one.x += one.moves || 0;
}

// Elsewhere: paper of the shape of a screen, enough for all labels, then pairs that meet give way along the shorter side.

function spread(found) {
  if (found.length < 2 || found.length > MANY) return;
  const across = (key) => found.reduce(([low, high], one) => [Math.min(low, one[key]), Math.max(high, one[key])], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [across("x"), across("y")];
  const needed = 3.2 * found.reduce((sum, one) => sum + (one.w + 14) * (one.h + 14), 0);
  const meet = (one, other) => Math.abs(one.x - other.x) < (one.w + other.w) / 2 + 4 && Math.abs(one.y - other.y) < (one.h + other.h) / 2 + 4;
  const close_ = found.some((one, at) => found.slice(at + 1).some((other) => meet(one, other)));
  const broad = (right - left + 150) / (bottom - top + 40) / PAPER;
  if (!close_ && broad < 1.2 && broad > 0.6) return;
  const scale = close_ ? Math.max(1, Math.sqrt(needed / Math.max(1, (right - left) * (bottom - top)))) : 1;
  const stretch = [scale / Math.sqrt(broad), scale * Math.sqrt(broad)];
  for (const one of found) [one.x, one.y] = [(one.x - left) * stretch[0], (one.y - top) * stretch[1]];
  for (let round = 0; round < 300; round += 1) {
    let met = false;
    found.sort((a, b) => a.x - a.w / 2 - (b.x - b.w / 2) || (a.id < b.id ? -1 : 1));
    for (let at = 0; at < found.length; at += 1) {
      const one = found[at];
      for (let next = at + 1; next < found.length; next += 1) {
        const other = found[next];
        if (other.x - other.w / 2 - 10 > one.x + one.w / 2 + 60) break;
        const over = (one.w + other.w) / 2 + 10 - Math.abs(one.x - other.x);
        const above = (one.h + other.h) / 2 + 10 - Math.abs(one.y - other.y);
        if (over <= 0 || above <= 0) continue;
        met = true;
        if (above <= over) {
          const way = one.y < other.y || (one.y === other.y && one.id < other.id) ? -1 : 1;
          one.y += (way * above) / 2;
          other.y -= (way * above) / 2;
        } else {
          const way = one.x < other.x || (one.x === other.x && one.id < other.id) ? -1 : 1;
          one.x += (way * over) / 2;
          other.x -= (way * over) / 2;
        }
      }
    }
    if (!met) break;
  }
  for (const one of found) [one.x, one.y] = [Math.round(one.x), Math.round(one.y)];
}

// Bands of paper in which nothing stands, across the whole drawing, are narrowed: far-off things come nearer.

function squeeze(found, middle, length) {
  const ordered = [...found].sort((a, b) => a[middle] - a[length] / 2 - (b[middle] - b[length] / 2) || (a.id < b.id ? -1 : 1));
  let end = -Infinity, back = 0;
  for (const one of ordered) {
    const start = one[middle] - one[length] / 2;
    if (start - end > EMPTY && end > -Infinity) back += start - end - EMPTY;
    end = Math.max(end, start + one[length]);
    one[middle] -= Math.round(back);
  }
}
