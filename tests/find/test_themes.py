"""Is what a recommendation is about read from its words, its chapeau, or a heading, in this order?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from unit_rows import report_of, units_of

from rapporteur.authorities import load_authorities
from rapporteur.find.themes import find_themes, themes_in
from rapporteur.model.units import ThemeMention, UnitMentions
from rapporteur.patterns import load_patterns


def themes_of(words: str, heading: str = "Recommendations", below: str = "") -> list[tuple[str, str, str]]:
    """Each theme of the report's units as (unit, theme, basis)."""
    return [(m.unit, m.theme, m.basis) for m in mentions_of(words, heading, below)]


def mentions_of(words: str, heading: str = "Recommendations", below: str = "") -> tuple[ThemeMention, ...]:
    report = report_of(words, heading, below)
    return find_themes(report, UnitMentions(units_of(words, heading, below)))


@pytest.mark.parametrize(
    ("words", "themes"),
    [
        ("train judges", {"training", "criminal-justice-response"}),
        ("raise the awareness of ferry passengers", {"awareness-raising"}),
        ("reduce demand for crew work done under forced labour", {"demand-reduction", "labour-exploitation"}),
        ("inspect labour standards and monitor supply chains", {"labour-inspection-recruitment", "supply-chains"}),
        ("provide shelter and compensation", {"victim-protection-assistance", "compensation"}),
        ("not prosecute stowaways and not hold trials", {"non-punishment"}),
        (
            "use joint investigations and undercover officers",
            {"joint-investigations", "special-investigative-techniques"},
        ),
        ("confiscate vessels by following financial intelligence", {"asset-confiscation", "financial-investigation"}),
        ("protect witnesses", {"witness-cooperation-protection"}),
        ("exchange information among coastal States", {"information-sharing", "international-cooperation"}),
        ("set up a national coordination body", {"national-coordination"}),
        (
            "ask non-governmental organizations and the private sector",
            {"civil-society-partnership", "private-sector-partnership"},
        ),
        ("ratify the Convention against Corruption in Ports", set()),
        ("read the reports of the Inter-Agency Group against Wrecks", set()),
        ("comply, in accordance with domestic legislation", set()),
        ("amend domestic legislation on corruption", {"legislation", "corruption"}),
        ("protect boys and girls who migrant workers left behind", {"children", "migrants-rights"}),
    ],
)
def test_words_show_themes(words: str, themes: set[str]) -> None:
    """Do invented wishes of a harbour congress show exactly their themes, and names of treaties and bodies none?"""
    assert set(themes_in(words)) == themes


def test_a_specific_theme_hides_the_general_inside_its_own_words() -> None:
    """Is a joint investigation no criminal justice response of its own, but a prosecution beside it one?"""
    assert themes_in("conduct joint investigations") == ("joint-investigations",)
    assert set(themes_in("conduct joint investigations and prosecute wreckers")) == {
        "joint-investigations",
        "criminal-justice-response",
    }
    assert themes_in("ensure non-prosecution") == ("non-punishment",)


def test_a_heading_speaks_only_where_words_say_little() -> None:
    """Does a unit with fewer than two themes of its own take the innermost heading's, and a richer one not?"""
    assert themes_of("States parties should learn in their region at the regional level.", below="Training") == [
        ("5.1", "regional-cooperation", "words"),
        ("5.1", "training", "heading"),
    ]
    rich = themes_of("States parties should protect witnesses and raise awareness.", below="Training")
    assert {theme for _, theme, _ in rich} == {"witness-cooperation-protection", "awareness-raising"}


def test_a_heading_adds_nothing_that_a_narrower_theme_covers() -> None:
    """Does a compensation fund under "Support for victims" stay with compensation?"""
    assert themes_of("States parties should set up a compensation fund.", below="Support for victims") == [
        ("5.1", "compensation", "words")
    ]


def test_a_heading_that_names_no_theme_gives_none() -> None:
    """Do general headings stay silent, and a unit without themes look one level up?"""
    assert themes_of("States parties should meet.", below="General recommendations") == []
    silent = "Recommendations on good practices and tools in reducing demand"
    assert themes_of("States parties should meet.", heading=silent, below="Implementation") == [
        ("5.1", "demand-reduction", "heading")
    ]
    assert themes_of("States parties should protect witnesses.", heading=silent, below="Implementation") == [
        ("5.1", "witness-cooperation-protection", "words")
    ]


def test_a_second_operator_goes_on_with_the_theme_of_the_first() -> None:
    """Does "and should seek to involve judges" stay about training?"""
    assert themes_of("States parties should train pilots, and should seek to involve judges.") == [
        ("5.1", "training", "words"),
        ("5.2", "criminal-justice-response", "words"),
        ("5.2", "training", "shared"),
    ]


def test_a_unit_that_points_back_goes_on_with_the_theme_before() -> None:
    """Does "In doing so" keep the leading theme, that of the words complete first, within a section only?"""
    words = "States parties should state provisions on the non-punishment of stowaways in domestic legislation."
    back = "In doing so, States parties should protect witnesses and raise awareness."
    assert themes_of(f"{words} {back}") == [
        ("5.1", "legislation", "words"),
        ("5.1", "non-punishment", "words"),
        ("5.2", "witness-cooperation-protection", "words"),
        ("5.2", "awareness-raising", "words"),
        ("5.2", "non-punishment", "shared"),
    ]
    plain = "In addition, States parties should protect witnesses and raise awareness."
    assert [theme for unit, theme, _ in themes_of(f"{words} {plain}") if unit == "5.2"] == [
        "witness-cooperation-protection",
        "awareness-raising",
    ]


def test_themes_of_other_bodies() -> None:
    """Are invented recommendations of other bodies read as the person read who wrote them down?

    Counted as the annotation of the main report is: what may also be said counts neither way. The cues were widened
    on these rows, so they guard what is read today rather than measure what will be.
    """
    right = wrong = missed = 0
    with (Path(__file__).parent / "theme_rows.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["words"], row["themes"], row["also"]) for row in csv.DictReader(file)]
    assert len(rows) > 100
    for words, core, also in rows:
        given, due = set(themes_in(words)), set(core.split())
        right += len(given & due)
        wrong += len(given - due - set(also.split()))
        missed += len(due - given)
    assert wrong <= 2
    assert 2 * right / (2 * right + wrong + missed) >= 0.92


def test_a_chapeau_gives_its_themes_to_each_part() -> None:
    """Does the theme of the words above a lettered part reach it, quoted from there?"""
    words = "With regard to training, the Secretariat should compile:\n\n(a) Charts;\n\n(b) Statistics."
    first, second, third = mentions_of(words)
    assert [(m.unit, m.theme, m.words) for m in (first, second, third)] == [
        ("5(a).1", "training", "training"),
        ("5(b).1", "research-data", "Statistics"),
        ("5(b).1", "training", "training"),
    ]


def test_every_mention_quotes_its_words() -> None:
    """Does the span of every theme hold exactly the words or the heading it rests on?"""
    words = "States parties should train pilots and *share\ninformation*.\n\n6. States parties should meet."
    report = report_of(words, below="Victim-witness testimony")
    found = mentions_of(words, below="Victim-witness testimony")
    assert [(m.theme, report.quote(m.span)) for m in found] == [
        ("training", "train"),
        ("information-sharing", "share\ninformation"),
        ("witness-cooperation-protection", "Victim-witness testimony"),
    ]


def test_the_cues_cover_the_scheme() -> None:
    """Has every usable theme a cue, and no grouping theme one?"""
    usable = {theme.id for theme in load_authorities().themes.values() if not theme.grouping}
    cues = {pattern.field("theme") for pattern in load_patterns("themes").group("cue")}
    assert len(usable) == 40
    assert cues == usable


def test_hidden_and_covered_themes_exist() -> None:
    """Does every theme that a cue hides or covers stand in the scheme?"""
    named = [
        theme
        for pattern in load_patterns("themes").patterns.values()
        for key in ("hides", "covers")
        for theme in pattern.field(key).split()
    ]
    assert named
    assert set(named) <= set(load_authorities().themes)
