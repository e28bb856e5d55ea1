"""FIND: a report in, mentions out: what is named, and where. Which entity is meant is decided in `rapporteur.link`.

`find_mentions` reads every text of a report once for names, then for citations, for who attended and spoke, for
recommendations and for their themes.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.find.actors import find_actors
from rapporteur.find.agenda_told import with_told_agenda
from rapporteur.find.annexed_agenda import with_annexed_agenda
from rapporteur.find.citations import find_citations, read_passages
from rapporteur.find.cover import unread_officers
from rapporteur.find.named_before import find_listed_again
from rapporteur.find.names import find_names
from rapporteur.find.passed_over import passed_over
from rapporteur.find.scheme import OUTSIDE, in_theme_scheme
from rapporteur.find.themes import find_themes
from rapporteur.find.units import find_units
from rapporteur.find.unknown_bodies import named_here
from rapporteur.find.unread_lists import unread_decision, unread_views
from rapporteur.model import Report
from rapporteur.model.actors import ActorMentions
from rapporteur.model.citations import CitationMention, NameMention
from rapporteur.model.units import ThemeMention, UnitMentions
from rapporteur.patterns.scan import scanned

__all__ = ["Mentions", "find_mentions"]


@dataclass(frozen=True)
class Mentions:
    """All that a report names.

    :ivar names: States, organizations and instruments by a name the authorities hold.
    :ivar citations: what is cited, and the treaties and bodies mentioned.
    :ivar actors: the meeting, its agenda, attendance, statements, panels, accessions, persons.
    :ivar units: recommendations, one a deontic operator.
    :ivar themes: words and headings that speak of a theme, one a unit and theme.
    :ivar unread: what was not looked for in the report, and why.
    """

    report: Report
    names: tuple[NameMention, ...]
    citations: tuple[CitationMention, ...]
    actors: ActorMentions
    units: UnitMentions
    themes: tuple[ThemeMention, ...]
    unread: tuple[str, ...] = ()


def find_mentions(report: Report, authorities: Authorities | None = None) -> Mentions:
    """Everything named in a report, in reading order.

    :param authorities: the reference books; those that the package carries where None.
    """
    books = authorities or load_authorities()
    with scanned(clean.text for _, clean in report.texts()):
        return _found(report, books)


def _found(report: Report, books: Authorities) -> Mentions:
    names = find_names(report, books)
    texts = read_passages(report, names, books)
    citations = find_citations(report, names, books, texts)
    units = find_units(report, names, books, tuple(named_here(citations)))
    actors = with_annexed_agenda(report, texts, find_actors(report, names, books, units.units, texts))
    actors = with_told_agenda(report, texts, actors)
    themed = in_theme_scheme(report)
    unasked = passed_over(report, names, books, units.units, texts)
    left = (*units.unread, *unasked, *unread_decision(report, units.units), *unread_views(report))
    left += unread_officers(report, actors.persons)
    found = Mentions(
        report,
        names,
        find_listed_again(texts, citations, actors),
        actors,
        units,
        find_themes(report, units) if themed else (),
        (*left, *((OUTSIDE,) if units.units and not themed else ())),
    )
    for passage in texts:
        passage.forget_sentences()
    return found
