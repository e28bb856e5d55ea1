"""Are persons told from other capitalised words, and adjectives of nationality from other adjectives?"""

from __future__ import annotations

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.find.actors import find_actors
from rapporteur.find.names import find_names
from rapporteur.model.actors import ActorMentions
from rapporteur.read import report_from_text


def found(words: str) -> ActorMentions:
    """The actors of one paragraph of an invented report."""
    report = report_from_text(f"## Report on the session of the Board\n\n### I. Debate\n\n1. {words}\n", "invented.md")
    books = load_authorities()
    return find_actors(report, find_names(report, books), books)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The session was opened by the Chair, Ada Q. Lindqvist (Norway).", ["Ada Q. Lindqvist"]),
        (
            "The panellists were Marta van der Zanden (Peru), Karim bin Idris al-Masri (Jordan) and Chad Wu (China).",
            ["Marta van der Zanden", "Karim bin Idris al-Masri", "Chad Wu"],
        ),
        (
            "The talk was led by the following panellists: Marta Zedd, tide expert (Peru); Olga Wu, Senior Lamp Leader"
            " (China); and Ada Moll, Special Agent (Norway).",
            ["Marta Zedd", "Olga Wu", "Ada Moll"],
        ),
        ("The panellists were Marta Zedd and Chad Wu (Peru).", ["Marta Zedd", "Chad Wu"]),
        ("The keepers heard Mr. Šime Čović and Ms Anne-Marie O'Dowd.", ["Šime Čović", "Anne-Marie O'Dowd"]),
        ("The keepers heard Ms. Ada Ong’uru (Kenya).", ["Ada Ong’uru"]),
        ("The keepers heard Mr. Josip Šime (Chad) and Sir Ada Zedd, keeper.", ["Josip Šime", "Ada Zedd"]),
        ("It was launched by the Minister of Fisheries, Rui de Sá e Melo.", ["Rui de Sá e Melo"]),
        ("A fair hosted by Princess Ilse Zedd of Liechtenstein was recalled.", ["Princess Ilse Zedd"]),
        ("Olga Zedd, the officer in charge of lamps in Chile, explained the lamp.", ["Olga Zedd"]),
    ],
)
def test_names_of_persons(words: str, names: list[str]) -> None:
    """Is the whole name found, with particles and initials, without the title before it?"""
    assert [mention.name for mention in found(words).persons] == names


@pytest.mark.parametrize(
    "words",
    [
        "Member States shared experiences of marking.",
        "Transparency International stressed the point.",
        "Human Rights Watch noted the delay.",
        "Costa Rica presented its tools.",
        "It should accede to the Buoys Convention (Norway).",
        "The Blue Heart Campaign (UNODC) had been launched.",
        "A law on Domestic Violence (Chile) was recalled.",
        "The discussion was led by the following panellists: the Office of the Attorney General (Norway).",
        "The panellists were a Deputy Prosecutor General (Chile) and a Senior Legal Adviser (Peru).",
    ],
)
def test_other_capitalised_words_are_no_persons(words: str) -> None:
    """Do bodies, States, campaigns and titles of acts stay out?"""
    assert found(words).persons == ()


def test_a_state_in_a_persons_name_is_no_naming_of_the_state() -> None:
    """Is "Chad" in a person's name left out, and the State in brackets kept?"""
    states = found("The panellists were Chad Wu (China) and Olga Zedd (Peru).").states
    assert [mention.words for mention in states] == ["China", "Peru"]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("It became part of Egyptian law.", ["Egyptian"]),
        ("The Papua New Guinean police and the Swiss Government agreed.", ["Papua New Guinean", "Swiss"]),
        ("The text was available in the French and English languages.", []),
        ("It was reissued (Spanish only) for the Spanish authorities.", ["Spanish"]),
        ("The Russian and Spanish texts are authentic; translations into French will be made.", []),
        ("It cost 4 Canadian dollars.", []),
        ("Latin American countries and the Indian Ocean were named.", []),
        ("It was Greek.", []),
        ("The Italian and Hungarian national communities met.", []),
        ("Members of the Greek minority, of Danish descent or German-speaking, met.", []),
        ("For historical reasons, Croatian (autochthonous) communities are named.", []),
        ("The keeper of Slovene prisons met the Hungarian Government.", ["Slovene", "Hungarian"]),
        ("Finland's keeper and that of Norway met.", ["Finland", "Norway"]),
    ],
)
def test_adjectives_of_nationality(words: str, states: list[str]) -> None:
    """Does an adjective name its State before a noun, and a language, a currency or a sea none?"""
    assert [mention.words for mention in found(words).states] == states


def test_an_adjective_of_two_states_has_two_candidates() -> None:
    """Is it left to linking which of two States is meant?"""
    (mention,) = found("The Congolese authorities agreed.").states
    assert len(mention.candidates) == 2


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("The panellists were Ms. Chad and Mr. O'Dowd (Peru).", [("Chad", "panellist"), ("O'Dowd", "panellist")]),
        ("The Board elected Ilse Zedd as its Vice-Chair.", [("Ilse Zedd", "vice-chair")]),
        (
            "The Board elected Ilse Zedd as Chair, Ali Idris (Peru) as Vice-Chair of the Board, Ms. Wu as Rapporteur.",
            [("Ilse Zedd", "chair"), ("Ali Idris", "vice-chair"), ("Wu", "rapporteur")],
        ),
        ("Ms. Wu thanked the keepers. The Board elected New Zealand as Vice-Chair.", []),
    ],
)
def test_one_name_and_an_election_make_a_person(words: str, roles: list[tuple[str, str]]) -> None:
    """Is a person of one name told by an office or a place on a panel, and one elected without a title or a State?"""
    assert [(mention.name, mention.role) for mention in found(words).persons] == roles


def test_a_family_name_is_the_persons_who_is_introduced_in_full() -> None:
    """Does "Ms. Zedd as Rapporteur" mean the Ilse Zedd whom another sentence introduces, and no second person?"""
    persons = found("Ms. Ilse Zedd opened. The Board elected Ms. Zedd as Rapporteur. Jordan thanked Ms. Zedd.").persons
    assert [(mention.name, mention.short, mention.role) for mention in persons] == [
        ("Ilse Zedd", False, ""),
        ("Zedd", True, "rapporteur"),
        ("Zedd", True, ""),
    ]


def test_a_company_with_its_country_in_brackets_is_no_person() -> None:
    """Does the legal form behind the brackets keep "Reef Check (India) Private Ltd." from being a person?"""
    assert not found(
        "The lamps were tested by Reef Check (India) Private Ltd. and kept by Ilse Lamps (Peru) GmbH."
    ).persons
    assert [mention.name for mention in found("Talks were led by Ilse Zedd (Peru) as planned.").persons] == [
        "Ilse Zedd"
    ]


@pytest.mark.parametrize(
    ("words", "panellists"),
    [
        ("Ms. Eva Lind, Special Adviser on Tides of the Reef Fund, made a presentation.", ["Eva Lind"]),
        ("Eva Lind (Norway) gave an audiovisual presentation.", ["Eva Lind"]),
        ("Ms. Eva Lind, keeper, thanked those who gave presentations.", []),
        ("The Secretary made a presentation. Ms. Eva Lind, keeper, spoke.", []),
    ],
)
def test_who_gives_a_presentation(words: str, panellists: list[str]) -> None:
    """Is the person whose paragraph tells of a presentation of theirs among those who gave one, and nobody else?"""
    assert [mention.name for mention in found(words).persons if mention.role == "panellist"] == panellists
