"""Recommendation units → triples: their words, whom they address, how strongly, on what.

What a unit cites, mentions or is about is a link, and is asserted with the other links by `graph.evidence`.
"""

from __future__ import annotations

import re

from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels
from rapporteur.graph.vocabulary import PART_OF, RAP, Sheet, integer, plain, words
from rapporteur.model import LinkedReport

_COPY = re.compile(r"~[0-9]+")
"""What tells a unit of a repeated paragraph apart in its address; the number that is printed has none."""


def write_recommendations(sheet: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels) -> None:
    """Write every unit of the report on the sheet."""
    language, add = linked.report.language, sheet.add
    for unit in linked.recommendations:
        node = own.unit(unit.ref)
        sheet.thing(node, RAP["Recommendation"], labels.of(unit.ref))
        add(node, RAP["number"], plain(_COPY.sub("", unit.ref.number)))
        add(node, RAP["recordedIn"], own.part(unit.recorded_in))
        add(node, RAP["text"], words(unit.text, language))
        add(node, RAP["start"], integer(unit.span.start))
        add(node, RAP["end"], integer(unit.span.end))
        add(node, RAP["chapeau"], words(unit.chapeau, language) if unit.chapeau else None)
        add(node, RAP["chapeauIn"], own.part(unit.chapeau_in) if unit.chapeau_in else None)
        add(node, RAP["strength"], own.entity(unit.strength))
        add(node, RAP["deonticPhrase"], plain(unit.operator))
        add(node, RAP["agendaItem"], own.item(unit.item) if unit.item else None)
        for action in unit.actions:
            add(node, RAP["action"], plain(action))
        for addressee in unit.addressees:
            add(node, RAP["addressee"], own.entity(addressee))
        for actor in unit.secondary_actors:
            add(node, RAP["secondaryActor"], own.entity(actor))
        for state in unit.recommended_by:
            add(node, RAP["recommendedBy"], own.entity(state))
        for wording in unit.wordings:
            part = own.unit(wording.ref)
            sheet.thing(part, RAP["Wording"], labels.of(wording.ref))
            add(part, PART_OF, node)
            add(part, RAP["recordedIn"], own.part(unit.recorded_in))
            add(part, RAP["text"], words(wording.text, language))
            add(part, RAP["start"], integer(wording.span.start))
            add(part, RAP["end"], integer(wording.span.end))
            for action in wording.actions:
                add(part, RAP["action"], plain(action))
            for state in wording.recommended_by:
                add(part, RAP["recommendedBy"], own.entity(state))
