"""How fast a search of 100 reports is, beside SPARQL that filters their texts, in the same run on the same graphs.

The reports are copies of the bundled one under other symbols. Each question is asked of the index as a person would,
and of an embedded store in SPARQL: every word by CONTAINS or REGEX over the texts, with neither stems, rank, marks nor
counts. Prints the median milliseconds of each question, both ways, and their ratio. Run with `make bench`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from rapporteur.search import ask, ask_related, index_graphs

GRAPH = Path(__file__).parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
REPORTS = 100
ROUNDS = 9
BAR = 20.0
RAP = "https://w3id.org/rapporteur/ontology#"
ID = "https://w3id.org/rapporteur/id/"
QUESTIONS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("child labour", {}, 'CONTAINS(?low, "child") && CONTAINS(?low, "labour")'),
    ('"law enforcement"', {}, 'CONTAINS(?low, "law enforcement")'),
    ("compens*", {}, 'REGEX(?low, "\\\\bcompens")'),
    ("consent NOT exploitation", {}, 'CONTAINS(?low, "consent") && !CONTAINS(?low, "exploitation")'),
    ("training OR capacity", {"strength": "should"}, 'CONTAINS(?low, "training") || CONTAINS(?low, "capacity")'),
    ("victim protect*", {"kind": "recommendation"}, 'CONTAINS(?low, "victim") && REGEX(?low, "\\\\bprotect")'),
    ("testimony", {"provision": "untoc/article/26"}, 'CONTAINS(?low, "testimony")'),
    ("Thailand act", {"state": "THA"}, 'CONTAINS(?low, "thailand") && REGEX(?low, "\\\\bact\\\\b")'),
    ("demand", {"theme": "demand-reduction"}, 'CONTAINS(?low, "demand")'),
    ("(UNODC OR secretariat) tools", {"report": "BENCH/7/2010/6"}, 'REGEX(?low, "unodc|secretariat") && CONTAINS(?low, "tool")'),  # noqa: E501
    ("states parties should", {}, 'CONTAINS(?low, "states") && CONTAINS(?low, "parties") && CONTAINS(?low, "should")'),
    ("trafficking", {}, 'CONTAINS(?low, "trafficking")'),
)  # fmt: skip
CONDITIONS = {
    "strength": "?part rap:strength <{id}strength/{value}> .",
    "kind": "?part a rap:Recommendation .",
    "provision": "?part rap:cites ?cited . ?cited <http://purl.org/dc/terms/isPartOf>* <{id}instrument/{value}> .",
    "state": "?part rap:mentions <{id}state/{value}> .",
    "theme": "?part rap:theme <{id}theme/{value}> .",
    "report": "?part (rap:inDocument|rap:recordedIn/rap:inDocument) <{id}document/{value}> .",
}


def copies(folder: Path) -> list[Path]:
    """The reports, each under a symbol and a meeting of its own."""
    text = GRAPH.read_text("utf-8")
    made = []
    for number in range(REPORTS):
        copy = text.replace("CTOC/COP/WG.4/2010/6", f"BENCH/{number}/2010/6")
        copy = copy.replace("CTOC/COP/WG.4/2010-01-27", f"BENCH/{number}/2010-01-27")
        made.append(folder / f"BENCH-{number:03}.trig")
        made[-1].write_text(copy, "utf-8")
    return made


def store_of(paths: list[Path]) -> pyoxigraph.Store:
    """The facts of the reports in an embedded store."""
    store = pyoxigraph.Store()
    for path in paths:
        quads = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TRIG)
        store.bulk_extend(quad for quad in quads if str(quad.graph_name.value).endswith("/graph"))
    return store


def sparql(filters: dict[str, str], test: str) -> str:
    """The question as a filter over texts."""
    conditions = " ".join(CONDITIONS[name].format(id=ID, value=value) for name, value in filters.items())
    return (
        f"PREFIX rap: <{RAP}> SELECT ?part ?text WHERE {{ {conditions} ?part rap:text ?text . "
        f"BIND(LCASE(STR(?text)) AS ?low) FILTER({test}) }}"
    )


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median wall milliseconds, one round to warm up."""
    taken = []
    for turn in range(rounds + 1):
        start = time.perf_counter()
        work()
        if turn:
            taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def main() -> int:
    """Measure and print; 1 where the median question is slower than the bar."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = copies(folder)
        start = time.perf_counter()
        index = index_graphs(folder, folder / "index.sqlite")
        built = time.perf_counter() - start
        size = (folder / "index.sqlite").stat().st_size / 1e6
        start = time.perf_counter()
        index_graphs(folder, folder / "index.sqlite").close()
        checked = time.perf_counter() - start
        print(f"{REPORTS} reports indexed in {built:.1f} s, {size:.0f} MB; found up to date in {checked * 1000:.0f} ms")
        store = store_of(paths)
        print(f"{'question':52} {'hits':>6} {'search':>9} {'counted':>9} {'SPARQL':>9} {'ratio':>7}")
        ours, theirs = [], []
        for words, filters, test in QUESTIONS:
            query = sparql(filters, test)
            total = ask(index, words, **filters).total
            plain = milliseconds(lambda words=words, filters=filters: ask(index, words, facets=False, **filters))
            counted = milliseconds(lambda words=words, filters=filters: ask(index, words, **filters))
            slow = milliseconds(lambda query=query: list(store.query(query, use_default_graph_as_union=True)), 3)
            ours.append(plain)
            theirs.append(slow)
            shown = words + "".join(f" [{key} {value}]" for key, value in filters.items())
            print(f"{shown:52} {total:6} {plain:6.1f} ms {counted:6.1f} ms {slow:6.0f} ms {slow / plain:6.0f}x")
        iri = "document/BENCH/7/2010/6/paragraph/31"
        print(f"what is related to a paragraph: {milliseconds(lambda: ask_related(index, iri)):.1f} ms")
        index.close()
    median = statistics.median(ours)
    ratio = statistics.median(slow / plain for slow, plain in zip(theirs, ours, strict=True))
    print(f"median search {median:.1f} ms (bar {BAR:.0f} ms); SPARQL takes {ratio:.0f} times as long (median ratio)")
    return int(median > BAR)


if __name__ == "__main__":
    sys.exit(main())
