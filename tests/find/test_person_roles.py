"""Who was told to have been what: officers told by a verb, those before a panel, those who said something by office."""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = "# Report of the Conference on Lamps, held in Lisbon from 3 to 9 June 2031\n\n## I. Debate\n\n1. "


def linked(words: str) -> ActorLinks:
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    return link_actors(report, find_mentions(report).actors, load_authorities())


def roles(words: str) -> dict[str, tuple[str, str]]:
    """Who took part, as what, and for whom."""
    return {
        one.name_as_written: (one.role.id if one.role else "", getattr(one.representing, "code", ""))
        for one in linked(words).participations
    }


ROWS: list[tuple[str, dict[str, tuple[str, str]]]] = [
    ("The President was Mr. Bo Lind, of Norway.", {"Bo Lind": ("chair", "NOR")}),
    ("The President of Norway was Mr. Bo Lind.", {}),
    ("The President of the Lamp Bank was Mr. Bo Lind.", {}),
    (
        "The Vice-Presidents were Mr. Bo Lind (Norway) and Ms. Ada Zedd (Peru).",
        {"Bo Lind": ("vice-chair", "NOR"), "Ada Zedd": ("vice-chair", "PER")},
    ),
    ("The Chair of the Drafting Committee was Bo Lind (Norway).", {"Bo Lind": ("committee-chair", "NOR")}),
    ("The President of Norway, Ms. Ada Zedd, opened the Conference.", {}),
    ("The President of the Conference, Ms. Ada Zedd, thanked Norway.", {"Ada Zedd": ("chair", "")}),
    ("Ms. Ada Zedd (Norway) thanked the panellists.", {}),
    ("In reply to questions from the panellists, Ms. Ada Zedd (Norway) lit a lamp.", {}),
    (
        "The Chair thanked the panellists, Ms. Ada Zedd (Norway) and Mr. Bo Lind (Peru).",
        {"Ada Zedd": ("panellist", "NOR"), "Bo Lind": ("panellist", "PER")},
    ),
    (
        "The panel was moderated by Ms. Ada Zedd (Norway), and the panellists were Bo Lind (Peru) and Mia Bar (Chad).",
        {"Ada Zedd": ("facilitator", "NOR"), "Bo Lind": ("panellist", "PER"), "Mia Bar": ("panellist", "TCD")},
    ),
    ("The Executive Secretary, Ms. Ada Zedd, said that lamps in Norway were dim.", {"Ada Zedd": ("speaker", "")}),
    ("Ms. Ada Zedd, Director of the Fog Fund, said that Norway was dark.", {"Ada Zedd": ("speaker", "")}),
    ("Deputy Director Bo Lind noted that lamps were dim.", {"Bo Lind": ("speaker", "")}),
    ("The Minister of Justice of Peru, Ms. Ada Zedd, said that Norway was dark.", {"Ada Zedd": ("speaker", "PER")}),
    (
        "The President of the Assembly, Ada Zedd, and the Director, Bo Lind, addressed the session.",
        {"Ada Zedd": ("speaker", ""), "Bo Lind": ("speaker", "")},
    ),
    ("The Executive Secretary, Ms. Ada Zedd, said goodbye.", {}),
    ("The keeper, Ms. Ada Zedd, said that lamps were dim.", {}),
    (
        "The President invited Mr. Bo Lind (Norway) and Ms. Ada Zedd (Peru) to co-facilitate the group.",
        {"Bo Lind": ("facilitator", "NOR"), "Ada Zedd": ("facilitator", "PER")},
    ),
    (
        "The Conference appointed Bo Lind (Norway) and Ada Zedd (Peru) as co-facilitators.",
        {"Bo Lind": ("facilitator", "NOR"), "Ada Zedd": ("facilitator", "PER")},
    ),
    ("The President invited Mr. Bo Lind (Norway) to light the lamp.", {}),
    (
        "In the absence of the President, Bo Lind (Peru), Vice-President, took the chair.",
        {"Bo Lind": ("vice-chair", "PER")},
    ),
    ("At the request of the President, Mr. Bo Lind (Peru) read the text.", {}),
    (
        "The Conference elected Bo Lind (Peru) as Chair of the Credentials Committee, Ada Zedd (Norway) as "
        "Vice-Chair and Mia Bar (Chad) as Rapporteur of that Committee.",
        {"Bo Lind": ("committee-chair", "PER"), "Ada Zedd": ("vice-chair", "NOR"), "Mia Bar": ("rapporteur", "TCD")},
    ),
    ("Mr. Bo Lind (Peru), who had chaired the contact group, reported.", {"Bo Lind": ("facilitator", "PER")}),
    (
        "The co-facilitators, Ms. Ada Zedd (Norway) and Mr. Bo Lind (Peru), reported.",
        {"Ada Zedd": ("facilitator", "NOR"), "Bo Lind": ("facilitator", "PER")},
    ),
    ("The round table was co-chaired by Ms. Ada Zedd (Norway).", {"Ada Zedd": ("facilitator", "NOR")}),
    ("Bo Lind, Head of the Fog Section, explained that nets were torn.", {"Bo Lind": ("speaker", "")}),
    ("The expert from Norway, Ms. Ada Zedd, gave a presentation on lamps.", {"Ada Zedd": ("panellist", "NOR")}),
    ("The President thanked Mr. Bo Lind (Peru) for his work as facilitator.", {}),
    ("The former President of the Conference, Mr. Bo Lind (Peru), attended.", {}),
    ("It paid tribute to the late Chair of the Drafting Committee, Mr. Bo Lind (Peru).", {}),
    ("The panel of judges chaired by Ms. Ada Zedd (Norway) awarded a prize.", {}),
    ("Mr. Bo Lind, President of Peru, addressed the Conference.", {"Bo Lind": ("speaker", "PER")}),
    ("The President of the Assembly, Mr. Bo Lind, said that Norway was dark.", {"Bo Lind": ("speaker", "")}),
    ("At the request of the President, Mr. Bo Lind (Peru), the text was read.", {"Bo Lind": ("chair", "PER")}),
    ("The Conference was chaired by Ms. Ada Zedd (Norway), Vice-President.", {"Ada Zedd": ("vice-chair", "NOR")}),
    (
        "The Credentials Committee held one meeting, with Mr. Bo Lind (Peru) as Chair.",
        {"Bo Lind": ("committee-chair", "PER")},
    ),
    (
        "Moderator: Ms. Ada Zedd (Norway). Panellists: Mr. Bo Lind (Peru).",
        {"Ada Zedd": ("facilitator", "NOR"), "Bo Lind": ("panellist", "PER")},
    ),
    ("The Deputy Executive Secretary, Bo Lind, noted with concern that it was dark.", {"Bo Lind": ("speaker", "")}),
    (
        "Ms. Ada Zedd and Mr. Bo Lind agreed to serve as co-facilitators.",
        {"Ada Zedd": ("facilitator", ""), "Bo Lind": ("facilitator", "")},
    ),
    (
        "Informal consultations were held under the guidance of Ms. Ada Zedd (Norway).",
        {"Ada Zedd": ("facilitator", "NOR")},
    ),
    (
        "The panel comprised Mr. Bo Lind (Peru) and Ms. Ada Zedd of the Lamp Fund.",
        {"Bo Lind": ("panellist", "PER"), "Ada Zedd": ("panellist", "")},
    ),
]


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words for words, _ in ROWS])
def test_a_role_is_that_of_the_words_around_the_name(words: str, told: dict[str, tuple[str, str]]) -> None:
    """Has each the role that the words give, and the State that is the bearer's own?"""
    assert roles(words) == told


def test_one_who_speaks_next_is_a_person_with_the_body_in_brackets() -> None:
    """Is somebody followed by a person, and an event by no one?"""
    assert [one.name for one in linked("She was followed by Bo Lind (ILO), who had a lamp.").persons] == ["Bo Lind"]
    assert not linked("The session was followed by Lamp Night (ILO).").persons
