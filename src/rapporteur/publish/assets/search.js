// Searches the index that lies beside the page. A word is found by its beginning; a thing must have all words. Where the
// words with one beginning are so many that their file is cut, a shorter beginning finds what is written just so.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const [input, kind] = [document.getElementById("q"), document.getElementById("kind")];
  const [told, hits] = [document.getElementById("told"), document.getElementById("hits")];
  const parts = new Set(form.dataset.parts.split(" "));
  const loaded = new Map();
  const together = Number(form.dataset.together);
  const MOST = 50;
  if (location.protocol === "file:") {
    told.textContent = "From a disk a browser reads no index. Put the folder on a web server to search, or find by symbol or article.";
    return;
  }

  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const load = name => {
    if (!loaded.has(name)) loaded.set(name, fetch(name).then(answer => answer.json()));
    return loaded.get(name);
  };
  const named = start => (/^[a-z0-9]*$/.test(start) ? start : [...start].map(letter => `~${letter.codePointAt(0).toString(16)}`).join(""));
  const part = word => [...word].map((_, at) => named([...word].slice(0, at + 1).join(""))).findLast(name => parts.has(name));

  async function places(word) {
    const found = new Map();
    const name = part(word);
    if (name === undefined) return found;
    for (const [other, at] of Object.entries(await load(`words/${name}_.json`))) {
      if (!other.startsWith(word)) continue;
      const weight = (other === word ? 2 : 1) / Math.log(2 + at.length);
      for (const [thing, times] of at) found.set(thing, (found.get(thing) || 0) + weight * Math.log1p(times));
    }
    return found;
  }

  async function search() {
    const words = folded(input.value).match(/[\p{L}\p{N}]+/gu) || [];
    if (!words.length) { hits.replaceChildren(); told.textContent = ""; return; }
    const asked = input.value;
    const lists = await Promise.all(words.map(places));
    const [first, end] = kind.value ? [Number(kind.selectedOptions[0].dataset.first), Number(kind.selectedOptions[0].dataset.end)] : [0, Infinity];
    const found = [...lists[0]].filter(([thing]) => thing >= first && thing < end && lists.every(list => list.has(thing)))
      .map(([thing]) => [thing, lists.reduce((sum, list) => sum + list.get(thing), 0)])
      .sort((one, two) => two[1] - one[1] || one[0] - two[0]);
    const best = found.slice(0, MOST);
    const things = await Promise.all(best.map(async ([thing]) => (await load(`things/${Math.floor(thing / together)}.json`))[thing % together]));
    if (asked !== input.value) return;
    told.textContent = found.length === 1 ? "1 place" : `${found.length} places` + (found.length > MOST ? `, the best ${MOST} shown` : "");
    hits.replaceChildren(...things.map(thing => hit(thing, words)));
  }

  function hit([label, address, what, opening], words) {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: `../${address}` });
    link.append(...marked(label, words));
    const where = Object.assign(document.createElement("p"), { className: "where" });
    const kind = Object.assign(document.createElement("span"), { className: "quiet", textContent: ` ${what}` });
    where.append(link, kind);
    const text = Object.assign(document.createElement("p"), { className: "text", dir: "auto" });
    text.append(...marked(opening, words));
    item.append(where, ...(opening && opening !== label ? [text] : []));
    return item;
  }

  function marked(text, words) {
    return text.split(/([\p{L}\p{N}]+)/u).map(piece => {
      if (!words.some(word => folded(piece).startsWith(word))) return piece;
      return Object.assign(document.createElement("mark"), { textContent: piece });
    });
  }

  let waiting = 0;
  const again = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
      search();
    }, 120);
  };
  form.addEventListener("submit", event => { event.preventDefault(); again(); });
  input.addEventListener("input", again);
  kind.addEventListener("change", again);
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  if ([...kind.options].some(option => option.value === asked.get("kind"))) kind.value = asked.get("kind");
  input.focus();
  search();
})();
