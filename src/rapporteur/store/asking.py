"""What every store can do: a question in SPARQL in, rows of terms out; bundles in, a whole change out.

Rows come as the SPARQL 1.1 Query Results JSON Format, from the embedded engine as from a server, so that there is one
reading of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from rapporteur.store.bundle import Bundle
    from rapporteur.store.manifest import Entry


class Term(NamedTuple):
    """One RDF term of an answer. A tuple, since long answers have many, and it is made in half the time.

    :ivar kind: "uri", "literal" or "bnode".
    :ivar datatype: IRI; "" for a plain string, an IRI or a text with a language.
    """

    kind: str
    value: str
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of terms under variables; None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one document, all of it or nothing.

    :ivar old: the graphs it has now; () where it is new.
    :ivar new: the graphs it gets; None where it is removed.
    """

    document: str
    old: tuple[Entry, ...]
    new: Bundle | None


class SyntaxRefused(Exception):
    """The engine does not read a query; its message says where, in the engine's own words."""


def last() -> bool:
    """That no other changes follow."""
    return False


@runtime_checkable
class Store(Protocol):
    """A place that holds the graphs of reports."""

    address: str
    product: str
    """What runs it: "oxigraph", "virtuoso"; "" where the server does not say."""

    def select(self, text: str) -> Answer:
        """The rows of a SELECT over the union of all graphs.

        :raises SyntaxRefused: if the query is broken.
        :raises UnusableStore: if the store cannot answer.
        """
        ...

    def ask(self, text: str) -> bool:
        """The answer to an ASK over the union of all graphs; raises as `select`."""
        ...

    def construct(self, text: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE, as N-Triples."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """The manifest, by document and graph."""
        ...

    def graph(self, name: str) -> bytes:
        """The N-Triples of one named graph; b"" where there is none."""
        ...

    def state(self) -> str:
        """A name for what the store holds: 64 hexadecimal digits, the same for the same triples; see `state_of`."""
        ...

    def is_stale(self) -> bool:
        """Whether what this object last answered from has been replaced. It costs no question.

        The next question is answered from the new state by itself; this is for what a caller keeps beside the store.
        """
        ...

    def release(self) -> None:
        """Let go of files and connections. The next question takes them again, so it may be done at any time."""
        ...

    def check(self) -> None:
        """Look whether the files are as they were written, which takes about a second for each gigabyte.

        :raises UnusableStore: if one is not. A server looks after its own files.
        """
        ...

    def apply(self, changes: Iterable[Change], verb: str, more: Callable[[], bool] = last) -> None:
        """Make the changes durable.

        :param more: whether others follow at once, asked when these are made: what is better done once for all of them
            then waits. Who said so and has none in the end gives an empty list of changes.
        :raises UnusableStore: if that cannot be done; the store then holds what it held.
        """
        ...

    def astray(self) -> int:
        """How many triples stand in a named graph and not in the union, or the other way round."""
        ...

    def backup(self, target: Path) -> None:
        """Copy the whole store to ``target``, which must not exist."""
        ...


def read_answer(data: bytes) -> Answer:
    """Rows from the SPARQL 1.1 Query Results JSON Format.

    :raises ValueError: if ``data`` is no such JSON with rows.
    """
    found = json.loads(data)
    if not isinstance(found, dict) or "results" not in found:
        raise ValueError("no rows in the answer")
    variables = tuple(found["head"].get("vars", ()))
    rows = tuple(tuple(_term(row.get(name)) for name in variables) for row in found["results"]["bindings"])
    return Answer(variables, rows)


def read_truth(data: bytes) -> bool:
    """The answer to an ASK from the SPARQL 1.1 Query Results JSON Format; Virtuoso 7.2 gives a row of 1 or 0.

    :raises ValueError: if ``data`` is neither.
    """
    found = json.loads(data)
    said = found.get("boolean") if isinstance(found, dict) else None
    if said is None:
        said = {"1": True, "0": False}.get(" ".join(t.value for row in read_answer(data).rows for t in row if t))
    if not isinstance(said, bool):
        raise ValueError("no boolean in the answer")
    return said


def _term(cell: dict[str, Any] | None) -> Term | None:
    if cell is None:
        return None
    kind = "literal" if cell["type"] == "typed-literal" else cell["type"]
    datatype = cell.get("datatype", "")
    if datatype == "http://www.w3.org/2001/XMLSchema#string":
        datatype = ""
    return Term(kind, cell["value"], datatype, cell.get("xml:lang", ""))
