"""A report that begins in the midst: is all read that stands whole in it, or told what is not?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

LIST = "of the coast (Chile);\n" + "".join(
    f"61.{n} Light the reefs of bay {n} ({state});\n" for n, state in ((14, "Spain"), (15, "Peru"), (16, "Cuba"))
)
DIALOGUE = "the lamps, as in\n2031.\n" + "".join(
    f"{n}. {words}\n"
    for n, words in (
        (41, "Spain welcomed the lamps that were lit after the universal periodic review."),
        (42, "Peru noted nets."),
        (43, "Fiji praised the lamps."),
        (44, "Cuba asked about reefs."),
        (45, "Chile thanked the keepers."),
    )
)
DELEGATION = "\nAnnex\n\nComposition of the delegation\n\nThe delegation of Kiribati was headed by Ms. Ana Zedd.\n"
CHAPTER = """B. Lamps

12. States parties should light the lamps of their ports.

13. Lamps were dim.

III. Recommendations

14. States parties should mend the nets.
"""


def linked(text: str) -> LinkedReport:
    return link_report(report_from_text(text, "x.txt"))


def test_a_list_of_recommendations_without_the_paragraph_over_it() -> None:
    """Is each whole recommendation read with who made it, and what is cut off named?"""
    found = linked(LIST)
    made = {unit.ref.number: [str(who.code) for who in unit.recommended_by] for unit in found.recommendations}
    assert made == {"61.14": ["ESP"], "61.15": ["PER"], "61.16": ["CUB"]}
    assert all(unit.chapeau is None for unit in found.recommendations)
    assert any(line.startswith("paragraph 61: of its list the numbers 61.1, 61.2") for line in found.unread)


@pytest.mark.parametrize(
    "text",
    ["rose by\n4.5 Metres were lit.\n7. Lamps (Spain).\n8. Nets.\n", "61.2 Light (Peru);\n7. It met.\n8. It rose.\n"],
)
def test_a_quantity_begins_no_list(text: str) -> None:
    """Is a number with a dot no paragraph where none counts on from it?"""
    assert [paragraph.number for paragraph in report_from_text(text, "x.txt").paragraphs] == ["7", "8"]


def test_a_year_that_a_line_break_left_is_not_the_first_paragraph() -> None:
    """Is the first number one that the next counts on from?"""
    assert [p.number for p in report_from_text(DIALOGUE, "x.txt").paragraphs] == ["41", "42", "43", "44", "45"]


def test_a_dialogue_without_its_heading() -> None:
    """Is each paragraph a statement where the State under review is known, and else each named as unread?"""
    found = linked(DIALOGUE + DELEGATION)
    assert [str(s.speaker.code) for s in found.statements] == ["ESP", "PER", "FJI", "CUB", "CHL"]
    open_ = linked(DIALOGUE)
    assert open_.statements == ()
    assert [line.split(":")[0] for line in open_.unread if "welcomed" in line or "noted nets" in line] == [
        "paragraph 41",
        "paragraph 42",
    ]


def test_a_chapter_without_its_heading() -> None:
    """Is what would be a recommendation under the right title told, and what stands under one read?"""
    found = linked(CHAPTER)
    assert [unit.ref.number for unit in found.recommendations] == ["14.1"]
    (line,) = (line for line in found.unread if "behind the heading of their chapter" in line)
    assert line.startswith("recommendations: paragraph 12 asks") and "light the lamps" in line
    whole = linked("I. Lamps\n\n" + CHAPTER.replace("12.", "1.").replace("13.", "2.").replace("14.", "3."))
    assert not any("behind the heading" in line for line in whole.unread)
