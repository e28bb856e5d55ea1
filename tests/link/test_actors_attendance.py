"""Is everybody whom a report records as present linked, each in the right capacity?"""

from __future__ import annotations

import pytest
from actors_sample import attended, linked_report, who

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import Because, Grade
from rapporteur.read.passage import passage_report


@pytest.mark.parametrize(
    ("head", "capacity"),
    [
        ("The following States parties to the Firearms Protocol were represented: ", "state-party"),
        ("The following States signatories to the Protocol were represented by observers: ", "signatory-observer"),
        ("The following States that are neither parties nor signatories were represented: ", "non-party-observer"),
        ("The following States members of the Board were represented: ", "member-state"),
        ("The following States attended the meeting: ", "represented"),
        ("The session was attended by representatives of the following States parties: ", "state-party"),
        ("The session was attended by representatives of the following observer States: ", "observer-state"),
        ("The following States attended as observers: ", "observer-state"),
        ("Representatives of the following Member States also attended: ", "member-state"),
        ("In attendance were the following members of the Board: ", "member-state"),
        ("The following Parties were represented: ", "state-party"),
        ("The following Member Governments sent delegations: ", "member-state"),
        ("Delegations of the following States took part: ", "represented"),
        ("Delegates of the following States gathered to take part in the Conference on Lamps: ", "represented"),
        ("Also present as observers were representatives of ", "observer-state"),
        ("Attending the session were delegations from ", "represented"),
        ("Representatives of the Governments of ", "observer-state"),
        ("Observers from the following States attended: ", "observer-state"),
    ],
)
def test_the_head_of_a_list_gives_the_capacity(head: str, capacity: str) -> None:
    """Do the words before the colon decide, whatever States follow?"""
    behind = " attended as observers." if head.endswith("Governments of ") else "."
    assert attended(f"{head}Chile, Cuba and Peru{behind}") == [(state, capacity) for state in ("CHL", "CUB", "PER")]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "The following United Nations entities were represented by observers: United Nations Children's Fund.",
            [("unicef", "un-entity-observer")],
        ),
        (
            "The following intergovernmental organizations maintaining permanent observer offices were represented: "
            "League of Arab States and International Organization for Migration.",
            [("las", "intergovernmental-permanent-observer"), ("iom", "intergovernmental-permanent-observer")],
        ),
        (
            "The following intergovernmental organizations were represented by observers: Eurojust and Frontex.",
            [("eurojust", "intergovernmental-observer"), ("frontex", "intergovernmental-observer")],
        ),
        (
            "The European Union, a regional economic integration organization that is a party to the Protocol, "
            "was also represented.",
            [("eu", "regional-organization-party")],
        ),
        (
            "Palestine, an entity maintaining a permanent observer mission, and the Sovereign Military Order of "
            "Malta, an entity maintaining a permanent observer office, were represented.",
            [("PSE", "permanent-observer-entity"), ("smom", "other-permanent-observer")],
        ),
        (
            "The following States parties were represented: Chile and Peru; and the following signatories were "
            "represented by observers: Japan.",
            [("CHL", "state-party"), ("PER", "state-party"), ("JPN", "signatory-observer")],
        ),
        (
            "The following parties to the Protocol were represented: Chile, European Union, a regional economic "
            "integration organization that is a party to it, and Peru.",
            [("CHL", "state-party"), ("eu", "regional-organization-party"), ("PER", "state-party")],
        ),
        ("Experts from Chile and Peru attended the meeting.", [("CHL", "represented"), ("PER", "represented")]),
        (
            "Observers for Bhutan and the Holy See, non-signatory States, were also present.",
            [("BTN", "non-party-observer"), ("VAT", "non-party-observer")],
        ),
        (
            "By virtue of rule 3 of its rules, representatives of Chile and Peru attended.",
            [("CHL", "represented"), ("PER", "represented")],
        ),
        (
            "The following intergovernmental organizations took part in the session: League of Arab States and "
            "World Bank (2).",
            [("las", "intergovernmental-observer"), ("world-bank", "intergovernmental-observer")],
        ),
        (
            "The Governments of Chile and Peru sent observers to the Conference.",
            [("CHL", "observer-state"), ("PER", "observer-state")],
        ),
        (
            "The Governments of Chile and Peru designated Observers to the Conference.",
            [("CHL", "observer-state"), ("PER", "observer-state")],
        ),
        (
            "The League of Arab States participated in the Conference as an Observer in accordance with rule 57.",
            [("las", "observer-organization")],
        ),
        (
            "At both parts of the Conference the League of Arab States was represented by an observer.",
            [("las", "observer-organization")],
        ),
        (
            "The meeting was attended by delegates from Chile and Peru, as well as by observers for Japan.",
            [("CHL", "represented"), ("PER", "represented"), ("JPN", "observer-state")],
        ),
    ],
)
def test_bodies_and_entities(words: str, rows: list[tuple[str, str]]) -> None:
    """Is each kind of body and entity in its own capacity, several in one sentence included?"""
    assert attended(words) == rows


def test_a_name_one_letter_off_is_linked_as_similar_and_an_unknown_state_stays_open() -> None:
    """Is "Argentna" Argentina with a score, while an unknown State gives an open mention and no participation?"""
    links = linked_report(attendance=["The following States were represented: Argentna, Ruritania and Irax."])
    (similar,) = [link for link in links.links if link.grade is Grade.SIMILAR]
    assert (similar.quote, who(similar.target), similar.score) == ("Argentna", "ARG", 0.875)
    assert [(u.quote, u.because) for u in links.unlinked] == [
        ("Ruritania", Because.NO_CANDIDATE),
        ("Irax", Because.SEVERAL_CANDIDATES),
    ]


def test_an_unknown_organization_is_coined_with_the_kind_of_its_list() -> None:
    """Is a body in no authority made from its printed name, once, and marked as named here only?"""
    links = linked_report(
        attendance=[
            "The following intergovernmental organizations were represented: Union of Island Ports and Eurojust.",
            "The following non-governmental organizations were represented by observers: Small Lamps Watch.",
        ],
        deliberations=["The observer for the Union of Island Ports made a statement."],
    )
    assert [(c.ref.id, c.kind) for c in links.coined] == [
        ("union-of-island-ports", "intergovernmental"),
        ("small-lamps-watch", "non-governmental"),
    ]


def test_a_state_recorded_twice_gets_a_node_of_its_own_each_time() -> None:
    """Is the second participation of a State told apart by "~2"?"""
    links = linked_report(
        attendance=[
            "The following States parties were represented: Chile.",
            "The following States were represented by observers: Chile.",
        ]
    )
    keys = [p.ref.key for p in links.participations if p.capacity]
    assert keys == [("CHL",), ("CHL", "~2")]


def test_attendance_that_cannot_be_read_is_reported() -> None:
    """Does a sentence that tells of attendance without a readable name come back as unread?"""
    links = linked_report(attendance=["Lamp makers of several towns were represented.", "The Board took a decision."])
    assert links.unread == ("paragraph 3: Lamp makers of several towns were represented.",)


def test_a_listed_state_is_no_mention() -> None:
    """Are States of the list of attendance kept out of the namings of States?"""
    links = linked_report(attendance=["The following States were represented: Chile and Peru."])
    assert [link.quote for link in links.links if link.kind == "state"] == ["Norway"]


def test_an_acronym_behind_a_listed_name_is_no_mention_of_its_own() -> None:
    """Is "(UNICEF)" behind the fund in a list a part of its naming, and the acronym the id of an unknown body?"""
    report = passage_report(
        "The following organizations were represented by observers: United Nations Children's Fund (UNICEF), "
        "Fog Watch Institute (FWI) and Council of Europe. Afterwards UNICEF left."
    )
    linked = link_mentions(find_mentions(report))
    assert [(link.property, link.quote, who(link.target)) for link in linked.links] == [
        ("participant", "United Nations Children's Fund", "unicef"),
        ("participant", "Fog Watch Institute", "fwi"),
        ("participant", "Council of Europe", "coe"),
        ("mentions", "UNICEF", "unicef"),
    ]
    assert [thing.name for thing in linked.coined] == ["Fog Watch Institute"]


def test_a_treaty_in_the_name_of_a_body_that_was_there_is_not_mentioned() -> None:
    """Is no treaty read out of the names of a list, nor one title across two of them?"""
    report = linked_report(
        attendance=[
            "The following organizations were represented: Reef Watch, Secretariat of the Convention on Biological "
            "Diversity, and United Nations Convention to Combat Desertification."
        ]
    )
    assert [link.quote for link in report.links if link.kind == "treaty-mention" and "Diversity" in link.quote] == []
    assert len([p for p in report.participations if "Convention" in p.name_as_written]) == 2


def test_what_tells_of_attendance_and_is_not_read_is_said() -> None:
    """Is a sentence under the title "Attendance" that names who was absent reported, and one that names none not?"""
    found = linked_report(["Apologies were received from Chad. The list of participants is in the annex."])
    assert found.unread == ("paragraph 3: Apologies were received from Chad.",)


def test_observers_of_two_kinds_in_one_sentence_keep_their_kind() -> None:
    """Are the Holy See and the World Bank, both observers, a State and an organization as observers?"""
    found = attended("The session was attended by observers from the Holy See and the World Bank.")
    assert found == [("VAT", "observer-state"), ("world-bank", "observer-organization")]
