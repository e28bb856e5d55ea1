"""How fast the questions are over many reports: each of one report among them, and of all together, beside rdflib.

``python bench/questions.py [REPORTS] [FOLDER] [QUESTION…]``; 100 reports without a number, which take rdflib 3.4 GB of
memory, three to five minutes to load, and ten to be asked. The store is made in FOLDER once, used again if it
is there. Copies of the bundled report stand for reports; rdflib holds all of them, as one graph in its memory.

Seconds of CPU, the best of three where one takes less than a second, in a process of its own, forked from the one that
holds the graph. rdflib is given twelve times what the store took, five seconds at least, and ended then: the bar is
passed, and the ratio is the least that it can be (``>``). Where that would be more than a minute, rdflib is not asked
(``-``), and the question counts as one that does not reach the bar: its ratio is taken for nought. So a median of these
ratios is the least that the median over the catalogue can be, whatever was not waited for. The store has a minute.

A question is asked of one report by its parameter ``report``, else by the thing that its header has as an example.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from rapporteur.query import Query, ask, list_queries, load_dataset
from rapporteur.store import Store, load, open_store
from store import copies

LEAST, MOST = 5, 60
"""Seconds of CPU that a question is given in rdflib; the store has the second."""
ENOUGH = 12
"""How many times as long as the store rdflib may take before it is ended: a little more than the bar."""
BAR = 0.05
SAID = "one report"
"""What stands in the cost of a question that takes longer than the bar of one report as well."""
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


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of CPU; where it was ``cut``, the question was ended then."""

    seconds: float
    cut: bool = False

    def __str__(self) -> str:
        return f"{'>' if self.cut else ''}{self.seconds * 1000:.1f}" if self.seconds else "-"


UNASKED = Taken(0, cut=True)


def timed(place: Graph | Path, query: Query, params: Mapping[str, str], limit: float = MOST) -> Taken:
    """What a question takes, in a process of its own that the system ends at the limit, which is whole seconds."""
    most = math.ceil(limit)
    here, there = FORK.Pipe(duplex=False)
    worker = FORK.Process(target=_work, args=(place, query, dict(params), most, there))
    worker.start()
    there.close()
    try:
        if not isinstance(place, Graph) and not here.poll(most):
            worker.kill()
            return Taken(most, cut=True)
        return Taken(float(here.recv()))
    except EOFError:
        worker.join()
        if worker.exitcode != -signal.SIGXCPU:
            raise RuntimeError(f"{query.name} ended with {worker.exitcode}") from None
        return Taken(most, cut=True)
    finally:
        worker.join()


def _work(place: Graph | Path, query: Query, params: dict[str, str], limit: int, told: object) -> None:
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    asked: Graph | Store = place if isinstance(place, Graph) else open_store(place)
    best = float("inf")
    clock = time.thread_time if isinstance(place, Graph) else time.process_time
    for _ in range(3):
        if isinstance(
            place, Graph
        ):  # which the system ends; the clock of the process then goes by hundredths of a second
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + limit, resource.RLIM_INFINITY))
        start = clock()
        ask(asked, query, params)
        best = min(best, clock() - start)
        if best > 1:
            break
    told.send(best)  # type: ignore[attr-defined]


def beside(graph: Graph, query: Query, params: Mapping[str, str], ours: Taken) -> Taken:
    """What the question takes in rdflib, which is not asked where the bar could not be seen within `MOST` seconds."""
    limit = max(LEAST, ENOUGH * ours.seconds)
    return timed(graph, query, params, limit) if limit <= MOST else UNASKED


def main() -> None:
    """Both engines, question by question."""
    number = int(sys.argv[1]) if sys.argv[1:] else 100
    folder = Path(sys.argv[2]) if sys.argv[2:] else Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    asked = [query for query in list_queries() if query.name in sys.argv[3:] or not sys.argv[3:]]
    place = folder / f"store{number}"
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        files = copies(Path(scratch), number)
        if not place.exists():
            list(load(open_store(place), files))
        gc.disable()
        graph = load_dataset(*files)
        gc.freeze()  # so that no process that is forked touches, and so copies, what it does not read
        gc.enable()
    print(f"{number} reports; both are there after {time.monotonic() - begun:.0f} s. Milliseconds of CPU:", flush=True)
    print(f"{'':45}{'of one:':>9}{'rdflib':>11} {'store':>10}{'of all:':>10}{'rdflib':>11} {'store':>10}")
    found: dict[str, list[tuple[Taken, Taken]]] = {"one": [], "all": []}
    unsaid, needless = [], []
    for at, query in enumerate(asked, 1):
        line = f"{f'{at} {query.name}':45}"
        for which, params in (("one", narrow(query)), ("all", {})):
            ours = timed(place, query, params)
            theirs = beside(graph, query, params, ours)
            found[which].append((theirs, ours))
            line += f"{'':9}{theirs!s:>11} {ours!s:>10}"
        print(line, f"   after {time.monotonic() - begun:.0f} s", flush=True)
        one, every = found["one"][-1][1].seconds, found["all"][-1][1].seconds
        if one > BAR and SAID not in query.cost:
            unsaid.append(f"{query.name} (of one)")
        if every > BAR and not query.cost:
            unsaid.append(query.name)
        if every < BAR / 2 and query.cost:
            needless.append(query.name)
    for which, pairs in found.items():
        ratios = [theirs.seconds / ours.seconds for theirs, ours in pairs]
        cut = sum(theirs.cut and bool(theirs.seconds) for theirs, _ in pairs)
        unasked = sum(not theirs.seconds for theirs, _ in pairs)
        slow, fast = (statistics.median(pair[side].seconds for pair in pairs) for side in (0, 1))
        print(
            f"of {which}: the median question takes rdflib {slow * 1000:.0f} ms or more, the store {fast * 1000:.0f}, "
            f"{slow / fast:.0f} times; median of the least ratios {statistics.median(ratios):.1f}   bar: at least 10"
        )
        print(
            f"  {cut} of {len(pairs)} were ended in rdflib and counted as if done then, {unasked} not asked there and "
            f"counted as nought; "
            f"{sum(ratio >= 10 for ratio in ratios)} reach the bar by themselves, "
            f"{sum(ours.seconds > BAR for _, ours in pairs)} take the store over {BAR * 1000:.0f} ms"
        )
    print(f"over {BAR * 1000:.0f} ms without a word in the header: {', '.join(unsaid) or 'none'}")
    print(f"quick, though the header says slow: {', '.join(needless) or 'none'}")


if __name__ == "__main__":
    main()
