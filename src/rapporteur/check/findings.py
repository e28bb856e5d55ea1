"""What a check gives back: findings that name constraint and node, and the triples that follow from the graph."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Node

from rapporteur.model import Finding

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeFinding(Finding):
    """A constraint that does not hold, in the four parts of every message.

    :ivar constraint: IRI of the constraint, ``shape:LinkQuotesItsWords`` written out.
    :ivar node: the focus node, as an IRI, or what stands for it where there is none ("_:b0").
    :ivar value: the value at fault, where the constraint has one.
    :ivar message: fault and remedy in one string, as the shape words them.
    """

    constraint: str
    node: str
    value: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found, and what follows.

    :ivar findings: violations first, then warnings, each in the order of constraint and node.
    :ivar inferred: the triples that OWL 2 RL adds about what was given, with IRIs in all three places.
    :ivar seconds: seconds of each part: "pass one", "closure", "pass two", "quotes".
    """

    findings: tuple[ShapeFinding, ...]
    inferred: frozenset[Triple]
    seconds: tuple[tuple[str, float], ...] = ()

    @property
    def violations(self) -> tuple[ShapeFinding, ...]:
        """The findings that make a graph wrong."""
        return tuple(finding for finding in self.findings if finding.severity == "finding")

    @property
    def warnings(self) -> tuple[ShapeFinding, ...]:
        """The findings that a person should look at."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    @property
    def conforms(self) -> bool:
        """Is there no violation? Warnings do not count."""
        return not self.violations


def in_order(findings: list[ShapeFinding]) -> tuple[ShapeFinding, ...]:
    """Each finding once, violations first, in an order that does not depend on the run."""
    unique = {(f.constraint, f.node, f.message, f.value or ""): f for f in findings}
    return tuple(unique[key] for key in sorted(unique, key=lambda key: (unique[key].severity != "finding", *key)))


def iri_text(node: Node) -> str:
    """An IRI as it is, a blank node as ``_:id``, a literal as its words."""
    return str(node) if isinstance(node, URIRef) else node.n3() if hasattr(node, "n3") else str(node)
