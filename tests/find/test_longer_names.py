"""Does a State's name, or its adjective, inside a longer name that no authority holds link no State?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import StateRef


def states(words: str) -> tuple[list[str], list[str]]:
    """The States that a passage links, and the words that stay open."""
    linked = link_text(words)
    return (
        [link.target.code for link in linked.links if isinstance(link.target, StateRef)],
        [open.quote for open in linked.unlinked if open.kind == "state"],
    )


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("The work was done with Polish Lampside Action in three ports.", ["Polish"]),
        ("The Norwegian Keepers of the Court marched.", ["Norwegian"]),
        ("Peru Lamp Watchers and the Cuba Fog Campaign protested.", ["Peru", "Cuba"]),
        ("A keeper at Jordan Tech, and Keepers Without Borders Spain, agreed.", ["Jordan", "Spain"]),
        ("Members of the Ireland Peru Lamp Campaign came.", ["Ireland", "Peru"]),
        ("The Spain Department of the firm sent a letter.", ["Spain"]),
    ],
)
def test_a_state_in_a_longer_name_stays_open(words: str, quotes: list[str]) -> None:
    """Is the State not linked, and is it said where its name stands?"""
    assert states(words) == ([], quotes)


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("LAMP Nepal counted the buoys.", ["LAMP Nepal"]),
        ("Lightwatch Norway had asked; Lampkeep Canada agreed.", ["Lightwatch Norway", "Lampkeep Canada"]),
        ("The lamps burnt. Lightwatch Norway reported it.", ["Lightwatch Norway"]),
        ("Lightwatch Norway, and Yesterday Canada sold nets. Urge Norway to ask.", []),
        ("Yesterday Canada sold nets. The keepers of Norway asked. Ms. Lind Canada asked.", []),
    ],
)
def test_a_branch_that_acts_is_one_body(words: str, bodies: list[str]) -> None:
    """Is a word that opens a sentence with a State's name, and does something, one body that nobody knows?"""
    opened = [one.quote for one in link_text(words).unlinked if one.kind == "organization"]
    assert opened == bodies
    assert not bodies or states(words) == ([], [])


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("The Spain Delegation and the Polish Government agreed.", ["ESP", "POL"]),
        ("The Italian Lamp and Buoy Directorate-General and the Kenya National Assembly met.", ["ITA", "KEN"]),
        ("On 3 March Austria, and in 2009 Mainland China, came.", ["AUT", "CHN"]),
        ("The United States Department of the Interior sent lamps.", ["USA"]),
        ("The Bahamas noted lamps. In Spain, it was dark. Neighbouring Peru agreed.", ["BHS", "ESP", "PER"]),
        ("The vote was as told by Peru Chad Kenya Latvia", ["PER", "TCD", "KEN", "LVA"]),
        (
            "Today Peru asked. Urge Chad to ask. Encourages Kenya to ask. Recently Latvia asked.",
            ["PER", "TCD", "KEN", "LVA"],
        ),
        ("Thanking Peru, the keepers left; and Chad stayed. Spain: lamps.", ["PER", "TCD", "ESP"]),
    ],
)
def test_an_organ_or_a_law_is_its_states(words: str, codes: list[str]) -> None:
    """Do organs, officers and laws, opening words, dates and lists without commas leave a State what it is?"""
    assert states(words)[0] == codes


def test_words_on_two_lines_of_a_list_are_no_longer_name() -> None:
    """Does an item below a State's name leave it alone, and a line that is full not?"""
    assert states("Chad\nLamp Campaign of the Isles")[0] == ["TCD"]
    full = "The keepers of the northern and the southern ports had been told by Chad\nLamp Campaign."
    assert states(full) == ([], ["Chad"])
