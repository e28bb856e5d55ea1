"""The table of States: codes, labels in six languages, and the forms the United Nations uses."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from rapporteur.authorities import State, load_authorities
from rapporteur.authorities.tables import LANGUAGES

STATES = load_authorities().states
CODED = [state for state in STATES.values() if state.kind != "former-state"]


def test_the_table_is_whole() -> None:
    """Are all 249 entries of ISO 3166-1 there, and the former States beside them?"""
    kinds = Counter(state.kind for state in STATES.values())
    assert kinds == {"state": 196, "area": 52, "entity": 1, "former-state": 12}


@pytest.mark.parametrize("state", CODED, ids=lambda state: state.ref.code)
def test_an_entry_has_its_codes_and_six_labels(state: State) -> None:
    """Does every entry of ISO 3166-1 carry its codes, its addresses elsewhere and a label in each UN language?"""
    assert state.ref.code == state.iso3 and re.fullmatch("[A-Z]{3}", state.iso3)
    assert re.fullmatch("[A-Z]{2}", state.iso2)
    assert re.fullmatch("[0-9]{3}", state.m49)
    assert tuple(state.labels) == LANGUAGES
    assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+", state.wikidata)
    assert state.unbis == "" or re.fullmatch(r"http://metadata\.un\.org/thesaurus/\d+", state.unbis)
    assert state.source


def test_no_two_entries_share_a_code_or_a_label() -> None:
    """Is every code, address and label of the table that of one entry?"""
    for what in ("iso2", "m49", "wikidata", "unbis"):
        counts = Counter(getattr(state, what) for state in CODED if getattr(state, what))
        assert max(counts.values()) == 1, counts.most_common(1)
    for language in LANGUAGES:
        labels = Counter(state.labels[language] for state in CODED)
        assert max(labels.values()) == 1, labels.most_common(1)


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("GBR", "United Kingdom of Great Britain and Northern Ireland"),
        ("USA", "United States of America"),
        ("IRN", "Iran (Islamic Republic of)"),
        ("VEN", "Venezuela (Bolivarian Republic of)"),
        ("BOL", "Bolivia (Plurinational State of)"),
        ("PRK", "Democratic People's Republic of Korea"),
        ("KOR", "Republic of Korea"),
        ("VAT", "Holy See"),
        ("TUR", "Türkiye"),
        ("CIV", "Côte d'Ivoire"),
        ("COD", "Democratic Republic of the Congo"),
        ("COG", "Congo"),
        ("CPV", "Cabo Verde"),
        ("SWZ", "Eswatini"),
        ("MKD", "North Macedonia"),
        ("CZE", "Czechia"),
        ("VNM", "Viet Nam"),
        ("PSE", "State of Palestine"),
        ("BHS", "Bahamas"),
    ],
)
def test_the_label_is_the_form_of_the_united_nations(code: str, label: str) -> None:
    """Is the English label the one that UN documents print?"""
    assert STATES[code].labels["en"] == label


def test_no_label_is_a_form_of_cldr() -> None:
    """Do the forms that UN documents never print stay out of labels and names?"""
    never = {
        "North Korea",
        "South Korea",
        "US",
        "Vatican City",
        "Congo - Kinshasa",
        "Congo - Brazzaville",
        "Myanmar (Burma)",
        "Hong Kong SAR China",
    }
    for state in STATES.values():
        english = {state.labels["en"], *(name.label for name in state.names)}
        assert not english & never, english & never
        assert not any("&" in label or label.startswith("St. ") for label in english), english


def test_no_article_and_no_asterisk_is_left_in_a_label() -> None:
    """Are "(the)", "the" and the asterisks of the source stripped?"""
    for state in STATES.values():
        for name in state.names:
            assert "*" not in name.label
            assert not name.label.endswith(" (the)")
            assert not name.label.startswith("the ")
        for label in state.labels.values():
            assert "*" not in label and "_" not in label and label == label.strip()


@pytest.mark.parametrize(
    ("code", "iso3", "label"),
    [
        ("CSHH", "CSK", "Czechoslovakia"),
        ("SUHH", "SUN", "Union of Soviet Socialist Republics"),
        ("YUCS", "YUG", "Yugoslavia"),
        ("CSXX", "SCG", "Serbia and Montenegro"),
        ("DDDE", "DDR", "German Democratic Republic"),
        ("republic-of-viet-nam", "", "Republic of Viet-Nam"),
        ("united-arab-republic", "", "United Arab Republic"),
    ],
)
def test_a_former_state_is_an_entry_of_its_own(code: str, iso3: str, label: str) -> None:
    """Has a State that is no more its own entry, by its ISO 3166-3 code, else its slug?"""
    state = STATES[code]
    assert (state.kind, state.iso3, state.labels["en"]) == ("former-state", iso3, label)


def test_every_name_says_where_it_was_read() -> None:
    """Has each name a source, and dates that run forward?"""
    for state in STATES.values():
        assert state.names, state.ref
        for name in state.names:
            assert name.source, name
            assert name.kind in {"short", "formal", "former", "variant"}
            if name.valid_from and name.valid_until:
                assert name.valid_from < name.valid_until, name
