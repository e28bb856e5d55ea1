"""Who was Vice-Chair, Rapporteur, facilitator or speaker, and for which State?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions
from rapporteur.model import LinkedReport
from rapporteur.read import report_from_text


def linked(sentence: str) -> LinkedReport:
    text = f"# Report of the Board on its ninth session, held in Lisbon from 3 to 9 June 2019\n\n1. {sentence}\n"
    return link_mentions(find_mentions(report_from_text(text, "x.md")))


ROWS: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        "The Board elected Captain A.B.C. Zedd, Head of the delegation of Norway, as President of the Board. "
        "Captain F.P. Prado (Peru) was elected Vice-President of the Board.",
        {"A.B.C. Zedd": ("chair", "NOR"), "F.P. Prado": ("vice-chair", "PER")},
    ),
    (
        "The Board elected Mr. Luis Prado, of Peru, as President, and Mr. A. Masri, of Chad, and Ms. Ada Zedd, of "
        "Norway, as Vice-Presidents.",
        {"Luis Prado": ("chair", "PER"), "A. Masri": ("vice-chair", "TCD"), "Ada Zedd": ("vice-chair", "NOR")},
    ),
    (
        "At its first part Ms. Ada Zedd (Norway) was elected as President and Mr. A. B. C Prado (Peru) as Rapporteur.",
        {"Ada Zedd": ("chair", "NOR"), "A. B. C Prado": ("rapporteur", "PER")},
    ),
    (
        "Drafting Committee Chairman (first part of the Conference): Mr. Luis Prado (Peru); (second part of the "
        "Conference): Ms. Ada Zedd (Norway).",
        {"Luis Prado": ("committee-chair", "PER"), "Ada Zedd": ("committee-chair", "NOR")},
    ),
    ("Ms. Ada Zedd (Norway) served as Acting President from 6 to 8 May.", {"Ada Zedd": ("chair", "NOR")}),
    (
        "Ms. Ada Zedd (Norway) served as President and Dr. Luis Prado (Peru) as Rapporteur.",
        {"Ada Zedd": ("chair", "NOR"), "Luis Prado": ("rapporteur", "PER")},
    ),
    (
        "The session was opened by its Co-Chairs, Ms. Ada Zedd (Norway) and Mr. Luis Prado (Peru), at 10 a.m.",
        {"Ada Zedd": ("chair", "NOR"), "Luis Prado": ("chair", "PER")},
    ),
    (
        "Opening remarks were delivered by Ada Zedd, State Secretary, Office for Lamps, Norway; Karim Masri, Executive "
        "Director of the Lamp Fund; and Luis Prado (Peru), President of the Board.",
        {"Ada Zedd": ("speaker", "NOR"), "Karim Masri": ("speaker", ""), "Luis Prado": ("speaker", "PER")},
    ),
    (
        "Vice-Presidents: Ms. Ada Zedd (Norway)\n(Western European and others group)\n\nMr. Luis Prado (Peru)\n(Isles "
        "group)\n\nRapporteur: Mr. Karim Masri (Chad)\n(African group)",
        {"Ada Zedd": ("vice-chair", "NOR"), "Luis Prado": ("vice-chair", "PER"), "Karim Masri": ("rapporteur", "TCD")},
    ),
    (
        "Addresses were delivered by:\n\n• Mr Karim Masri, Minister of Lamps, Republic of Korea\n\n• Ms Ada Zedd, "
        "Director, Reef Watch\n\n• Mr Luis Prado on behalf of Mr Ben Faro, Keeper",
        {"Karim Masri": ("speaker", "KOR"), "Ada Zedd": ("speaker", ""), "Luis Prado": ("speaker", "")},
    ),
    (
        "The Chair of the Board, Ada Zedd (Eswatini), opened the session, welcomed Karim Masri (Chad) as Vice-Chair, "
        "Luis Prado (Peru) as additional Rapporteur and Ines Faro (Cuba).",
        {"Ada Zedd": ("chair", "SWZ"), "Karim Masri": ("vice-chair", "TCD"), "Luis Prado": ("rapporteur", "PER")},
    ),
    (
        "The Board agreed to consider the matter in informal consultations co-facilitated by Ada Zedd (Norway) and "
        "Karim Masri (European Union).",
        {"Ada Zedd": ("facilitator", "NOR"), "Karim Masri": ("facilitator", "eu")},
    ),
    ("The Chair of the Lamp Fund, Ada Zedd (Congo), made a statement.", {"Ada Zedd": ("speaker", "COG")}),
    (
        "The meetings were chaired by Vice-Presidents Ada Zedd (Panama) and Karim Masri (Oman).",
        {"Ada Zedd": ("vice-chair", "PAN"), "Karim Masri": ("vice-chair", "OMN")},
    ),
    (
        "The Board elected Mr. Luis Prado (Peru), Ms. Ada Zedd (Norway) and Mr. Karim Masri (Chad) as Vice-Chairs.",
        {"Luis Prado": ("vice-chair", "PER"), "Ada Zedd": ("vice-chair", "NOR"), "Karim Masri": ("vice-chair", "TCD")},
    ),
    (
        "Opening remarks were made by Ms. Ada Zedd, keeper of the lamp; and Mr. Karim Masri.",
        {"Ada Zedd": ("speaker", ""), "Karim Masri": ("speaker", "")},
    ),
    (
        "Opening remarks were made by Ms. Ada Zedd, State Secretary at the Ministry of Lamps, Harbours and Fog Lights "
        "of the northern and southern coasts of Norway, Mr. Karim Masri, Mayor of Strelsau, and Mr. Luis Prado, poet.",
        {"Ada Zedd": ("speaker", "NOR"), "Karim Masri": ("speaker", ""), "Luis Prado": ("speaker", "")},
    ),
    (
        "The following were elected: Vice-Chair: Ms. Ada Zedd (Norway) for its first half, and Mr. Karim Masri "
        "(Chad) for its second half Bureau member: Mr. Luis Prado (Peru) Alternate to Vice-Chair: Ms. Ines Faro "
        "(Cuba) Alternate to Bureau member: Mr. Eli Noor (Oman)",
        {
            "Ada Zedd": ("vice-chair", "NOR"),
            "Karim Masri": ("vice-chair", "TCD"),
            "Luis Prado": ("committee-member", "PER"),
            "Ines Faro": ("alternate", "CUB"),
            "Eli Noor": ("alternate", "OMN"),
        },
    ),
    (
        "Following talks, the members of the Reef Panel were nominated by the regions and selected by the Board, as "
        "listed below: Northern States: Ms. Ada Zedd (Norway) (first half of term); Mr. Karim Masri (Chad) Southern "
        "States: Mr. Luis B. Prado (Peru)",
        {
            "Ada Zedd": ("committee-member", "NOR"),
            "Karim Masri": ("committee-member", "TCD"),
            "Luis B. Prado": ("committee-member", "PER"),
        },
    ),
    (
        "The members of the Reef Panel were elected, as follows: Ms. Ada Zedd (Norway). It thanked Karim Masri (Chad).",
        {"Ada Zedd": ("committee-member", "NOR")},
    ),
    (
        "A friends of the Chair group on fog was established, which was chaired by Ada Zedd (Norway).",
        {"Ada Zedd": ("facilitator", "NOR")},
    ),
    ("The Vice-Chair of the Northern Coasts and Other Group became Chair.", {}),
    (
        "The Special Rapporteur on fog, its causes and its ends, Ada Zedd, presented her report.",
        {"Ada Zedd": ("speaker", "")},
    ),
    (
        "Drafting Committee | Chairman: | Mr. Karim Šime (Chad) | Rapporteur: | Ms. Ada Zedd (Norway)",
        {"Karim Šime": ("committee-chair", "TCD"), "Ada Zedd": ("rapporteur", "NOR")},
    ),
    ("The Chair invited Ada Zedd, Co-Chair of the Lamp Committee, to report.", {}),
    ("The meeting heard Ada Zedd, Special Rapporteur on reefs.", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_an_office_makes_a_participation(sentence: str, expected: dict[str, tuple[str, str]]) -> None:
    """Does each officer take part in the role that the words give, representing the State in brackets?"""
    found = {}
    for participation in linked(sentence).participations:
        who = participation.representing
        assert participation.role is not None
        found[participation.name_as_written] = (
            participation.role.id,
            getattr(who, "code", None) or getattr(who, "id", ""),
        )
    assert found == expected


def test_a_person_who_made_a_statement_is_its_speaker() -> None:
    """Is the statement the person's own, and the sentence not called unread?"""
    report = linked("The Chair of the Lamp Fund, Ada Zedd (Congo), made a statement.")
    (statement,) = report.statements
    assert getattr(statement.speaker, "id", "") == "ada-zedd"
    assert not [words for words in report.unread if "statement" in words]


def test_a_later_naming_by_family_name_is_the_same_person() -> None:
    """Is "Ms. Zedd" the facilitator named before?"""
    report = linked("Consultations were led by Ada Zedd (Norway). The Board thanked Ms. Zedd.")
    named = [link for link in report.links if link.kind == "person"]
    assert [(link.quote, str(link.grade)) for link in named] == [("Ada Zedd", "explicit"), ("Zedd", "context")]
