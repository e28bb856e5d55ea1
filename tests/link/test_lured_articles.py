"""Are articles left open, or given to the right treaty, where a sentence lures them to a wrong one?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import InstrumentRef, ProvisionRef

RIGHT = [
    (
        "articles 5 and 6 of the Trafficking in Persons Protocol and 18 of the Organized Crime Convention",
        {"tip-protocol/5", "tip-protocol/6", "untoc/18"},
    ),
    (
        "articles 16 of the Organized Crime Convention, 44 and 46 of the Convention against Corruption were read",
        {"untoc/16", "uncac/44", "uncac/46"},
    ),
    (
        "article 16 of the Organized Crime Convention and 18 States of the region, and 12 of the Convention's Parties",
        {"untoc/16"},
    ),
    (
        "The Convention against Corruption and the Firearms Protocol met: article 7 of the latter, article 12 of the "
        "former.",
        {"firearms-protocol/7", "uncac/12"},
    ),
    ("The Firearms Protocol is in force. Article 18 of that instrument names lamps.", {"firearms-protocol/18"}),
    (
        "The Organized Crime Convention, article 4 of which speaks of lamps, and the Firearms Protocol, article 5 of "
        "which does not",
        {"untoc/4", "firearms-protocol/5"},
    ),
    ("The Kyoto Protocol was read. Article 12 of the Convention concerns lamps.", {"unfccc/12"}),
    (
        "The Vienna Convention on Diplomatic Relations was read, and article 31 of the Vienna Convention.",
        {"vcdr/31"},
    ),
    (
        "The agreement between the Board and Azuria was signed; under article 27 of the Convention against Corruption "
        "and article 28, States cooperated.",
        {"uncac/27", "uncac/28"},
    ),
    (
        "Azuria’s law names lamps; it is in line with article 5 of the Convention against Corruption and article 23 "
        "sets a fine.",
        {"uncac/5"},
    ),
    ("The decree follows article 27 of the Convention against Corruption, and article 28 was left out.", {"uncac/27"}),
    (
        "Azuria’s law was read. The Firearms Protocol is in force. Article 4 thereof names lamps.",
        {"firearms-protocol/4"},
    ),
]

OPEN = [
    "The Isle, Reef and Fog Conventions were read with the Montreal Protocol; article 11 of the Convention was not.",
    "Azuria's penal code follows the Convention against Corruption, and its article 25 punishes bribery.",
    "The Convention against Corruption and the Lamps Act, article 5, were in conflict.",
    "In the Lamps Code, which is older than the Convention on the Rights of the Child, article 21 sets an age.",
    "The Model Provisions on Lamps follow the Organized Crime Convention; article 9 was left out.",
    "The decree that implements the Convention against Corruption sets out, in article 9, what lamps must be.",
    "A bill had been tabled to implement the Convention against Torture. Article 1 would define lamps.",
    "According to Azuria, “article 3 of the Protocol shall apply”; so it read the Kyoto Protocol.",
    "Quoting “as article 19 of this Convention says”, a speaker recalled the Convention on the Rights of the Child.",
    "Under article 31 of the Vienna Convention, a lamp of the Vienna Convention on Diplomatic Relations is read.",
    "Article 3 of the Vienna Convention was read out.",
    "Under the Framework Convention, article 4 of the Convention was applied beside the Paris Agreement.",
    "The Firearms Protocol is younger than the Organized Crime Convention. Article 18 of that instrument was read.",
    "The Paris Agreement, the Kyoto Protocol and the Firearms Protocol were read, and article 5 of the latter.",
    "The Firearms Protocol was read. Azuria had an extradition agreement; article 4 of that instrument was not.",
    "After the Firearms Protocol, the Isles adopted a directive. Article 11 of that instrument sets a fine.",
    "Azuria’s bilateral treaty followed the Firearms Protocol, and article 3 of that treaty was short.",
    "The Firearms Protocol was set beside the Council of Isles instrument; article 12 of that treaty was short.",
    "The Firearms Protocol was set beside the Lamps Act, and article 2 thereof was short.",
    "Azuria’s penal code and the Firearms Protocol were read, with article 5 of the former.",
    "The Firearms Protocol was read aloud, with article 5 of the former.",
    "Article 12 of the draft protocol to the Convention on Biological Diversity was bracketed.",
]


def _cited(text: str) -> set[str]:
    targets = [link.target for link in link_text(text).links if link.property == "cites"]
    return {
        f"{target.instrument.id}/{target.steps[0][1]}"
        for target in targets
        if isinstance(target, ProvisionRef) and isinstance(target.instrument, InstrumentRef)
    }


@pytest.mark.parametrize(("text", "cited"), RIGHT, ids=range(len(RIGHT)))
def test_an_article_goes_to_the_treaty_that_the_words_tell(text: str, cited: set[str]) -> None:
    """Are elided units, pairs, "that instrument", "of which" and a protocol's convention read?"""
    assert _cited(text) == cited


@pytest.mark.parametrize("text", OPEN, ids=range(len(OPEN)))
def test_an_article_that_may_be_of_something_else_stays_open(text: str) -> None:
    """Is no treaty given an article of a law, a draft, a model, a quotation, or of one of several?"""
    linked = link_text(text)
    assert _cited(text) == set()
    assert any(mention.kind in ("treaty-article", "national-law") for mention in linked.unlinked)


def test_a_region_before_a_title_makes_it_another_treaty() -> None:
    """Is the Inter-American Convention against Corruption not the one of the United Nations?"""
    text = (
        "The Inter-American Convention against Corruption, article 6, is older than the Convention against Corruption."
    )
    assert _cited(text) == {"inter-american-convention-against-corruption/6"}


def test_a_protocol_by_its_topic_is_not_the_one_named_before() -> None:
    """Is "the Optional Protocol on …" told by what it is on?"""
    text = (
        "The Optional Protocol to the Convention on the Rights of the Child on a communications procedure, article 3, "
        "and the Optional Protocol on the involvement of children in armed conflict, article 4"
    )
    crc = "optional-protocol-to-the-convention-on-the-rights-of-the-child-on"
    armed = f"{crc}-the-involvement-of-children-in-armed-conflict"
    assert _cited(text) == {f"{crc}-a-communications-procedure/3", f"{armed}/4"}


def test_some_of_its_protocols_are_not_all() -> None:
    """Does "two of its Optional Protocols" name none of the three?"""
    linked = link_text(
        "Azuria had ratified the Convention on the Rights of the Child and two of its Optional Protocols."
    )
    assert {link.target for link in linked.links} & {InstrumentRef("crc")}
    assert not any("optional-protocol" in str(link.target) for link in linked.links)


def test_paragraphs_of_that_article_are_of_the_one_cited_last() -> None:
    """Is "paragraph 2 of that article" read, and left alone behind two articles?"""
    targets = [
        link.target.steps
        for link in link_text(
            "Article 63 of the Convention against Corruption sets up lamps. See paragraphs 2 and 3 of that article."
        ).links
        if isinstance(link.target, ProvisionRef)
    ]
    base = ("article", "63")
    assert targets == [(base,), (base, ("paragraph", "2")), (base, ("paragraph", "3"))]
    two = link_text(
        "Articles 63 and 64 of the Convention against Corruption, and paragraph 2 of that article, were read."
    )
    assert not any("paragraph" in str(link.target) for link in two.links if link.property == "cites")


def test_a_title_keeps_its_dash_and_its_end() -> None:
    """Is a treaty named here whole, with both places and what is said of "their" mending?"""
    text = "The Isle – Reef Supplementary Protocol on Nets and the Convention on Ropes and on their Mending were read."
    titles = {coined.name for coined in link_text(text).coined}
    assert titles == {"Isle – Reef Supplementary Protocol on Nets", "Convention on Ropes and on their Mending"}


def test_numbers_without_unit_word_are_said_where_they_are_not_linked() -> None:
    """Does "and 4 to 6 of its Optional Protocol" stay open, and is "18 of the Convention" read?"""
    linked = link_text(
        "articles 1 and 2 of the Convention on the Rights of the Child and 4 to 6 of its Optional Protocol"
    )
    assert {mention.quote for mention in linked.unlinked if mention.kind == "treaty-article"} == {
        "4 to 6 of its Optional Protocol"
    }
    text = "The Firearms Protocol was read, and article 5 of the Protocol and 18 of the Convention were named."
    assert _cited(text) == {"firearms-protocol/5", "untoc/18"}


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("article 7 of the United Nations Convention Against Corruption", {"uncac/7"}),
        (
            "article 2 of the Convention Against Torture And Other Cruel, Inhuman Or Degrading Treatment Or Punishment",
            {"cat/2"},
        ),
        ("article 3 of the Convention Against Drift Nets, 1931", {"convention-against-drift-nets/3"}),
    ],
)
def test_a_title_is_read_with_capitals_where_others_print_none(text: str, cited: set[str]) -> None:
    """Is "Convention Against …" the treaty that the authorities write with a small letter?"""
    assert _cited(text) == cited


def test_chapters_of_a_treaty_are_said_to_be_open() -> None:
    """Are "chapters III and IV of the Convention" seen, and do they leave a later article as it was?"""
    text = "Chapters III and IV of the Convention against Corruption were read. Article 44 concerns lamps."
    linked = link_text(text)
    assert {mention.quote for mention in linked.unlinked} == {"Chapters III and IV"}
    assert _cited(text) == {"uncac/44"}


def test_a_chapter_of_an_annex_is_read_before_words_that_lead_to_another_decision() -> None:
    """Is "annex, chapter V, in accordance with decision 8/CMA.4" of the decision before it?"""
    text = "under decision 4/CMA.3, annex, chapter V, in accordance with decision 8/CMA.4, paragraph 3 (a)"
    assert "decision 4/CMA.3, annex, chapter V" in {link.quote for link in link_text(text).links}
