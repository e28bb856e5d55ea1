"""Links and open mentions → marks in a text: where their words stand, and the cards that they open.

Takes what evidence and facts say, gives `Mark`s for `marks.marked`. On the page of a report a rule is named by its
number in the list at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.vocabulary import RAP, TYPE
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.facts import Facts
from rapporteur.publish.pages.frame import Pages, locate
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.marks import Mark
from rapporteur.publish.pages.words import Passage


def offsets(facts: Facts, iri: URIRef) -> tuple[int, int]:
    """Where something stands in the text as read, half-open; -1 where the graph does not say."""
    start, end = (facts.text(iri, RAP[name]) for name in ("start", "end"))
    return int(start or -1), int(end or -1)


class Cards:
    """The cards of one page.

    :ivar rules: by which the links were made, each with its number; None where the page lists none.
    """

    def __init__(self, pages: Pages, here: Here, facts: Facts, listing: bool) -> None:
        self.pages, self.here, self.facts = pages, here, facts
        self.rules: dict[URIRef, int] | None = {} if listing else None
        self._count = 0

    def name(self) -> str:
        """An id for a card."""
        self._count += 1
        return f"c{self._count}"

    def marks(self, passage: Passage, rows: Iterable[Evidence], own: bool = True) -> list[Mark]:
        """Links as marks; those that say the same of the same words for a part and its recommendation are one.

        :param own: whether the entries bear the ids of the evidence, as on the page of the report.
        """
        same: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
        for row in rows:
            place = locate(passage, row)
            if place is not None:
                node = row.source if self.pages.passage(row.source) is None else ""
                same[(*place, row.property, row.target, row.rule, row.grade, node)].append(row)
        found = []
        for key, group in same.items():
            ids = [self.pages.site.places.fragment(row.iri) for row in group] if own else []
            grade = group[0].grade.rpartition("/")[2]
            start, end = passage.place(group[0].start, group[0].end) or (key[0], key[1])
            found.append(Mark(int(str(start)), int(str(end)), ids, grade, self.card(group[0], False, group)))
        return found

    def card(self, row: Evidence, quote: bool, group: list[Evidence] | None = None) -> Markup:
        """What a link says: its property and target, of what, its grade and rule."""
        about = ""
        units = [one.source for one in group or [row] if RAP["Recommendation"] in self.facts.things(one.source, TYPE)]
        if self.pages.passage(row.source) is None:
            about = self.here.link(row.source) + Markup(": ")
        elif units:
            links = [self.here.link(unit, self.facts.text(unit, RAP["number"])) for unit in units]
            about = Markup("Recommendation {}: ").format(Markup(", ").join(links))
        words = Markup("“{}” ").format(row.quote) if quote else ""
        score = f" {row.score:g}" if row.score is not None else ""
        return Markup("{}{}{} {} <small>{}{}. {}</small>").format(
            words,
            about,
            self.pages.property_label(row.property),
            self.here.link(row.target, self.pages.brief(row.target)),
            self.pages.label(row.grade),
            score,
            self._rule(row.rule),
        )

    def _rule(self, rule: URIRef) -> Markup:
        """What a rule does, leading to the list of rules at the end of the page where there is one."""
        if self.rules is None:
            return self.here.link(rule)
        number = self.rules.setdefault(rule, len(self.rules) + 1)
        return Markup('<a href="#r{}">{}</a>').format(number, self.pages.label(rule))

    def open_marks(self, passage: Passage, opens: Iterable[URIRef]) -> list[Mark]:
        """What was seen and not linked, with the rivals and the reason."""
        found = []
        for iri in opens:
            place = passage.place(*offsets(self.facts, iri))
            if place is None:
                quote = self.facts.text(iri, RAP["quote"])
                at = passage.text.find(quote)
                place = (at, at + len(quote)) if at >= 0 else (0, min(1, len(passage.text)))
            rivals = [self.here.link(one) for one in self.facts.things(iri, RAP["candidate"])]
            because = [self.pages.label(one) for one in self.facts.things(iri, RAP["because"])]
            card = Markup("Left open: {}. {}").format(
                ", ".join(because) or "no reason given",
                Markup("Could be {}.").format(Markup(", or ").join(rivals)) if rivals else "No candidate.",
            )
            found.append(Mark(*place, [self.pages.site.places.fragment(iri)], "open", card))
        return found
