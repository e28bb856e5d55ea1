"""How fast the questions are over many reports: each of one report among them, and of all together, beside rdflib.

``python bench/questions.py [REPORTS] [FOLDER] [HELD] [QUESTION…]``; 100 reports without a number. The store is made in
FOLDER once, used again if it is there. Copies of the bundled report stand for reports. Seconds of CPU of the asking
process, the best of three; a question that takes longer than a limit is ended and said. rdflib holds HELD reports, ten
without a number, for its memory: for all together its time is taken times what is lacking, since it grows at least in
proportion.

A question is asked of one report by its parameter ``report``, else by the thing that its header has as an example.
"""

from __future__ import annotations

import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from rdflib import Graph

from rapporteur.query import Query, ask, list_queries, load_dataset
from rapporteur.store import Store, load, open_store
from store import copies

LIMIT = 20
BAR = 0.05
SAID = "one report"
"""What stands in the cost of a question that takes longer than the bar of one report as well."""
SAMPLE = 10
ONE = "CTOC/COP/WG.4/2031/0"
THINGS = {
    "recommendation": f"{ONE}/recommendation/43.1",
    "provision": "untoc/article/26",
    "theme": "compensation",
    "state": "ALB",
}
"""What stands in every copy, for questions that name no report."""

FORK = multiprocessing.get_context("fork")


def narrow(query: Query) -> dict[str, str]:
    """The parameters that ask a question of one report, or of one thing; none where the question has none such."""
    if query.parameter("report"):
        return {"report": ONE}
    return next(({name: value} for name, value in THINGS.items() if query.parameter(name)), {})


def timed(place: Graph | Path, query: Query, params: Mapping[str, str], rounds: int = 3) -> float | None:
    """Seconds of CPU in a process of its own, that is ended at the limit; None then."""
    here, there = FORK.Pipe()
    worker = FORK.Process(target=_work, args=(place, query, dict(params), rounds, there))
    worker.start()
    try:
        return float(here.recv()) if here.poll(LIMIT) else None
    except EOFError:
        return None
    finally:
        worker.kill()
        worker.join()


def _work(place: Graph | Path, query: Query, params: dict[str, str], rounds: int, told: object) -> None:
    asked: Graph | Store = place if isinstance(place, Graph) else open_store(place)
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        ask(asked, query, params)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    told.send(best)  # type: ignore[attr-defined]


def say(seconds: float | None) -> str:
    """A time to be read."""
    return f"{seconds * 1000:9.1f}" if seconds is not None else f"  > {LIMIT} s"


def main() -> None:
    """Both engines, question by question."""
    number = int(sys.argv[1]) if sys.argv[1:] else 100
    folder = Path(sys.argv[2]) if sys.argv[2:] else Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    held = min(int(sys.argv[3]) if sys.argv[3:] else SAMPLE, number)
    asked = [query for query in list_queries() if query.name in sys.argv[4:] or not sys.argv[4:]]
    place = folder / f"store{number}"
    with tempfile.TemporaryDirectory() as scratch:
        files = copies(Path(scratch), number)
        if not place.exists():
            list(load(open_store(place), files))
        graph = load_dataset(*files[:held])
    scale = number / held
    print(f"{number} reports, rdflib holds {held}, milliseconds of CPU", flush=True)
    print(f"{'':41}of one rdflib     store of all rdflib     store")
    ratios: dict[str, list[float]] = {"one": [], "all": []}
    unsaid, needless = [], []
    for query in asked:
        params = narrow(query)
        one, theirs = timed(place, query, params), timed(graph, query, params, 2)
        every, their_all = timed(place, query, {}), timed(graph, query, {}, 2)
        scaled = their_all * scale if their_all is not None else None
        print(f"{query.name:45}{say(theirs)} {say(one)}    {say(scaled)} {say(every)}", flush=True)
        ratios["one"].append((theirs or LIMIT) / (one or LIMIT))
        ratios["all"].append((scaled or LIMIT * scale) / (every or LIMIT))
        if (one or LIMIT) > BAR and SAID not in query.cost:
            unsaid.append(f"{query.name} (of one)")
        if (every or LIMIT) > BAR and not query.cost:
            unsaid.append(query.name)
        if every and every < BAR / 2 and query.cost:
            needless.append(query.name)
    for which, found in ratios.items():
        print(f"  of {which}: {statistics.median(found):.0f} times rdflib, the median   bar: at least 10")
    print(f"  over {BAR * 1000:.0f} ms without a word in the header: {', '.join(unsaid) or 'none'}")
    print(f"  quick, though the header says slow: {', '.join(needless) or 'none'}")


if __name__ == "__main__":
    main()
