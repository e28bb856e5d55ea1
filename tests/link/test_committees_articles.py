"""Whose are articles alone in brackets, a statement without its body, paragraphs behind "annex to resolution …"?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

FRONT = "CCPR/C/NOR/CO/9\nDistr.: General 3 March 2031\n\nConcluding observations on the ninth report of Norway\n\n"
CHAPTER = "C. Principal matters of concern and recommendations\n\n"


def cited(text: str) -> dict[str, list[str]]:
    """The quotes of a report's citations, each with its targets as written."""
    linked: LinkedReport = link_report(report_from_text(text, "x.txt"))
    found: dict[str, list[str]] = {}
    for link in linked.links:
        if link.property == "cites":
            target = link.target
            bearer = getattr(target, "instrument", None) or getattr(target, "document", None) or target
            name = getattr(bearer, "id", "") or getattr(bearer, "symbol", "")
            part = getattr(target, "part", None)
            steps = getattr(target, "steps", ()) or ((part.annex, *part.path) if part is not None else ())
            found.setdefault(" ".join(link.quote.split()), []).append(f"{name} {steps}")
    return found


@pytest.mark.parametrize(
    "words",
    [
        "It regrets that lamps are left out of the Lamps Act (Act No. 4 of 2003) (arts. 2 and 26).",
        "It regrets that the Lamps Act is seldom kept (arts. 2 and 26).",
    ],
)
def test_articles_that_close_a_concern_are_of_the_treaty_watched_over(words: str) -> None:
    """Are they no articles of a national act that the sentence names before?"""
    found = cited(FRONT + CHAPTER + f"7. {words}\n\n8. The State party should light the lamps.\n")
    assert sorted(found["arts. 2 and 26"]) == ["iccpr (('article', '2'),)", "iccpr (('article', '26'),)"]


def test_an_article_in_the_brackets_of_an_act_is_of_the_act() -> None:
    """Does an act right before the brackets keep its article?"""
    found = cited(FRONT + CHAPTER + "7. It regrets the Lamps Act (art. 2) of Norway.\n")
    assert all(not target.startswith("iccpr") for target in found.get("art. 2", []))


def test_older_observations_bear_the_code_of_the_state_last() -> None:
    """Is "CCPR/CO/81/NOR" a symbol?"""
    found = cited(FRONT + CHAPTER + "7. It recalls its concluding observations of 2004 (CCPR/CO/81/NOR).\n")
    assert found == {"CCPR/CO/81/NOR": ["CCPR/CO/81/NOR ()"]}


def test_a_statement_without_its_body_is_of_the_council_that_reports() -> None:
    """Is "PRST/8/1" no symbol of its own?"""
    front = "A/HRC/99/2\n\nReport of the Human Rights Council on its ninety-ninth session\n\n"
    found = cited(front + "1. It met in accordance with statement PRST/8/1 of 9 April 2008.\n")
    assert found == {"PRST/8/1": ["A/HRC/PRST/8/1 ()"]}


def test_paragraphs_behind_an_annexed_resolution_are_of_the_annex() -> None:
    """Is "the annex to Council resolution 5/1, paragraph 15" one thing, and no paragraph of the resolution?"""
    front = "A/HRC/99/2\n\nReport of the Human Rights Council on its ninety-ninth session\n\n"
    found = cited(front + "1. It was sent in accordance with the annex to Council resolution 5/1, paragraph 15 (a).\n")
    ((quote, targets),) = [(q, t) for q, t in found.items() if "paragraph" in q]
    assert quote == "annex to Council resolution 5/1, paragraph 15 (a)"
    assert len(targets) == 1
    assert "'15', 'a'" in targets[0] and "(''" not in targets[0]
