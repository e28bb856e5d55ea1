"""How well what is related to a paragraph is found, by words alone and with a model of meaning beside them.

The set is small and made by hand: one reader went through the bundled report before any ranking was looked at, took
26 of its paragraphs and noted, for each, the other paragraphs on the same matter (a recommendation and the discussion
it came from, two recommendations on one measure). Paragraphs that only share the report's general subject do not count.
Prints the mean reciprocal rank of the first such paragraph and the part of them among the first ten. Without the extra
``embeddings`` only the words are measured.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.search import Found, Vectors, ask_alike, ask_related, index_graphs
from rapporteur.search.minilm import MiniLM, MissingModel

GRAPH = Path(__file__).parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
PARAGRAPH = "document/CTOC/COP/WG.4/2010/6/paragraph/"
SAME_MATTER = {
    9: (52, 92, 105, 106, 108),
    10: (62, 111, 115),
    11: (18, 54, 108),
    13: (14, 16, 37, 94),
    14: (13, 16, 17),
    15: (60, 80, 89, 113),
    19: (18, 43, 44),
    20: (21, 49, 55, 61, 62, 64),
    24: (23, 25, 26, 27, 45),
    26: (23, 65),
    28: (89,),
    29: (80,),
    32: (33, 94),
    34: (90, 91, 94),
    35: (80, 91, 94),
    36: (37, 80, 94, 105, 106),
    38: (96, 100, 102),
    43: (44, 47, 48, 102),
    46: (99, 102),
    50: (51, 57, 103, 104, 105, 108, 109),
    53: (111,),
    59: (63, 110, 111, 112, 113),
    72: (74, 75),
    89: (15, 28),
    99: (46, 102),
    112: (16, 113, 115),
}


def measured(ask: Callable[[str], Found]) -> tuple[float, float]:
    """Mean reciprocal rank of the first related paragraph, and the part of all among the first ten."""
    reciprocal, recalled = 0.0, 0.0
    for number, related in SAME_MATTER.items():
        found = [int(hit.number) for hit in ask(f"{PARAGRAPH}{number}").hits]
        ranks = [found.index(other) + 1 for other in related if other in found]
        reciprocal += 1 / min(ranks) if ranks else 0.0
        recalled += sum(rank <= 10 for rank in ranks) / min(10, len(related))
    return reciprocal / len(SAME_MATTER), recalled / len(SAME_MATTER)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, index_graphs(GRAPH, Path(folder) / "index.sqlite") as index:
        print(f"{'order':24} {'MRR':>6} {'in ten':>7}")
        print("{:24} {:6.3f} {:7.3f}".format("words", *measured(lambda iri: ask_related(index, iri, limit=100))))
        try:
            vectors = Vectors(MiniLM(), Path(folder) / "vectors.sqlite")
        except MissingModel as missing:
            print(missing.remedy)
            return 0
        start = time.process_time()
        ask_alike(index, f"{PARAGRAPH}9", vectors)
        spent = time.process_time() - start
        both = measured(lambda iri: ask_alike(index, iri, vectors, limit=100))
        print("{:24} {:6.3f} {:7.3f}".format("words and meaning", *both))
        print(f"reading 115 paragraphs took {spent:.1f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
