"""Score: a built graph against a gold folder → counts, precision, recall, F1, and the rows that went wrong.

The rules are those of ``tests/gold/README.md``: rows are counted once a (text part, target), optional rows count
neither way, what lies outside the annotated paragraphs counts neither way. Detection (were the words seen?),
resolution (of those seen, was the target right?) and end to end are counted apart.
"""

from pathlib import Path

from rapporteur.score.compare import score_facts
from rapporteur.score.facts import GraphFacts, read_graph_facts
from rapporteur.score.gold import Gold, read_gold
from rapporteur.score.tally import Tally

__all__ = ["Gold", "GraphFacts", "Tally", "read_gold", "read_graph_facts", "score_facts", "score_graph"]


def score_graph(gold_folder: str | Path, graph: str | Path) -> dict[str, Tally]:
    """Score ``NAME.trig`` against a gold folder: kind → tally, in a fixed order.

    :raises UnusableInput: if the folder holds no annotation, or the graph cannot be read.
    """
    return score_facts(read_gold(gold_folder), read_graph_facts(graph))
