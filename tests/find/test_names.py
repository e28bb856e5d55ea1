"""Are names found whole, by the longest reading, and with the bearers of the report's date?"""

from __future__ import annotations

from datetime import date

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.find.gazetteer import Gazetteer
from rapporteur.find.names import find_names
from rapporteur.model import Record, Report
from rapporteur.read import report_from_text
from rapporteur.read.unseen import as_seen


def report_of(words: str, issued: date | None = None) -> Report:
    return report_from_text(f"## Report\n\n### I. Notes\n\n1. {words}\n", "invented.md", Record(issued=issued))


def named(words: str) -> list[tuple[str, str]]:
    """Kind and words of each name in a one-paragraph report."""
    return [(name.kind, name.words) for name in find_names(report_of(words), load_authorities())]


def test_a_long_name_shadows_the_names_inside_it() -> None:
    """Is there no Malta in the Order, no treaty in the name of its conference, no Guinea in Guinea-Bissau?"""
    assert named("the Sovereign Military Order of Malta") == [("organization", "Sovereign Military Order of Malta")]
    assert [
        kind
        for kind, _ in named("the Conference of the States Parties to the United Nations Convention against Corruption")
    ] == ["organization"]
    assert named("Guinea-Bissau and Equatorial Guinea") == [("state", "Guinea-Bissau"), ("state", "Equatorial Guinea")]


def test_a_name_stands_alone_as_a_word() -> None:
    """Do possessives count, and adjectives, codes and hyphenated names not?"""
    assert named("Chad's ports, the Nigerian ports, Niger-Congo and Omani boats") == [("state", "Chad")]
    assert named("UNODC-led work under UNICEF/1999/3") == [("organization", "UNODC")]


def test_apostrophes_are_of_either_form() -> None:
    """Is a name with a typographic apostrophe the same name?"""
    assert [words for _, words in named("Côte d’Ivoire and Côte d'Ivoire")] == ["Côte d’Ivoire", "Côte d'Ivoire"]


def test_a_broken_long_name_does_not_hide_a_short_one() -> None:
    """Where the longer name breaks off inside a word, is the shorter one still found?"""
    gazetteer = Gazetteer.of(["Harbour Union", "Harbour Union Port"])
    assert [name for _, _, name in gazetteer.matches("the Harbour Union Ports")] == ["Harbour Union"]


def test_every_name_quotes_its_words() -> None:
    """Does the span of each name give back its words?"""
    report = report_of("Chad and the *European Union* met UNODC in\nNew\nZealand.")
    for name in find_names(report, load_authorities()):
        assert " ".join(report.quote(name.span).split()) == name.words


def test_a_heading_in_capitals_names_the_same_things() -> None:
    """Is a treaty or a State found in a heading printed in capitals, and nothing in one printed small?"""

    def in_heading(title: str) -> list[str]:
        report = report_from_text(f"## Report\n\n### I. {title}\n\n1. Buoys.\n", "invented.md")
        return [name.words for name in find_names(report, load_authorities())]

    assert in_heading("PORTS OF CHAD UNDER THE TRAFFICKING IN PERSONS PROTOCOL") == [
        "CHAD",
        "TRAFFICKING IN PERSONS PROTOCOL",
    ]
    assert in_heading("ports of chad") == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Chad3 and Peru,4 spoke.", ["Chad", "Peru"]),
        ("Venezuela (Bolivarian Republic of)12, Cuba²", ["Venezuela (Bolivarian Republic of)", "Cuba"]),
        ("Chad1990, Chad3rd, Chad2/4 and UNICEF3", []),
        ("Co\u0302te d'Ivoire and Cote d’Ivoire", ["Co\u0302te d'Ivoire", "Cote d’Ivoire"]),
        ("Guinea- Bissau, Liech- tenstein and Viet\u00a0Nam", ["Guinea- Bissau", "Liech- tenstein", "Viet Nam"]),
        ("Guinea\u2011Bissau and Timor–Leste", ["Guinea\u2011Bissau", "Timor–Leste"]),
        ("Paci\ufb01c Islands Forum, Para\u00adguay", ["Paci\ufb01c Islands Forum", "Para\u00adguay"]),
        ("Lao People’ s Democratic Republic", ["Lao People’ s Democratic Republic"]),
        ("a report of SLOVENIA, by Niger–Chad", ["SLOVENIA", "Niger", "Chad"]),
    ],
)
def test_a_name_is_found_in_any_print(words: str, names: list[str]) -> None:
    """Do note numbers, letters with accents, broken words, dashes and capitals leave a name a name, and quote it?"""
    report = report_of(words)
    found = find_names(report, load_authorities())
    assert [name.words for name in found] == [as_seen(n) for n in names]
    assert [" ".join(report.quote(name.span).split()) for name in found] == [" ".join(n.split()) for n in names]


@pytest.mark.parametrize(
    "words",
    [
        "Mexico City and New Mexico",
        "the Gulf of Guinea, Lake Chad, the Sea of Japan, Jordan Valley",
        "the Knightly Order of Malta",
        "Northern Ireland, East Germany",
        "the Republic of China",
        "Mr. Jordan Fogg, Ms. Paula Ireland and Dr. Chad",
        "Nigerien, Guinean and Romanian boats",
        "the University of Jordan, the Bank of Cyprus and the Law Society of Kenya",
        "the Georgia Reef Institute, the Japan Foundation and the Samoa Pathway",
        "Ms. Ada Oman spoke, Minister Jordan opened and Ambassador Ecuador Zedd answered",
        "Guinea pigs, the Guinea Current and the Netherlands Antilles",
    ],
)
def test_a_name_within_another_name_is_none(words: str) -> None:
    """Is a place, a sea, an order or a person with the name of a State left alone?"""
    assert named(words) == []


def test_a_name_shared_with_a_part_of_a_state_may_stay_open() -> None:
    """Is a State's name that a part of another bears left open behind a place, and none where the part is sure?"""
    authorities = load_authorities()

    def shared(words: str) -> list[bool]:
        return [name.shared for name in find_names(report_of(words), authorities) if name.words == "Georgia"]

    assert shared("It met in Atlanta, Georgia. The State of Georgia agreed.") == [True, True]
    assert shared("It met in Tbilisi, Georgia. In Europe, Georgia and Chad agreed, from Fiji, Georgia and Mali.") == [
        False,
        False,
        False,
    ]
    assert shared("in Atlanta, Georgia, United States; the States of Vermont and the State of Georgia") == []
    assert named("Keepers from Lebanon, New Hampshire, and the Peru Group with the India Tidal Department") == []


def test_a_name_behind_such_words_is_one() -> None:
    """Are small letters, commas and names of their own no reason to lose a State?"""
    assert [words for _, words in named("in northern Mali, the new Peru, Papua New Guinea; Ms. Fogg of Ireland")] == [
        "Mali",
        "Peru",
        "Papua New Guinea",
        "Ireland",
    ]


def test_a_state_before_its_organs_is_one() -> None:
    """Is a State named before or behind an organ of its own, above an institution in a list, or behind an office?"""
    words = "the Peru Government, the Ministry of Ports of Chad, the Central Bank of Kenya; Ms. Ada Fogg, Norway"
    assert [words for _, words in named(words)] == ["Peru", "Chad", "Kenya", "Norway"]
    assert [words for _, words in named("Chad\nCouncil of Reefs\nMali\nReef Union")] == ["Chad", "Mali"]


def test_an_inverted_name_does_not_run_on() -> None:
    """Is "Congo, Republic of Korea" two States?"""
    gazetteer = Gazetteer.of(["Congo", "Congo, Republic of", "Republic of Korea"])
    assert [name for _, _, name in gazetteer.matches("Congo, Republic of Korea")] == ["Congo", "Republic of Korea"]
    assert [name for _, _, name in gazetteer.matches("Congo, Republic of, was")] == ["Congo, Republic of"]


def test_a_state_in_the_name_of_a_movement() -> None:
    """Is the State whose name a liberation movement bears no mention of that State?"""
    report = report_from_text(
        "# Report\n\n1. The Chad Liberation Organization and the Peru Reef Liberation Front met in Cuba.", "x.md"
    )
    names = [name.words for name in find_names(report, load_authorities()) if name.kind == "state"]
    assert names == ["Cuba"]
