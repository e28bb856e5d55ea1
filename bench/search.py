"""How fast a search of a store of 100 reports is, beside SPARQL that filters their texts, in the same run.

The reports are copies of the bundled one under other symbols, loaded into a store on disk. Each question is asked of
the index that follows the store, as a person would, with the look at whether it is stale; and of the same store in
SPARQL: every word by CONTAINS or REGEX over the texts, with neither stems, rank, marks nor counts. Prints the median
milliseconds of CPU of each question, without and with counts, and the ratio. Run with `make bench`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.query.searching import NAME, search_of
from rapporteur.store import Store, load, open_store

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


def sparql(filters: dict[str, str], test: str) -> str:
    """The question as a filter over texts."""
    conditions = " ".join(CONDITIONS[name].format(id=ID, value=value) for name, value in filters.items())
    return (
        f"PREFIX rap: <{RAP}> SELECT ?part ?text WHERE {{ {conditions} ?part rap:text ?text . "
        f"BIND(LCASE(STR(?text)) AS ?low) FILTER({test}) }}"
    )


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median milliseconds of CPU, one round to warm up: the clock tells of others who share the machine."""
    taken = []
    for turn in range(rounds + 1):
        start = time.process_time()
        work()
        if turn:
            taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def changed(store: Store, path: Path) -> None:
    """Put a report in its place whose words have changed."""
    path.write_text(path.read_text("utf-8").replace("victim-centred", "survivor-centred"), "utf-8")
    list(load(store, [path], replace=True))


def main() -> int:
    """Measure and print; 1 where the median question with its counts is slower than the bar."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = copies(folder)
        place = folder / "store"
        start = time.perf_counter()
        list(load(open_store(place), paths))
        print(f"{REPORTS} reports loaded in {time.perf_counter() - start:.1f} s")
        store = open_store(place)
        search = search_of(store)
        start, worked = time.perf_counter(), time.process_time()
        search.refresh()
        built, worked = time.perf_counter() - start, time.process_time() - worked
        size = (place / NAME).stat().st_size / 1e6
        print(f"indexed in {built:.1f} s, {worked:.1f} s of CPU, {size:.0f} MB")
        opened = milliseconds(lambda: search_of(open_store(place)).search("consent", limit=1, facets=False))
        print(f"store and index opened, compared and asked for the first time: {opened:.0f} ms")
        changed(open_store(place), paths[0])
        start = time.process_time()
        search.search("survivor")
        print(f"one report replaced: indexed and found in {(time.process_time() - start) * 1000:.0f} ms")
        print(f"{'question':52} {'hits':>6} {'search':>9} {'counted':>9} {'SPARQL':>9} {'ratio':>7}")
        bare, ours, theirs = [], [], []
        for words, filters, test in QUESTIONS:
            query = sparql(filters, test)
            total = search.search(words, **filters).total
            plain = milliseconds(lambda words=words, filters=filters: search.search(words, facets=False, **filters))
            counted = milliseconds(lambda words=words, filters=filters: search.search(words, **filters))
            slow = milliseconds(lambda query=query: store.select(query), 3)
            bare.append(plain)
            ours.append(counted)
            theirs.append(slow)
            shown = words + "".join(f" [{key} {value}]" for key, value in filters.items())
            print(f"{shown:52} {total:6} {plain:6.1f} ms {counted:6.1f} ms {slow:6.0f} ms {slow / plain:6.0f}x")
        iri = "document/BENCH/7/2010/6/paragraph/31"
        print(f"what is related to a paragraph: {milliseconds(lambda: search.related(iri)):.1f} ms")
        search.close()
    median = statistics.median(ours)
    ratio = statistics.median(slow / plain for slow, plain in zip(theirs, bare, strict=True))
    print(f"median search {statistics.median(bare):.1f} ms, with counts {median:.1f} ms (bar {BAR:.0f} ms)")
    print(f"SPARQL takes {ratio:.0f} times as long (median ratio)")
    return int(median > BAR)


if __name__ == "__main__":
    sys.exit(main())
