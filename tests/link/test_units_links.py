"""Does every recommendation know whom it addresses and how strongly, by its words, or say that it does not?"""

from __future__ import annotations

from rapporteur.authorities import load_authorities
from rapporteur.find.names import find_names
from rapporteur.find.themes import find_themes
from rapporteur.find.units import find_units
from rapporteur.link.themes import link_themes
from rapporteur.link.units import UnitLinks, link_units
from rapporteur.model import (
    AgendaItem,
    Because,
    ConceptRef,
    Grade,
    ItemRef,
    Linked,
    OrganizationRef,
    PartKind,
    PartRef,
    Report,
    Rule,
    Span,
    StateRef,
    UnitRef,
)
from rapporteur.model.units import ThemeMention
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

STATES_PARTIES = ConceptRef("addressee", "states-parties")


def report_of(*paragraphs: str) -> Report:
    body = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))
    text = f"## Report on a meeting\n\n### II. Recommendations\n\n#### A. Wrecks\n\n##### 1. Training\n\n{body}\n"
    return report_from_text(text, "invented.md")


def linked(*paragraphs: str, agenda: tuple[AgendaItem, ...] = ()) -> tuple[Report, UnitLinks]:
    report, books = report_of(*paragraphs), load_authorities()
    linked = link_report(report)
    bodies = {link.span: link.target for link in linked.links if isinstance(link.target, OrganizationRef)}
    return report, link_units(report, find_units(report, find_names(report, books), books), agenda, books, bodies)


def addressed(links: UnitLinks) -> list[tuple[str, object, str, str]]:
    """Each addressee link as (unit, target, quote, grade)."""
    return [
        (link.source.number, link.target, link.quote, link.grade.value)
        for link in links.links
        if link.property == "addressee" and isinstance(link.source, UnitRef)
    ]


def test_addressees_rest_on_their_words() -> None:
    """Is a named addressee explicit, one of the unit before context, one of the chapeau structure?"""
    report, links = linked(
        "States parties should mark wrecks and should warn pilots. Buoys should be used.",
        "The Secretariat should compile:\n\n(a) Charts;\n\n(b) Lists.",
    )
    assert addressed(links) == [
        ("1.1", STATES_PARTIES, "States parties", "explicit"),
        ("1.2", STATES_PARTIES, "States parties", "context"),
        ("1.3", STATES_PARTIES, "States parties", "context"),
        ("2(a).1", ConceptRef("addressee", "secretariat"), "Secretariat", "structure"),
        ("2(b).1", ConceptRef("addressee", "secretariat"), "Secretariat", "structure"),
    ]
    assert all(report.quote(link.span) == link.quote for link in links.links)
    parts = {link.source: link.part for link in links.links if link.property == "addressee"}
    assert parts[UnitRef("2(b).1")] == PartRef(PartKind.PARAGRAPH, ("2",))


def test_a_unit_with_nobody_before_it_stays_open() -> None:
    """Does a passive that begins its paragraph, whatever the paragraph before says, leave an open mention?"""
    _, links = linked("States parties should mark wrecks.", "Buoys should be used.")
    assert [r.addressees for r in links.recommendations] == [(STATES_PARTIES,), ()]
    assert [(u.source, u.property, u.quote, u.because) for u in links.unlinked] == [
        (UnitRef("2.1"), "addressee", "should", Because.NO_CANDIDATE)
    ]


def test_states_and_bodies_by_name() -> None:
    """Is a State itself addressed, a body by its concept where it has one, and a set of bodies left open?"""
    _, links = linked(
        "Brazil should mark wrecks.",
        "The United Nations Office on Drugs and Crime should mark wrecks.",
        "The Office of the United Nations High Commissioner for Human Rights should mark wrecks.",
        "National authorities should mark wrecks.",
    )
    assert [r.addressees for r in links.recommendations] == [
        (StateRef("BRA"),),
        (ConceptRef("addressee", "unodc"),),
        (OrganizationRef("ohchr"),),
        (),
    ]
    assert [(u.quote, u.because) for u in links.unlinked] == [("National authorities", Because.NAMES_A_SET)]


def test_strength_quotes_the_whole_operator() -> None:
    """Is a split operator quoted whole, and that of a lettered part from its chapeau?"""
    _, links = linked(
        "States parties should, in line with the charts, consider marking wrecks.",
        "The Secretariat should compile:\n\n(a) Charts.",
    )
    found = [(link.target, link.quote, link.grade) for link in links.links if link.property == "strength"]
    assert found == [
        (ConceptRef("strength", "consider"), "should, in line with the charts, consider", Grade.EXPLICIT),
        (ConceptRef("strength", "should"), "should", Grade.STRUCTURE),
    ]


def test_secondary_actors_are_organizations() -> None:
    """Is the body that the addressee is to ask linked as an organization?"""
    _, links = linked("The Conference should consider requesting UNODC to mark wrecks.")
    (unit,) = links.recommendations
    assert unit.addressees == (ConceptRef("addressee", "conference"),)
    assert unit.secondary_actors == (OrganizationRef("unodc"),)
    (link,) = [link for link in links.links if link.property == "secondaryActor"]
    assert (link.source, link.target, link.quote) == (UnitRef("1.1"), OrganizationRef("unodc"), "UNODC")


def test_the_item_is_that_of_the_nearest_section() -> None:
    """Does a unit belong to the item discussed in its section, else in the one above?"""

    def item(number: str, *sections: str) -> AgendaItem:
        parts = tuple(PartRef(PartKind.SECTION, (path,)) for path in sections)
        return AgendaItem(number, "Wrecks", Span(0, 1), PartRef(PartKind.REPORT), discussed_in=parts)

    words = "States parties should mark wrecks."
    above = (item("2", "II.A", "IV.A"), item("3", "II.B"))
    assert linked(words, agenda=above)[1].recommendations[0].item == ItemRef("2")
    nearer = (*above, item("4", "II.A.1"))
    assert linked(words, agenda=nearer)[1].recommendations[0].item == ItemRef("4")
    assert linked(words)[1].recommendations[0].item is None


def themes(report: Report) -> tuple[Linked, ...]:
    books = load_authorities()
    found = find_themes(report, find_units(report, find_names(report, books), books))
    return link_themes(report, found, books).links


def test_themes_say_what_they_rest_on() -> None:
    """Are words explicit with their paragraph, and a heading structure with its section?"""
    report = report_of("States parties should protect witnesses.")
    assert [(link.target.id, link.grade, link.quote, link.part) for link in themes(report)] == [
        ("witness-cooperation-protection", Grade.EXPLICIT, "witnesses", PartRef(PartKind.PARAGRAPH, ("1",))),
        ("training", Grade.STRUCTURE, "Training", PartRef(PartKind.SECTION, ("II.A.1",))),
    ]


def test_a_grouping_theme_is_never_linked() -> None:
    """Does a theme that only groups others, or that nobody knows, stay open?"""
    report = report_of("States parties should mark wrecks.")
    mentions = [
        ThemeMention(
            part=report.paragraphs[0].ref,
            span=Span(0, 2),
            words="##",
            rule=Rule("x", "x"),
            unit="1.1",
            theme=theme,
            basis="words",
        )
        for theme in ("protection", "shipwrecks")
    ]
    found = link_themes(report, mentions, load_authorities())
    assert found.links == ()
    assert [u.because for u in found.unlinked] == [Because.OUTSIDE_AUTHORITIES] * 2


def test_a_short_name_as_addressee_is_the_body_it_means_in_this_report() -> None:
    """Is the Bureau of a board that is not known nobody's, however well another body's Bureau is known?"""
    _, links = linked("The Bureau should mark wrecks.")
    assert addressed(links) == []
    assert [open.quote for open in links.unlinked if open.property == "addressee"] == ["Bureau"]
