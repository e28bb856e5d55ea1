"""Reviews: who is reviewed, who formed the delegation, who were rapporteurs, and who spoke in each paragraph."""

from __future__ import annotations

from actors_sample import books, who

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, Record, StateRef
from rapporteur.read import report_from_text

HEAD = "Report of the Working Group on the Universal Periodic Review\n\n"
INTRODUCTION = """## Introduction

1. The Working Group on the Universal Periodic Review held its sixtieth session from 3 to 14 February 2031.
The review of Kiribati was held at the 3rd meeting, on 4 February 2031. The delegation of Kiribati was headed by {head}.
At its 10th meeting, the Working Group adopted the report.

2. On 8 January 2031, the Human Rights Council selected the following group of rapporteurs (troika) to facilitate the
review of Kiribati: Chile, the Gambia and Viet Nam.

3. A list of questions prepared in advance by Portugal, on behalf of the Group of Friends on lamps, and Spain was
transmitted to Kiribati through the troika.
"""
DIALOGUE = "\n## I. Summary of the proceedings\n\n### A. Presentation by the State under review\n\n"


def linked(text: str) -> LinkedReport:
    """Read, find and link a review; every quote must be what stands at its span."""
    report = report_from_text(HEAD + text, "invented.md", Record(symbol="A/HRC/99/7"))
    found = link_mentions(find_mentions(report, books()), books())
    assert report.house.style.id == "universal-periodic-review"
    assert all(report.quote(link.span) == link.quote for link in found.links)
    assert all(report.quote(mention.span) == mention.quote for mention in found.unlinked)
    return found


def review(head: str = "the Minister of Reefs, Marta Zedd", rest: str = "") -> LinkedReport:
    return linked(INTRODUCTION.replace("{head}", head) + rest)


def dialogue(*paragraphs: str) -> LinkedReport:
    """A review with these paragraphs from 6 on, in its dialogue."""
    told = "4. The head of the delegation of Kiribati stated that lamps were lit.\n\n5. A law had been adopted.\n\n"
    told += "### B. Interactive dialogue and responses by the State under review\n\n"
    return review(rest=DIALOGUE + told + "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, 6)) + "\n")


def spoke(found: LinkedReport) -> list[tuple[str, str, str]]:
    """(paragraph, who, capacity) of every statement."""
    return [(s.recorded_in.path[0], who(s.speaker), s.capacity.id if s.capacity else "") for s in found.statements]


def test_the_state_under_review_and_the_rapporteurs_take_part() -> None:
    """Has the State under review its capacity, each rapporteur its role, and nobody a part by asking in advance?"""
    parts = [
        (who(p.participant), p.capacity.id if p.capacity else "", p.role.id if p.role else "")
        for p in review().participations
    ]
    assert parts == [
        ("KIR", "concerned-state", ""),
        ("CHL", "", "rapporteur"),
        ("GMB", "", "rapporteur"),
        ("VNM", "", "rapporteur"),
        ("marta-zedd", "", "head-of-delegation"),
    ]


def test_those_who_asked_in_advance_are_named() -> None:
    """Are the States that sent questions mentions of their paragraph?"""
    links = [link for link in review().links if link.property == "mentions" and link.part.path == ("3",)]
    named = {link.target.code for link in links if isinstance(link.target, StateRef)}
    assert {"PRT", "ESP", "KIR"} <= named


def test_the_meeting_is_that_of_the_working_group() -> None:
    """Has the meeting the code of the Working Group, below that of the Council whose symbol the report bears?"""
    meeting = review().meeting
    assert meeting is not None
    assert meeting.code == "A/HRC/WG.6"
    assert str(meeting.start) == "2031-02-03"


def test_how_the_head_of_a_delegation_is_named() -> None:
    """Are name and office told apart in either order, with or without titles?"""
    heads = {
        "the Minister of Reefs, Marta Zedd": "Minister of Reefs",
        "Marta Zedd, Minister of Reefs": "Minister of Reefs",
        "H.E. Ms. Marta Zedd, Minister of Reefs": "Minister of Reefs",
        "the Minister of Reefs and Lamps, H.E. Ms. Marta Zedd": "Minister of Reefs and Lamps",
        "Deputy Prime Minister and Minister of Reefs, Marta Zedd": "Deputy Prime Minister and Minister of Reefs",
        "Ambassador Marta Zedd, Permanent Representative": "Ambassador, Permanent Representative",
    }
    for words, office in heads.items():
        head = [p for p in review(words).participations if p.role is not None and p.role.id == "head-of-delegation"]
        assert [(p.name_as_written, p.office, who(p.representing)) for p in head] == [("Marta Zedd", office, "KIR")], (
            words
        )


def test_the_members_of_the_delegation() -> None:
    """Is each entry of the list a member with an office, and an entry that names nobody said to be unread?"""
    found = review(
        rest="\n4. The delegation of Kiribati was headed by Marta Zedd, Minister of Reefs, and composed of the "
        "following members: Mr. Karim Masri, Director, Office of Lamps; Ambassador Ada Lindqvist, Permanent "
        "Representative; two interpreters; Ms. Teuea Bwere.\n"
    )
    members = [(p.name_as_written, p.office) for p in found.participations if p.role and p.role.id == "delegate"]
    assert members == [
        ("Karim Masri", "Director, Office of Lamps"),
        ("Ada Lindqvist", "Ambassador, Permanent Representative"),
        ("Teuea Bwere", ""),
    ]
    assert found.unread == ("paragraph 4: two interpreters",)


def test_one_paragraph_a_speaker() -> None:
    """Is the opening subject the speaker, under whatever form of its name, and no one else named there?"""
    found = dialogue(
        "During the interactive dialogue, 6 delegations made statements.",
        "Chad welcomed the lamps and thanked Fiji.",
        "The Islamic Republic of Iran, speaking on behalf of the Group of 77 and China, noted the reefs.",
        "The United Republic of Tanzania was pleased with the lamps.",
        "Viet Nam also commended Kiribati.",
        "The representative of the Bolivarian Republic of Venezuela praised the lamps.",
        "Côte d’Ivoire appreciated the reefs.",
    )
    assert spoke(found) == [
        ("4", "KIR", "concerned-state"),
        ("7", "TCD", "representative"),
        ("8", "IRN", "representative"),
        ("9", "TZA", "representative"),
        ("10", "VNM", "representative"),
        ("11", "VEN", "representative"),
        ("12", "CIV", "representative"),
    ]
    assert [who(s.on_behalf_of) for s in found.statements if s.on_behalf_of] == ["group-of-77-and-china"]
    assert not found.unread


def test_the_state_under_review_answers_until_another_speaks() -> None:
    """Are its answers one statement a turn, whatever their paragraphs begin with, and no other State's?"""
    found = dialogue(
        "Chad welcomed the lamps.",
        "The delegation of Kiribati explained that lamps were dear.",
        "Despite storms, Kiribati had lit them.",
        "The Lamp Act prohibited dark reefs.",
        "Regarding wicks, the Minister of Reefs noted that they were short.",
        "Samoa noted the wicks.",
        "In conclusion, the delegation thanked all.",
    )
    assert spoke(found) == [
        ("4", "KIR", "concerned-state"),
        ("6", "TCD", "representative"),
        ("7", "KIR", "concerned-state"),
        ("11", "WSM", "representative"),
    ]
    assert not found.unread


def test_a_second_statement_of_the_same_state_is_told_apart() -> None:
    """Has the second statement of a State a key of its own?"""
    found = dialogue("Chad welcomed the lamps.", "Chad also noted the reefs.")
    assert [s.ref.key for s in found.statements][1:] == [("none", "TCD"), ("none", "TCD", "~2")]


def test_two_speakers_of_one_paragraph() -> None:
    """Do two States that open a paragraph together make a statement each?"""
    assert spoke(dialogue("Chad and the Gambia welcomed the lamps."))[1:] == [
        ("6", "TCD", "representative"),
        ("6", "GMB", "representative"),
    ]


def test_an_unknown_speaker_is_kept_open() -> None:
    """Does a speaker in no authority keep its statement, without a speaker, and say why?"""
    found = dialogue("Ruritania commended Kiribati.")
    assert spoke(found)[1:] == [("6", "-", "representative")]
    assert [(m.quote, m.because.value) for m in found.unlinked if m.kind == "statement"] == [
        ("Ruritania", "no-candidate")
    ]


def test_what_cannot_be_read_in_a_dialogue_is_said() -> None:
    """Is a paragraph of nobody's unread, and a count of speakers that does not fit what was read?"""
    found = dialogue(
        "During the interactive dialogue, 3 delegations made statements.",
        "Chad welcomed the lamps.",
        "It was noted that wicks were short.",
    )
    assert [line.partition(":")[0] for line in found.unread] == ["paragraph 6", "paragraph 8"]


def test_outside_the_dialogue_nobody_speaks() -> None:
    """Does a State that opens a paragraph of another section make no statement?"""
    assert spoke(review(rest="\n## II. Conclusions\n\n4. Chad welcomed the lamps.\n")) == []


def test_a_second_speaker_in_a_paragraph_that_nothing_counts_is_said_to_be_unread() -> None:
    """Is "Cuba asked" behind Peru's statement no statement where no number of speakers is given, and said?"""
    text = "6. It thanked all.\n\n### B. Interactive dialogue and responses by the State under review\n\n{count}"
    text += "7. Peru stated that lamps were dim. Cuba asked about reefs. The lamps of Fiji were praised.\n"
    plain = linked(INTRODUCTION.replace("{head}", "Marta Zedd") + DIALOGUE + text.replace("{count}", ""))
    assert [who(s.speaker) for s in plain.statements] == ["PER"]
    assert "paragraph 7: Cuba asked about reefs." in [line.strip() for line in plain.unread]
    counted = text.replace("{count}", "").replace("7.", "7. During the dialogue, 2 delegations made statements.\n\n8.")
    both = linked(INTRODUCTION.replace("{head}", "Marta Zedd") + DIALOGUE + counted)
    assert [who(s.speaker) for s in both.statements] == ["PER", "CUB"]
    assert not [line for line in both.unread if "Cuba" in line]
