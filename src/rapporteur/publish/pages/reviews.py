"""Reviews of a State: a report in, the State under review out, and what it was recommended, for its page and back.

"The State under review" is an addressee that stands for whom the report itself records in that capacity: the one
participant or speaker of the capacity "concerned State" in a part of that document. Where it records several or none,
nothing is said.
"""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import RAP
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import MOST, Group, Table
from rapporteur.publish.pages.here import Here

_CAPACITY, _ADDRESSEE = "capacity/concerned-state", "addressee/state-under-review"


def states_under_review(pages: Pages) -> dict[str, URIRef]:
    """The State under review by the document that records it."""
    found: dict[str, set[URIRef]] = defaultdict(set)
    for deed in pages.facts.subjects(RAP["capacity"], URIRef(pages.site.root + _CAPACITY)):
        if document := pages.document(deed):
            found[document].update(pages.facts.things(deed, RAP["participant"]))
            found[document].update(pages.facts.things(deed, RAP["speaker"]))
    return {document: next(iter(states)) for document, states in sorted(found.items()) if len(states) == 1}


class Reviews:
    """The reviews of one publication.

    :ivar state_of: the State under review by recommendation.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        states = states_under_review(pages)
        units = pages.facts.subjects(RAP["addressee"], URIRef(pages.site.root + _ADDRESSEE))
        self.state_of = {unit: states[at] for unit in units if (at := pages.document(unit)) in states}
        self._of: dict[URIRef, list[URIRef]] = defaultdict(list)
        for unit, state in self.state_of.items():
            self._of[state].append(unit)

    def received(self, here: Here, state: URIRef) -> list[Group]:
        """The recommendations that a State was given as the State under review, with who made each."""
        units = sorted(self._of.get(state, ()), key=natural)
        if not units:
            return []
        facts = self._pages.facts
        note = (
            f"The first {MOST:,} of {len(units):,}; the list of recommendations has all." if len(units) > MOST else ""
        )
        rows = [
            [
                here.link(unit, facts.text(unit, RAP["number"])),
                Markup.escape(facts.text(unit, RAP["text"])),
                Markup(", ").join(here.name(one) for one in facts.things(unit, RAP["recommendedBy"])),
                here.link(URIRef(self._pages.document(unit))),
            ]
            for unit in units[:MOST]
        ]
        table = Table(["no.", "recommendation", "by", "report"], rows)
        return [Group("Recommendations made to it as the State under review", note, table=table)]

    def addressed(self, here: Here, unit: URIRef) -> list[Group]:
        """The State under review that a recommendation is addressed to."""
        state = self.state_of.get(unit)
        if state is None:
            return []
        return [Group("State under review", "As the report records it.", links=[here.name(state)])]
