"""Turtle and TriG → a graph, or the reason and the line at which reading stopped."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax


class Unparsable(ValueError):
    """Text that is no Turtle or TriG.

    :ivar reason: what the parser says, on one line, without a full stop.
    :ivar line: where it stopped, from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        self.reason = " ".join(reason.split()).rstrip(".")
        self.line = line
        super().__init__(f"line {line}: {self.reason}")


def parse(graph: Graph, words: str, format: str, path: Path) -> None:
    """Read ``words``, the text of the file at ``path``, into ``graph``.

    :param format: "turtle" or "trig".
    :raises Unparsable: if it is not of that format.

    >>> parse(Graph(), "<http://x/a> <http://x/b>", "turtle", Path("a.ttl"))
    Traceback (most recent call last):
    rapporteur.check.parsing.Unparsable: line 1: the text ends in the middle of a statement
    """
    last = words.count("\n", 0, len(words.rstrip())) + 1
    try:
        graph.parse(data=words, format=format, publicID=path.resolve().as_uri())
    except BadSyntax as fault:
        raise Unparsable(str(fault._why), min(fault.lines + 1, last)) from fault
    except IndexError as fault:  # how rdflib's parser says that the text ends too early
        raise Unparsable("the text ends in the middle of a statement", last) from fault
    except ParserError as fault:
        raise Unparsable(str(fault), last) from fault
