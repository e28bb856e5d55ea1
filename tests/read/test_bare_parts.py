"""The parts of a decision, whose roman numbers stand alone on their lines, and the parts of a report."""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

BODY = """REPORT OF THE LAMP BOARD ON ITS NINTH SESSION

I. Opening

1. The Board met.

II. Decisions

2. It decided.

"""
DECISION = "Annex\n\nDecisions of the Board\n\nDecision LAMP-9/1: Wicks\n\nThe Board,\n\nRecalling its rules,\n\n"


def seen(report: Report) -> list[tuple[str, str]]:
    """The last step and title of each section behind those of the body, then key-less numbers by section."""
    return [(s.path.rsplit("/", 1)[-1], s.title.text) for s in report.sections]


def numbers(report: Report) -> list[tuple[str, str]]:
    """The last step of its section and the number of each paragraph behind the body's two."""
    return [(p.section.rsplit(".", 1)[-1], p.number) for p in report.paragraphs[2:]]


def faults(report: Report) -> list[str]:
    """Codes of what was found wrong."""
    return [finding.code for finding in report.findings if finding.severity == "finding"]


@pytest.mark.parametrize(
    "parts",
    [
        "I\n\nTrimming\n\n1. Approves wicks;\n\n2. Requests oil;\n\nII\n\nSnuffing\n\n1. Urges care.\n",
        "I\n\nTrimming\n1. Approves wicks;\n2. Requests oil;\n\nII\n\nSnuffing\n1. Urges care.\n",
        f"{' ' * 40}I\n{' ' * 36}Trimming\n1. Approves wicks;\n2. Requests oil;\n"
        f"{' ' * 40}II\n{' ' * 36}Snuffing\n1. Urges care.\n",
        "I\n\n1. Approves wicks;\n\n2. Requests oil;\n\nII\n\n1. Urges care.\n",
    ],
)
def test_the_parts_of_a_decision_count_anew(parts: str) -> None:
    """Is each part a section with its title and its own numbers, and no number a repeated one?"""
    report = report_from_text(BODY + DECISION + parts, "lamps.txt")
    assert numbers(report) == [("I", "1"), ("I", "2"), ("II", "1")]
    assert faults(report) == []
    titles = [title for _, title in seen(report)[-2:]]
    assert titles == (["Trimming", "Snuffing"] if "Trimming" in parts else ["", ""])
    assert report.paragraphs[3].body.text == "Requests oil;"


def test_bold_titles_in_markdown() -> None:
    """Are titles in bold below bare numbers read in an annex that is one decision, numbers counting on?"""
    text = (
        "# Report of the Lamp Board\n\n## I. Opening\n\n1. The Board met.\n\n2. It decided.\n\n## Annex\n\n"
        "### Decision LAMP-9/1\n\n*The Board*,\n\n*Recalling* its rules,[^1]\n\nI\n\n**Trimming**\n\n"
        "1. *Approves* wicks;\n\nII\n\n**Snuffing**\n\n2. *Urges* care.\n\n[^1]: LAMP/1.\n"
    )
    report = report_from_text(text, "lamps.md")
    assert seen(report)[-2:] == [("annex-I.I", "Trimming"), ("annex-I.II", "Snuffing")]
    assert numbers(report) == [("I", "1"), ("II", "2")]
    assert faults(report) == []


@pytest.mark.parametrize(
    "inside",
    [
        "1. Approves wicks.\n\n2. Requests the keepers to send,\n\nI\n\nTrimming\n\n3. Urges care.\n",
        "1. Approves the following parts:\n\nI\n\nTrimming\n\n2. Urges care.\n",
        "1. Approves wicks.\n\nV\n\nTrimming\n\n2. Urges care.\n",
        "1. Approves wicks.\n\nI\n\nTrimming is done.\n\n2. Urges care.\n",
        "1. Approves wicks.\n\nI\n\n2. Urges care.\n",
    ],
)
def test_a_letter_alone_is_no_part(inside: str) -> None:
    """Is a roman number alone no heading in the midst of a sentence or list, out of its row, or over a sentence?"""
    report = report_from_text(BODY + DECISION + inside, "lamps.txt")
    assert "Trimming" not in [title for _, title in seen(report)]
    assert len(report.sections) == 4


@pytest.mark.parametrize("name", ["lamps.html", "lamps.md"])
def test_the_next_part_ends_the_resolution_before(name: str) -> None:
    """Do the chapters of Part Two stand by themselves, and are their paragraphs the report's own?"""
    lines = [
        ("#", "Report of the Lamp Board"),
        ("#", "Part One. Resolutions adopted by the Board"),
        ("##", "9/1. Wicks"),
        ("", "The Lamp Board,"),
        ("", "Recalling its rules,"),
        ("", "1. Approves wicks;"),
        ("", "2. Urges care."),
        ("#", "Part Two. Summary of proceedings"),
        ("##", "I. Opening"),
        ("###", "A. Duration"),
        ("", "1. The Board met."),
        ("##", "II. Wicks"),
        ("", "2. It discussed wicks."),
    ]
    if name.endswith("html"):
        tags = {"": "p", "#": "h1", "##": "h2", "###": "h3"}
        text = "<html><body>" + "".join(f"<{tags[m]}>{w}</{tags[m]}>" for m, w in lines) + "</body></html>"
    else:
        text = "\n\n".join(f"{m} {w}".strip() for m, w in lines)
    report = report_from_text(text, name)
    assert [s.path for s in report.sections][-3:] == ["I", "I.A", "II"]
    assert faults(report) == []
    assert [p.key for p in report.paragraphs] == ["1~2", "2~2", "1", "2"]
