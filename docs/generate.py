"""The pages that can be derived: questions with their answers, verbs with options, terms of the vocabulary.

``python docs/generate.py`` writes them; with ``--check`` it says which of them differ and leaves with 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS

from rapporteur.graph.iris import Iris
from rapporteur.query import Rows, ask, list_queries
from rapporteur.query.run import Value
from rapporteur.resources import resource
from rapporteur.store import open_store

HERE = Path(__file__).parent
STORE = tuple(f"store {verb}" for verb in ("load", "replace", "remove", "list", "verify", "backup"))
ONTOLOGY = ("ontology changes",)
VERBS = (
    "read",
    "find",
    "link",
    "build",
    "check",
    "query",
    "search",
    "resolve",
    "publish",
    "serve",
    "view",
    "notebooks",
    "score",
    *STORE,
    *ONTOLOGY,
)
BUNDLED = HERE.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
ROWS, LONGEST = 3, 48
"""Rows that are shown of an answer, and characters of a value."""
NOTE = "<!-- Made by docs/generate.py; edit the source it is made from. -->\n\n"


def queries() -> str:
    """Every documented question of ``queries/``."""
    store = open_store(BUNDLED)
    lines = [
        "# Questions\n",
        "`rapporteur query NAME --param NAME=VALUE` asks one; `--json` and `--csv` give it to a program. In Python it "
        "is `rapporteur.open(…).questions.NAME(NAME=VALUE)`, with `_` for `-`. Below each stands what the bundled "
        "report answers without parameters, long texts and IRIs shortened.\n",
    ]
    for query in list_queries():
        lines += [f"## {query.name}\n", f"{query.summary}\n"]
        if query.description:
            lines.append(f"{' '.join(query.description.split())}\n")
        if query.cost:
            lines.append(f"Over many reports: {query.cost}.\n")
        if query.parameters:
            lines += ["| parameter | type | meaning | default | example |", "|---|---|---|---|---|"]
            lines += [
                f"| `{p.name}` | {p.type} | {p.meaning} | {p.default} | {p.example and f'`{p.example}`'} |"
                for p in query.parameters
            ]
            lines.append("")
        lines += ["| column | what it holds | unit |", "|---|---|---|"]
        lines += [f"| `{name}` | {meaning} | {query.units.get(name, '')} |" for name, meaning in query.columns.items()]
        lines += ["", *_answer(ask(store, query)), ""]
    return NOTE + "\n".join(lines)


def _answer(found: Rows) -> list[str]:
    """The first rows of an answer as a table, and how many there are."""
    if not found.rows:
        return ["Answer: no rows."]
    shown = found.rows[:ROWS]
    told = f"the first {len(shown)} of {len(found.rows):,} rows" if len(found.rows) > len(shown) else "all rows"
    table = [[_short(value) for value in row] for row in (found.columns, *shown)]
    table.insert(1, ["---"] * len(found.columns))
    return [f"Answer, {told}:", "", *(f"| {' | '.join(row)} |" for row in table)]


def _short(value: Value) -> str:
    text = _cell("" if value is None else str(value).removeprefix(Iris.from_setting().root))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def commands() -> str:
    """The help of every verb, as it is printed."""
    lines = ["# Commands\n"]
    for verb in VERBS:
        lines += [f"## rapporteur {verb}\n", "```", _help(verb), "```\n"]
    return NOTE + "\n".join(lines)


def _help(verb: str) -> str:
    plain = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "TERMINAL_WIDTH": "100"}
    done = subprocess.run(
        [sys.executable, "-c", "from rapporteur.cli import main; main()", *verb.split(), "--help"],
        env=plain,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.rstrip() for line in done.stdout.replace("-c ", "rapporteur ").splitlines()]
    return "\n".join(lines).strip("\n")


def vocabulary() -> str:
    """Every class and property of the ontology with its definition and example."""
    graph = Graph().parse(resource("ontology", "rapporteur.ttl"))
    lines = [
        "# Vocabulary\n",
        "`rap:` is `https://w3id.org/rapporteur/ontology#`. The source is `ontology/rapporteur.ttl`.\n",
    ]
    kinds = (("Classes", OWL.Class), ("Properties", OWL.ObjectProperty), ("Literal properties", OWL.DatatypeProperty))
    for title, kind in kinds:
        lines += [f"## {title}\n", "| term | definition | example |", "|---|---|---|"]
        terms = sorted(t for t in graph.subjects(RDF.type, kind) if isinstance(t, URIRef) and "rapporteur" in t)
        for term in terms:
            lines.append(
                f"| `rap:{term.split('#')[-1]}` | {_said(graph, term)} | {_cell(graph.value(term, SKOS.example))} |"
            )
        lines.append("")
    return NOTE + "\n".join(lines)


def _said(graph: Graph, term: URIRef) -> str:
    return _cell(graph.value(term, SKOS.definition) or graph.value(term, RDFS.comment))


def _cell(value: object) -> str:
    return " ".join(str(value or "").split()).replace("|", "\\|")


PAGES = {"queries.md": queries, "commands.md": commands, "vocabulary.md": vocabulary}


def main() -> int:
    """Write the pages, or check them."""
    stale = []
    for name, make in PAGES.items():
        text = make().rstrip("\n") + "\n"
        page = HERE / name
        if "--check" not in sys.argv:
            page.write_text(text, "utf-8")
        elif not page.is_file() or page.read_text("utf-8") != text:
            stale.append(name)
    if stale:
        print(f"Stale: {', '.join(stale)}. Run `make docs`.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
