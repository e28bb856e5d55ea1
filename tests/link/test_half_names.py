"""Are names that are parts of other names, or that many bodies have, kept from being a body, a State or a treaty?"""

from __future__ import annotations

import pytest

from rapporteur import link_text

ROWS = [
    ("the Inter-Port Commission on Tides and NGOs met", {"Inter-Port Commission on Tides"}, set()),
    ("the Port Network and Statelessness, and the Lamp Institute", {"Lamp Institute"}, {"Port Network"}),
    ("the Executive Committee and an Ad Hoc Committee of keepers", set(), {"Executive Committee", "Ad Hoc Committee"}),
    ("the Executive Committee of the Lamp Fund met", {"Executive Committee of the Lamp Fund"}, set()),
    ("drafts of a Convention on Drift Nets in the Report of the keepers", {"Convention on Drift Nets"}, set()),
    (
        "the use of the Island Convention on Drift Nets by France, Second Round, Strelsau",
        {"Island Convention on Drift Nets", "France"},
        set(),
    ),
    ("the Society New Lamp Covenant came", set(), {"Society New Lamp Covenant"}),
    ("the Islamic State in Iraq and the Levant", set(), set()),
    ("by the Office of the Lamp Keeper and the Director-General", {"Office of the Lamp Keeper"}, set()),
    ("the Lamp Party of France and the Government of France", {"France"}, set()),
    ("paid in Jordanian dinars by the Turkish Cypriot keepers", set(), set()),
    ("The Lamp Council met. The Harbour Council for Buoys met.", {"Harbour Council for Buoys"}, set()),
    ("The Tide and Security Council (TSC) met. The TSC spoke.", set(), {"Tide and Security Council", "TSC"}),
    ("the Assembly and Security Council met", {"Security Council"}, set()),
    ("the Reef Tide Commission (RTC) met, the RTC spoke", {"Reef Tide Commission", "RTC"}, set()),
    ("Madame Ada Zedd spoke", {"Ada Zedd"}, set()),
    ("the Council of Europe (CoE-LAMP) met. CoE-LAMP spoke", {"Council of Europe"}, set()),
    ("the implementation of the CRPD was slow", {"CRPD"}, set()),
    ("the CRPD was worried", set(), set()),
    (
        "The International Whaling Commission and the Tide Keeper’s Office met",
        {"International Whaling Commission"},
        set(),
    ),
    ("The Fiji Clearing House met", {"Fiji Clearing House"}, set()),
    ("the Polish Clearing-house on Lamps met", {"Polish Clearing-house on Lamps"}, set()),
    ("the clearing house of Fiji, the Clearing House of Fiji", {"Fiji"}, {"Clearing House"}),
    ("the Institute of the Sea Tribute to the keepers", {"Institute of the Sea"}, set()),
    ("the Institute of the Sea Ms. Ada Zedd", {"Institute of the Sea", "Ada Zedd"}, set()),
    ("the Convention on Nets Statement by the keeper", {"Convention on Nets"}, set()),
    ("the Fiji Lamp Movement and the Polish Lamp League met", set(), set()),
    ("the Fiji lamp movement and the Polish lamp league met", {"Fiji", "Polish"}, set()),
]


@pytest.mark.parametrize(("words", "linked", "left_open"), ROWS)
def test_a_part_of_a_name_is_no_name(words: str, linked: set[str], left_open: set[str]) -> None:
    """Is only what is whole linked, and what may go on, or is anybody's, left open?"""
    found = link_text(words)
    assert {link.quote for link in found.links} == linked
    assert {mention.quote for mention in found.unlinked} == left_open


def test_one_paragraph_in_print_may_be_two() -> None:
    """Are both numbers of "para. 6 and 8" read where a sentence ends behind them, and only one before a noun?"""
    assert len(link_text("See A/HRC/99/7, para. 6 and 8.").links) == 3
    assert len(link_text("See A/HRC/99/7, para. 6 and 8 lamps.").links) == 2


def test_a_short_name_is_open_behind_another_body_that_may_be_called_so() -> None:
    """Does "the Council" stay open behind the Council for Lamps, unless the report's own is named since?"""
    words = "{} The Council for Lamps of the isles met.{} The keepers were named in the Council."
    own = "The Human Rights Council met."
    for before, between, is_open in ((own, "", True), ("", f" {own}", False)):
        found = link_text(words.format(before, between), context="A/HRC/99/7")
        assert any(mention.quote == "Council" for mention in found.unlinked) is is_open


def test_letters_behind_a_part_and_its_whole_are_the_part_s() -> None:
    """Are the letters behind "the Lamp Group of the Council" those of the group?"""
    found = link_text("The International Law Commission of the Council of Europe (CoE-LAW) met. Then CoE-LAW spoke.")
    targets = {link.quote: link.target for link in found.links}
    assert targets["CoE-LAW"] == targets["International Law Commission"] != targets["Council of Europe"]
