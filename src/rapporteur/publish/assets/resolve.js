// Leads from a symbol, an article or a name to the page of the thing, by the index that the page holds. What is not
// plain is shown and not led to: several things, a number whose body is not said, and what stands above what was asked.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const input = document.getElementById("words");
  const [told, hits] = [document.getElementById("told"), document.getElementById("hits")];
  const { things, keys, numbers, parts } = JSON.parse(document.getElementById("index").textContent);
  const MOST = 20;

  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u2019", "'");
  const keyOf = text => folded(text).replace(/\s+/g, " ").replace(/ (?=\()/g, "").replace(/ ?\/ ?/g, "/").replace(/^[ .,;:]+|[ .,;:]+$/g, "");
  const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };
  const plain = text => keyOf(decoded(text)).replace(/^https?:\/\/[^/]+\/(?:.*?\/id\/|(?:ar|en|es|fr|ru|zh)\/)?/, "").replace(/\/$/, "")
    .replace(/^(?:un |u\.n\. |united nations )?doc(?:ument|\.)? /, "").replace(/^the /, "").replace(/^(?:un |u\.n\. )(?=resolution|decision)/, "");

  // By a key; else by one that differs in strokes, dashes and spaces alone: "A-RES-55-25", "TIP Protocol".
  const at = (map, key) => (Object.hasOwn(map, key) ? map[key] : []);
  const alike = text => text.replace(/[-/]/g, " ");
  const known = key => {
    const found = at(keys, key);
    if (found.length || !key || alike(key) === key && !key.includes(" ")) return found;
    return [...new Set(Object.keys(keys).filter(other => alike(other) === alike(key)).flatMap(other => keys[other]))];
  };

  // "article 26, paragraph 2", "art. 3(a)", "rule 45" before or behind the name of a text: the steps, and the name.
  const OPENING = /(?:^|[ ,])(art(?:icles?|s?\.?)|rules?)\.? ?(\d+[a-z]*)(?![a-z0-9])/;
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
    const [before, behind] = [text.slice(0, found.index), rest.replace(/^[ ,]*(?:of )?/, "")].map(one => one.replace(/^the |[ ,]+$/g, ""));
    return before && behind ? null : { steps, treaty: before || behind };
  }
  function provisions(cited) {
    const paths = known(cited.treaty).map(one => things[one][1].replace(/^\.\.\/id\//, "").replace(/\/$/, "")).filter(path => /^instrument\/[^/]+$/.test(path));
    for (let most = cited.steps.length; most >= 0; most--) {
      const below = cited.steps.slice(0, most).map(step => `/${step.join("/")}`).join("");
      const found = paths.flatMap(path => at(keys, path + below));
      if (found.length) return found.map(one => ({ at: one, left: cited.steps.slice(most).map(step => step.join(" ")).join(", ") }));
    }
    return [];
  }

  // "paragraph 31(b) of SYMBOL", "SYMBOL, recommendation 31(b).1", "document/SYMBOL/paragraph/31/b": kind, number, document.
  const NUMBER = "(\\d+[a-z]?(?:\\.\\d+)*(?:\\([a-z]+\\))?(?:\\.\\d+)*)";
  const PART = "(para|rec)(?:graph|ommendation|s?\\.)? ?";
  const FORMS = [[`^${PART}${NUMBER},? (?:(?:of|in) )?(?:the )?(?:report )?(.+)$`, 1, 2, 3], [`^(.+?),? ${PART}${NUMBER}$`, 2, 3, 1],
    ["^(.+)/(para|rec)(?:graph|ommendation)/(.+)$", 2, 3, 1]].map(([form, ...places]) => [new RegExp(form), places]);
  function part(asked) {
    for (const [form, [kind, number, document]] of FORMS) {
      const found = form.exec(asked);
      if (!found) continue;
      const name = found[kind] === "para" ? "paragraph" : "recommendation";
      const path = found[number].replace(/\)/g, "").replace(/\(/g, name === "paragraph" ? "/" : ".");
      return known(found[document].replace(/^document\//, "")).map(one => {
        const elsewhere = at(keys, `document/${keyOf(things[one][0])}/${name}/${path}`)[0];
        if (elsewhere !== undefined) return { at: elsewhere };
        const here = ((parts[one] || {})[name] || "").split(" ").includes(path);
        return here ? { at: one, name, path } : { at: one, left: `${name} ${found[number]}` };
      });
    }
    return [];
  }

  // "/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1": its number. One without a series, "70-34", may be that
  // of a resolution or of a decision, of the General Assembly where it is the actor.
  const AKN = /^\/?akn\/un\/[a-z]+\/[^/]+\/([a-z0-9-]+)\/\d{4}(?:-\d\d-\d\d)?\/([^/!~#]+)/;
  function work(actor, number) {
    const bare = /^\d+-\d+[a-z]?$/.test(number);
    const names = !bare ? [keyOf(number.replaceAll("_", " "))] : actor === "un-ga" ? ["a/res/", "decision/a/"].map(begin => begin + number.replace("-", "/")) : [];
    return names.flatMap(known).map(one => ({ at: one }));
  }
  const unsaid = key => at(numbers, key).map(one => ({ at: one, unsaid: true }));

  // What words mean: places in `things`, with what had to be left away and whether the body was not said.
  function meant(words) {
    const asked = plain(words);
    const akn = AKN.exec(asked);
    if (akn) return work(akn[1], akn[2]);
    const found = known(asked).map(one => ({ at: one }));
    if (found.length) return found;
    const cited = provision(asked);
    const [below, within] = [cited ? provisions(cited) : [], part(asked)];
    return below.length ? below : within.length ? within : unsaid(asked);
  }

  const near = words => {
    const asked = plain(words);
    const places = Object.keys(keys).filter(key => key.includes(asked)).sort((one, two) => one.indexOf(asked) - two.indexOf(asked) || one.length - two.length);
    return [...new Set(places.flatMap(key => keys[key]))].slice(0, MOST).map(one => ({ at: one }));
  };
  // From a disk nobody gives the page of a folder.
  const page = way => (location.protocol === "file:" ? way.replace(/\/(?=#|$)/, "/index.html") : way);
  const way = one => page(things[one.at][1] + (!one.path ? "" : one.name === "paragraph" ? `#paragraph/${one.path}` : `recommendation/${one.path}/`));
  const label = one => things[one.at][0] + (one.path ? `, ${one.name} ${one.path.replace(/[/.]([a-z]+)(?![a-z])/, "($1)")}` : "");

  function show() {
    const asked = keyOf(input.value);
    const found = meant(input.value);
    const shown = found.length ? found.slice(0, MOST) : asked.length > 1 ? near(input.value) : [];
    const [first] = found;
    told.textContent = !asked ? "" : !shown.length ? "Nothing here is called so." : !first ? "Nothing here is called so; these are near."
      : first.left ? `Nothing here names ${first.left}; this stands above it.` : first.unsaid ? "Which body's is not said; here it may be this."
      : found.length === 1 ? "It is this." : "It may be any of these.";
    hits.replaceChildren(...shown.map(one => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: way(one), textContent: label(one) }));
      return item;
    }));
    return found.length === 1 && !first.left && !first.unsaid ? first : null;
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
