"""Score: a built graph against a gold folder → counts, precision, recall, F1, and the rows that went wrong.

The rules are those of ``tests/gold/README.md``: rows are counted once a (text part, target), optional rows count
neither way, what lies outside the annotated paragraphs counts neither way. Detection (were the words seen?),
resolution (of those seen, was the target right?) and end to end are counted apart. Folders that hold offsets and no
words are scored by ``tests/gold/OFFSETS.md``.
"""

from collections.abc import Sequence
from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.score.compare import score_facts
from rapporteur.score.facts import GraphFacts, read_graph_facts
from rapporteur.score.gold import Gold, read_gold
from rapporteur.score.tally import Tally
from rapporteur.score.whole import total_of

__all__ = [
    "Gold",
    "GraphFacts",
    "Tally",
    "read_gold",
    "read_graph_facts",
    "score_facts",
    "score_graph",
    "score_graphs",
    "total_of",
]


def score_graph(gold_folder: str | Path, graph: str | Path) -> dict[str, Tally]:
    """Score ``NAME.trig`` against a gold folder: kind → tally, in a fixed order.

    :raises UnusableInput: if the folder holds no annotation, or the graph cannot be read.
    """
    return score_facts(read_gold(gold_folder), read_graph_facts(graph))


def score_graphs(gold_folders: Sequence[str | Path], graphs: Sequence[str | Path]) -> dict[str, dict[str, Tally]]:
    """Score several builds, each against its gold folder, given in the same order: name of the folder → kind → tally.

    A second folder of the same name is called ``NAME~2``.

    :raises UnusableInput: if there are not as many graphs as folders, or one cannot be read.
    """
    if len(gold_folders) != len(graphs):
        raise UnusableInput(
            f"There are {len(gold_folders)} gold folders and {len(graphs)} graphs.",
            where=", ".join(map(str, graphs)),
            expected="one graph for each folder, in the same order.",
            remedy="Name as many --graph NAME.trig as folders.",
        )
    scored: dict[str, dict[str, Tally]] = {}
    for gold, graph in zip(gold_folders, graphs, strict=True):
        name, again = Path(gold).name, 1
        while name in scored:
            again += 1
            name = f"{Path(gold).name}~{again}"
        scored[name] = score_graph(gold, graph)
    return scored
