// The SPARQL editor: YASGUI, set up with this server's address, the questions of its catalogue and its own vocabulary.
// Nothing here asks another address: the completion that YASGUI gets from Linked Open Vocabularies is replaced by ours.
"use strict";

(() => {
  const place = document.getElementById("yasgui");
  const root = place.dataset.root;
  const endpoint = new URL(`${root}/sparql`, location.href).href;
  const Yasqe = Yasgui.Yasqe;

  fetch(`${root}/editor/setup.json`)
    .then((answer) => answer.json())
    .then(start)
    .catch((fault) => {
      place.textContent = `The editor could not be set up: ${fault.message}. Reload the page.`;
    });

  function start(setup) {
    completeOurTerms(setup);
    showPlainTables();
    const fixed = (config) => ({
      ...config,
      requestConfig: { ...config.requestConfig, endpoint, headers: {}, args: [] },
    });
    const yasgui = new Yasgui(place, {
      autofocus: false,
      copyEndpointOnNewTab: false,
      persistenceId: `rapporteur${root}`,
      populateFromUrl: fixed,
      requestConfig: {
        endpoint: () => endpoint,
        method: "POST",
        // what is wrong is then told in plain words
        acceptHeaderSelect: "application/sparql-results+json,text/plain;q=0.1",
        acceptHeaderGraph: "text/turtle,text/plain;q=0.1",
      },
      endpointCatalogueOptions: { getData: () => [] },
      yasqe: { value: setup.start },
      yasr: { prefixes: setup.prefixes, maxPersistentResponseSize: 0 },
    });
    window.yasgui = yasgui; // for who tries things out in the console, and for tests

    const show = (name) => {
      const example = setup.examples.find((one) => one.name === name);
      if (!example) return;
      const open = Object.values(yasgui._tabs).find((tab) => tab.getName() === name);
      if (open) {
        yasgui.selectTabId(open.getId());
      } else {
        yasgui.addTab(true, { name, yasqe: { value: example.text } });
      }
      nameParts();
    };
    document.getElementById("examples").addEventListener("click", (event) => {
      const link = event.target.closest("a[data-name]");
      if (!link) return;
      event.preventDefault();
      show(link.dataset.name);
    });
    filterExamples();
    yasgui.on("tabSelect", nameParts);
    yasgui.on("tabAdd", () => setTimeout(nameParts));
    yasgui.on("queryResponse", () => setTimeout(nameParts));
    const asked = new URLSearchParams(location.search).get("question");
    if (asked) {
      history.replaceState(null, "", location.pathname);
      show(asked);
    }
    nameParts();
  }

  // A table shows values as they are, without quotation marks and datatypes, until somebody asks for these.
  function showPlainTables() {
    const usual = Yasgui.Tab.getDefaults;
    Yasgui.Tab.getDefaults = (yasgui) => {
      const tab = usual(yasgui);
      tab.yasr.settings = { selectedPlugin: "table", pluginsConfig: { table: { compact: true } } };
      return tab;
    };
  }

  // What YASGUI leaves without a name gets one for screen readers.
  function nameParts() {
    const say = (selector, text) => {
      for (const part of place.querySelectorAll(selector)) part.setAttribute("aria-label", text);
    };
    say(".CodeMirror textarea", "SPARQL query. Press Escape to leave it.");
    say(".yasqe_share", "Share this query");
    say(".tabContextButton", "Settings of this tab");
    say(".addTab", "New tab");
    say(".tableFilter", "Show only rows with these words");
    say(".tableSizer", "Rows on a page");
    say(".yasr_response_chip", "About the answer");
  }

  function filterExamples() {
    const field = document.getElementById("filter");
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of document.querySelectorAll("#examples li")) {
        const said = `${item.textContent} ${item.firstElementChild.dataset.name}`.toLowerCase();
        item.hidden = !words.every((word) => said.includes(word));
      }
    });
  }

  // Prefixes, classes and properties come from the vocabulary that this server gives. A term is found by its name, by a
  // part of it, or by its label.
  function completeOurTerms(setup) {
    const declared = Object.entries(setup.prefixes).sort();
    const short = (iri) => {
      const found = declared.find(([, namespace]) => iri.startsWith(namespace));
      return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
    };
    const terms = (list) =>
      list.map((term) => {
        const name = short(term.iri);
        return { iri: term.iri, name, said: `${name} ${term.label}`.toLowerCase() };
      });
    const completer = (base, list) => ({
      ...Yasqe.Autocompleters[base],
      bulk: false,
      autoShow: true,
      persistenceId: null,
      preProcessToken: (_yasqe, token) => ({ ...token, autocompletionString: token.string.trim() }),
      get: (yasqe, token) => {
        const typed = ((token && token.autocompletionString) || "").replace(/^<|>$/g, "");
        const declaredHere = yasqe.getPrefixesFromQuery();
        const [prefix, local] = typed.includes(":") ? [typed.split(":")[0], typed.slice(typed.indexOf(":") + 1)] : ["", typed];
        const namespace = declaredHere[prefix] || setup.prefixes[prefix];
        const words = local.toLowerCase();
        const fitting = list.filter((term) => {
          if (typed.startsWith("http")) return term.iri.startsWith(typed);
          if (prefix && namespace) return term.iri.startsWith(namespace) && term.said.includes(words);
          return term.said.includes(words);
        });
        const rank = (term) => (term.name.split(":")[1].toLowerCase().startsWith(words) ? 0 : 1);
        return Promise.resolve(fitting.sort((a, b) => rank(a) - rank(b)).slice(0, 60).map((term) => term.iri));
      },
      postProcessSuggestion: (yasqe, token, iri) => {
        if (token.string.startsWith("<")) return `<${iri}>`;
        const here = Object.entries(yasqe.getPrefixesFromQuery()).find(([, namespace]) => iri.startsWith(namespace));
        return here ? `${here[0]}:${iri.slice(here[1].length)}` : short(iri);
      },
    });
    Yasqe.registerAutocompleter(completer("class", terms(setup.classes)));
    Yasqe.registerAutocompleter(completer("property", terms(setup.properties)));
    Yasqe.registerAutocompleter({
      ...Yasqe.Autocompleters.prefixes,
      persistenceId: null,
      get: declared.map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
    });
  }
})();
