"""Forms that no style reads: are tables, labels and lists without a verb said, and roman points read as parts?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text


def linked(words: str, section: str = "Recommendations") -> LinkedReport:
    """A report whose second section holds the words."""
    text = f"# Report of the Board of Lamps\n\n## I. Opening\n\n1. It met.\n\n## II. {section}\n\n{words}\n"
    return link_report(report_from_text(text, "x.md"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "2. They follow.\n\n| No. | Recommendation | Whom |\n|---|---|---|\n| 1 | Light lamps | States |",
            "table of recom",
        ),
        ("2. They follow.\n\n| Decision | Text |\n|---|---|\n| 3/1 | The port is closed |", "table of decisions"),
        ("### Recommendation C\n\n2. To be thought of: the painting of buoys.", "“Recommendation C” asks in no form"),
        ("2. Speakers (in order): Norway; Peru; Fiji (for the Isles Forum).", "Speakers (in order)"),
    ],
)
def test_what_no_style_reads_is_said(words: str, said: str) -> None:
    """Is a line of what was not read about each such form?"""
    assert [line for line in linked(words).unread if said in line]


@pytest.mark.parametrize(
    "words",
    [
        "2. They follow.\n\n| Port | Lamps |\n|---|---|\n| Zenda | 3 |",
        "### Recommendation C\n\n2. States should paint buoys.",
        "2. Speakers said that lamps were dim.",
    ],
)
def test_what_is_read_or_nothing_is_not_said(words: str) -> None:
    """Is nothing said of a table of other things, a label whose words were read, and a sentence about speakers?"""
    assert not [line for line in linked(words).unread if not line.startswith("themes")]


def test_points_with_small_roman_numbers() -> None:
    """Is each point "i. …; ii. …" that no line breaks part a unit of its own, and a text without a list left alone?"""
    found = linked("2. The Board recommends that States: i. Light lamps; ii. Paint buoys; and iii. Train keepers.")
    assert [unit.ref.number for unit in found.recommendations] == ["2(i).1", "2(ii).1", "2(iii).1"]
    assert [unit.actions for unit in found.recommendations] == [("light",), ("paint",), ("train",)]
    alone = linked("2. The Board recommends that States act on: i. Light lamps.")
    assert [unit.ref.number for unit in alone.recommendations] == ["2.1"]


def test_a_verb_that_no_rule_knows_is_said() -> None:
    """Is a paragraph of a resolution said whose verb is not known, and one that only notes something not?"""
    words = (
        "The Board of Lamps,\n\n2. Requests States to pay;\n\n3. Takes note of it;\n\n4. Entrusts the keeper with it."
    )
    said = [line for line in linked(words, "Resolution").unread if "no verb that is known" in line]
    assert len(said) == 1
    assert "Entrusts the keeper" in said[0]
    assert not [line for line in linked(words.replace("Requests", "Light"), "Resolution").unread if "no verb" in line]
