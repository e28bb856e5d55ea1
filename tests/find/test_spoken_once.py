"""Is who is told by a name and by the office held for a State one speaker, and not two?"""

from __future__ import annotations

import pytest

from rapporteur import link_text


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("A statement was made by Ms. Ada Zedd, Minister of Lamps of Chile.", ["ada-zedd"]),
        ("A statement was made by the Minister of Lamps of Chile, Ada Zedd.", ["ada-zedd"]),
        ("Ms. Ada Zedd, Minister of Lamps of Chile, made a statement.", ["ada-zedd"]),
        (
            "Statements were made by the Minister of Lamps of Chile, Ms. Ada Zedd, and the Minister of Fog of Peru.",
            ["PER", "ada-zedd"],
        ),
        ("Statements were made by the Ministers of Fog of Chile and Peru.", ["CHL", "PER"]),
        (
            "Statements were made by the representative of Chile, Ms. Ada Zedd, and the observer for Peru.",
            ["CHL", "PER"],
        ),
        ("Statements were made by the representative of Chile and by Ms. Ada Zedd, Head of Fog.", ["CHL", "ada-zedd"]),
        ("A statement was made by the Permanent Representative of Chile.", ["CHL"]),
        ("The representative of Chile, Ms. Ada Zedd, made a statement.", ["CHL"]),
        ("The observer for Chile, Ms. Ada Zedd, made a statement.", ["CHL"]),
        ("Ms. Ada Zedd, representative of Chile, made a statement.", ["CHL"]),
        ("The representative of Chile, Ms. Ada Zedd, and the representative of Peru made statements.", ["CHL", "PER"]),
        ("The Permanent Representative of Chile to the United Nations made a statement.", ["CHL"]),
        ("The Permanent Representatives of Chile and Peru to the United Nations made statements.", ["CHL", "PER"]),
        ("The Permanent Representative of Chile to the United Nations, Ms. Ada Zedd, made a statement.", ["ada-zedd"]),
        ("The Permanent Representative of Chile, Ada Zedd, made a statement.", ["ada-zedd"]),
    ],
)
def test_one_phrase_is_one_speaker(words: str, who: list[str]) -> None:
    """Does a person speak who is named with the office, else the State, and each once?"""
    speakers = [statement.speaker for statement in link_text(words).statements]
    assert sorted(str(getattr(one, "code", None) or getattr(one, "id", "nobody")) for one in speakers) == who


def test_a_minister_who_is_named_represents_the_state() -> None:
    """Is it told for whom the person was there, where the sentence names another State too?"""
    linked = link_text("Statements were made by Ms. Ada Zedd, Minister of Lamps of Chile, and the observer for Peru.")
    (person,) = [one for one in linked.participations if one.role is not None and one.role.id == "speaker"]
    assert getattr(person.representing, "code", None) == "CHL"


@pytest.mark.parametrize(
    "words",
    [
        "The representative of Denmark, Mr. Bo Lind, made a statement on behalf of the European Union.",
        "The Minister of Fog of Denmark, Ms. Bo Lind, made a statement on behalf of the European Union.",
        "The Permanent Representative of Denmark, Mr. Bo Lind, made a statement on behalf of the European Union.",
        "The representative of Denmark, Mr. Bo Lind, speaking on behalf of the European Union, made a statement.",
        "A statement was made by Mr. Bo Lind, Minister of Fog of Denmark, on behalf of the European Union.",
        "Bo Lind, representative of Denmark to the United Nations, made a statement on behalf of the European Union.",
    ],
)
def test_who_speaks_for_a_group_by_a_named_person_is_the_state(words: str) -> None:
    """Is one statement the State's, for the group, and the person there for the State?"""
    linked = link_text(words)
    (spoke,) = linked.statements
    assert (getattr(spoke.speaker, "code", ""), getattr(spoke.on_behalf_of, "id", "")) == ("DNK", "eu")
    (person,) = [one for one in linked.participations if one.role is not None and one.role.id == "speaker"]
    assert (person.name_as_written, getattr(person.representing, "code", None)) == ("Bo Lind", "DNK")


@pytest.mark.parametrize(
    "words",
    [
        "Mr. Bo Lind (Denmark) made a statement on behalf of the European Union.",
        "Mr. Bo Lind (Denmark), speaking on behalf of the European Union, made a statement.",
    ],
)
def test_a_person_speaks_for_the_group(words: str) -> None:
    """Is the statement of somebody named for those whom the words behind the name tell?"""
    linked = link_text(words)
    (spoke,) = linked.statements
    assert (getattr(spoke.speaker, "id", ""), getattr(spoke.on_behalf_of, "id", "")) == ("bo-lind", "eu")


def test_the_group_of_one_is_not_given_to_another() -> None:
    """Do the words behind one of two persons leave the other's statement alone?"""
    words = "Statements were made by Mr. Bo Lind (Peru) and Ms. Ada Zedd (Chile), on behalf of the European Union."
    assert {one.on_behalf_of for one in link_text(words).statements} == {None}


def test_an_officer_spoken_for_stays_open() -> None:
    """Is it said that somebody spoke for an officer whom no name tells?"""
    linked = link_text("Ms. Ada Zedd, Director of Fog, made a statement on behalf of the Executive Director of UNODC.")
    assert [one.quote for one in linked.unlinked if one.property == "onBehalfOf"] == ["Executive Director of UNODC"]
