"""Do treaties and bodies go to what their names, short names and anaphors mean?"""

from __future__ import annotations

from citation_rows import address, check_links, links_of, report_of

from rapporteur.model import Because, Grade, PartKind

TIP, UNTOC, SOM = "instrument/tip-protocol", "instrument/untoc", "instrument/som-protocol"


def mentioned(*paragraphs: str, notes: tuple[str, ...] = (), symbol: str | None = None) -> list[tuple[str, str]]:
    """Quote and address of each mentioning link, in reading order."""
    found = links_of(report_of(*paragraphs, notes=notes, symbol=symbol))
    return [(link.quote, address(link.target)) for link in found.links if link.property == "mentions"]


def test_a_treaty_inside_another_name_is_no_mention() -> None:
    """Is a treaty named in a provision, a body's name or a title no mention of its own?"""
    assert mentioned("See article 5 of the Trafficking in Persons Protocol.") == []
    conference = "Conference of the Parties to the United Nations Convention against Transnational Organized Crime"
    assert mentioned(f"The {conference} met.") == [(conference, "organization/ctoc-cop")]
    assert mentioned("The Handbook on the Smuggling of Migrants Protocol was sold.") == []


def test_the_protocol_is_the_one_named_before_or_over_it() -> None:
    """Is "the Protocol" the one of the sentence before, else of the heading, else of the family, else open?"""
    before = "The Smuggling of Migrants Protocol was in force."
    check_links((SOM, "Parties to the Protocol met."), property="mentions", before=before, symbol=None)
    heading = "Implementation of the Smuggling of Migrants Protocol"
    check_links((SOM, "Parties to the Protocol met."), property="mentions", symbol=None, heading=heading)
    check_links((TIP, "Parties to the Protocol met."), property="mentions")
    check_links((None, "Parties to the Protocol met."), property="mentions", symbol=None)


def test_two_protocols_leave_the_protocol_open() -> None:
    """Does "the Protocol" after two protocols in one sentence stay open, with both as rivals?"""
    words = (
        "The Smuggling of Migrants Protocol and the Trafficking in Persons Protocol apply. The Protocol was praised."
    )
    [open_mention] = links_of(report_of(words)).unlinked
    assert (open_mention.quote, open_mention.because) == ("The Protocol", Because.SEVERAL_CANDIDATES)
    assert {address(rival) for rival in open_mention.candidates} == {SOM, TIP}


def test_a_treaty_that_no_authority_holds_is_one_of_its_own() -> None:
    """Is an unknown convention minted from its name, and "the Convention" after it that one, never the report's own?"""
    found = links_of(report_of("The Nordic Convention on Tides was signed. Parties to the Convention met."))
    nordic = "instrument/nordic-convention-on-tides"
    assert [(link.quote, address(link.target), link.grade) for link in found.links] == [
        ("Nordic Convention on Tides", nordic, Grade.EXPLICIT),
        ("the Convention", nordic, Grade.CONTEXT),
    ]
    assert [coined.name for coined in found.coined] == ["Nordic Convention on Tides"]


def test_words_that_are_not_sure_to_name_a_treaty_stay_open() -> None:
    """Is a "Strelsau Agreement", which may be anything, left open, and "the Agreement" after it too?"""
    found = links_of(report_of("The Strelsau Agreement was signed. Parties to the Agreement met."))
    assert found.links == ()
    assert [u.because for u in found.unlinked] == [Because.OUTSIDE_AUTHORITIES, Because.NO_CANDIDATE]


def test_its_protocols_are_every_protocol_of_the_convention() -> None:
    """Is "its Protocols" a mention of each protocol that supplements the convention named before?"""
    found = links_of(report_of("Parties to the Organized Crime Convention and its Protocols met."))
    protocols = [link for link in found.links if link.quote == "its Protocols"]
    assert {address(link.target) for link in protocols} == {TIP, SOM, "instrument/firearms-protocol"}
    assert {link.grade for link in protocols} == {Grade.CONTEXT}


def test_the_short_form_that_the_text_defines() -> None:
    """Does a short form in quotation marks after a title mean that title from there on?"""
    words = "The Smuggling of Migrants Protocol (“the Protocol”) and the Trafficking in Persons Protocol apply."
    assert mentioned(words, "States parties to the Protocol met.")[-1] == ("the Protocol", SOM)


def test_short_names_mean_the_bodies_of_the_family() -> None:
    """Are "Conference", "Working Group", "Secretariat" the family's, and open where there is no family?"""
    check_links(
        (
            ("organization/ctoc-cop", "organization/ctoc-cop-wg-4", "organization/secretariat"),
            "The Working Group asked the Conference and the Secretariat to act.",
        ),
        property="mentions",
    )
    check_links((None, "The Working Group asked the Conference to act."), property="mentions", symbol=None)


def test_a_short_name_inside_a_longer_one_is_no_mention() -> None:
    """Is "Working Group" in the name of another working group, or "Office" in that of another office, left alone?"""
    found = mentioned("The Working Group on Wrecks and the Office to Save Nets met.", symbol="CTOC/COP/WG.4/1999/1")
    assert found == [
        ("Working Group on Wrecks", "organization/working-group-on-wrecks"),
        ("Office to Save Nets", "organization/office-to-save-nets"),
    ]


def test_the_body_that_a_decision_established() -> None:
    """Is "an open-ended working group" the body that the same decision is said to have set up, and else open?"""
    founding = "In its decision 9/4, the Conference decided to establish an open-ended working group on persons."
    known = "The Working Group on Trafficking in Persons, established pursuant to Conference decision 9/4, met."
    assert ("open-ended working group", "organization/ctoc-cop-wg-4") in mentioned(
        founding, known, symbol="CTOC/COP/1999/1"
    )
    [open_mention] = links_of(report_of(founding)).unlinked
    assert open_mention.because is Because.NO_CANDIDATE


def test_a_list_of_organizations_mints_the_unknown_ones() -> None:
    """Is each name of a list one body: with commas in brackets, and joined with the institution it is part of?"""
    note = (
        "Council of Europe, Friends of the Sea (Pilots, Divers and Cooks), International Labour Organization, the Tide "
        "Project, Strelsau University School of Law, Organization of American States and Amis des Mers."
    )
    found = links_of(report_of("A work of many.<sup>1</sup>", notes=(note,)))
    listed = [link.quote for link in found.links if link.part.kind is PartKind.NOTE]
    assert listed == [
        "Council of Europe",
        "Friends of the Sea (Pilots, Divers and Cooks)",
        "International Labour Organization",
        "Tide Project, Strelsau University School of Law",
        "Organization of American States",
        "Amis des Mers",
    ]
    assert {coined.name for coined in found.coined} == {listed[1], listed[3], listed[5]}


def test_united_nations_inside_a_longer_name_is_no_mention() -> None:
    """Is the United Nations named by "United Nations system", not by a summit, a publication or the Treaty Series?"""
    assert mentioned("It asked the United Nations system.") == [("United Nations system", "organization/un")]
    assert (
        mentioned(
            "It recalled the United Nations Harbour Summit.<sup>1</sup>",
            notes=("United Nations publication, Sales No. E.99.XX.7.",),
        )
        == []
    )


def test_an_acronym_that_the_text_gives_an_unknown_body() -> None:
    """Is an unknown body one thing, under its name and under the acronym in brackets?"""
    assert mentioned("The Strelsau Tide Institute (STIN) met.", "Later STIN agreed; STINK did not.") == [
        ("Strelsau Tide Institute", "organization/stin"),
        ("STIN", "organization/stin"),
        ("STIN", "organization/stin"),
    ]


def test_a_body_within_the_name_of_another_is_not_named() -> None:
    """Is the body that the longer name ends with no further mention?"""
    report = report_of("It was adopted by the Committee of Ministers of the Council of Europe.")
    named = [link.quote for link in links_of(report).links if link.kind == "organization"]
    assert named == ["Committee of Ministers of the Council of Europe"]
