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
