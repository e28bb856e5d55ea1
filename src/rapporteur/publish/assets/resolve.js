// Leads from a symbol, an article or a name to the page of the thing, by the index that the page holds.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const input = document.getElementById("words");
  const [told, hits] = [document.getElementById("told"), document.getElementById("hits")];
  const { things, keys, texts } = JSON.parse(document.getElementById("index").textContent);
  const MOST = 20;
  const known = key => (Object.hasOwn(keys, key) ? keys[key] : []);

  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u2019", "'");
  const keyOf = text => folded(text).replace(/\s+/g, " ").replace(/ (?=\()/g, "").replace(/ ?\/ ?/g, "/").replace(/^[ .,;:]+|[ .,;:]+$/g, "");
  const plain = text => keyOf(text).replace(/^https?:\/\/[^/]+\/(?:.*?\/id\/|(?:ar|en|es|fr|ru|zh)\/)?/, "").replace(/\/$/, "")
    .replace(/^(?:un |u\.n\. |united nations )?doc(?:ument|\.)? /, "").replace(/^the /, "").replace(/^(?:un |u\.n\. )(?=resolution|decision)/, "");

  // "article 26, paragraph 2", "art. 3(a)", "rule 45" at a place of a text: its path, and what stands before and behind.
  const OPENING = /(?:^|[ ,])(art(?:icles?|s?\.?)|rules?)\.? ?(\d+[a-z]*)/;
  const STEP = /^(?:[ ,]*(?:sub)?para(?:graph|s?\.)?s? ?\(?([0-9]+|[a-z])\)?(?![a-z0-9])|[ ,]*\(([0-9]+|[a-z])\))/;
  function provision(text) {
    const found = OPENING.exec(text);
    if (!found) return null;
    const steps = [[found[1].startsWith("rule") ? "rule" : "article", found[2]]];
    let rest = text.slice(found.index + found[0].length);
    for (let step = STEP.exec(rest); step; step = STEP.exec(rest)) {
      const number = step[1] || step[2];
      steps.push([/^\d/.test(number) ? "paragraph" : "subparagraph", number]);
      rest = rest.slice(step[0].length);
    }
    return { steps, treaty: (text.slice(0, found.index) || rest.replace(/^[ ,]*(?:of )?(?:the )?/, "")).replace(/^the |[ ,]+$/g, "") };
  }

  // What words mean: places in `things`, with what stands after "#" and what had to be left away.
  function meant(words) {
    const asked = plain(words);
    if (!asked) return [];
    if (known(asked).length) return known(asked).map(at => ({ at }));
    const cited = provision(asked);
    if (cited) {
      const paths = known(cited.treaty).map(at => things[at][1].replace(/^\.\.\/id\//, "").replace(/\/$/, "")).filter(path => /^instrument\/[^/]+$/.test(path));
      for (let most = cited.steps.length; most >= 0; most--) {
        const below = cited.steps.slice(0, most).map(step => `/${step.join("/")}`).join("");
        const found = paths.flatMap(path => known(path + below));
        if (found.length) return found.map(at => ({ at, left: cited.steps.slice(most) }));
      }
    }
    const part = /^para(?:graph|\.)? ?(\d[\d.]*)(?:\(([a-z])\))?,? (?:of |in )?(?:the )?(?:report )?(.+)$/.exec(asked);
    const behind = /^(.+?),? para(?:graph|\.)? ?(\d[\d.]*)(?:\(([a-z])\))?$/.exec(asked);
    const [symbol, number, letter] = part ? [part[3], part[1], part[2]] : behind ? behind.slice(1) : [];
    return known(symbol || "").map(at => {
      const path = `paragraph/${number}${letter ? `/${letter}` : ""}`;
      const own = known(`document/${symbol}/${path}`)[0];
      if (own !== undefined) return { at: own };
      return texts.includes(at) ? { at, place: path } : { at, left: [["paragraph", number]] };
    });
  }

  const near = words => {
    const asked = plain(words);
    const places = Object.keys(keys).filter(key => key.includes(asked)).sort((one, two) => one.indexOf(asked) - two.indexOf(asked) || one.length - two.length);
    return [...new Set(places.flatMap(key => keys[key]))].slice(0, MOST).map(at => ({ at }));
  };
  const way = one => things[one.at][1] + (one.place ? `#${one.place}` : "");

  function show() {
    const found = meant(input.value);
    const shown = found.length ? found.slice(0, MOST) : keyOf(input.value).length > 1 ? near(input.value) : [];
    const left = found.length && found[0].left && found[0].left.length ? found[0].left.map(step => step.join(" ")).join(", ") : "";
    told.textContent = !keyOf(input.value) ? "" : left ? `Nothing here names ${left}; this stands above it.`
      : found.length === 1 ? "It is this." : found.length ? "It may be any of these." : shown.length ? "Nothing here is called so; these are near." : "Nothing here is called so.";
    hits.replaceChildren(...shown.map(one => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: way(one), textContent: things[one.at][0] + (one.place ? `, ${one.place.replaceAll("/", " ")}` : "") }));
      return item;
    }));
    return found.length === 1 && !left ? found[0] : null;
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    const one = show();
    if (one) location.assign(way(one));
  });
  input.addEventListener("input", show);
  const asked = new URLSearchParams(location.search).get("words");
  input.value = asked || "";
  const one = show();
  if (asked && one && !performance.getEntriesByType("navigation").some(entry => entry.type === "back_forward")) location.replace(way(one));
  else input.focus();
})();
