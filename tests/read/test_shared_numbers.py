"""Is a row of answers that bears several numbers one paragraph, its numbers no words, and are none of them missing?"""

from __future__ import annotations

from rapporteur.read import coverage, report_from_text

TEXT = """Report of the Board on Lamps: answers of Azuria

            1.                 Azuria accepts the recommendation.
            2., 3., 4.         Azuria accepts these recommendations. The lamps of all its ports
                               are lit.
            5.                 Azuria accepts the recommendation.
            6., 7., 9.,        Azuria notes these recommendations and already has horns.
            10., 11.
            8.                 Azuria accepts the recommendation.
            12., 13., 14.,     Azuria refers, in the light of what the court said, to the
            15., 16.           decision of 1963 on oil.
            17.                Azuria accepts the recommendation.
            19.                Azuria does not accept the recommendation.
"""


def test_numbers_that_one_paragraph_bears() -> None:
    """Are they its label on both lines, said in a warning, and is only 18 missing?"""
    report = report_from_text(TEXT, "answers.txt")
    assert [paragraph.number for paragraph in report.paragraphs] == ["1", "2", "5", "6", "8", "12", "17", "19"]
    words = {paragraph.number: paragraph.body.text for paragraph in report.paragraphs}
    assert words["2"] == "Azuria accepts these recommendations. The lamps of all its ports are lit."
    assert words["6"] == "Azuria notes these recommendations and already has horns."
    assert words["12"] == "Azuria refers, in the light of what the court said, to the decision of 1963 on oil."
    assert not coverage(report).left_over
    assert [finding.seen for finding in report.findings if finding.code == "shared-number"] == [
        "Paragraph 2 bears further numbers: 3 to 4.",
        "Paragraph 6 bears further numbers: 7, 9 to 11.",
        "Paragraph 12 bears further numbers: 13 to 16.",
    ]
    missing = [finding.seen for finding in report.findings if finding.code == "missing-number"]
    assert missing == ["Paragraph 19 follows paragraph 17; no paragraph 18."]


def test_numbers_at_the_head_of_a_line_that_are_words() -> None:
    """Do numbers on the line below a paragraph with one number stay its words?"""
    report = report_from_text(TEXT.replace("6., 7., 9.,", "6.         "), "answers.txt")
    assert "10., 11." in {p.number: p.body.text for p in report.paragraphs}["6"]


IN_WORDS = """Report of the Board on Lamps: answers of Azuria

1. Azuria accepts the recommendation.

2., 3. and 4. Azuria accepts these recommendations.

5-7. Azuria notes them, as it did in the years
8-10. The lamps are lit.

8. – 10. Azuria accepts these recommendations.

11 and 12. Azuria notes these recommendations.

13, 14 and 16. Azuria notes these recommendations.

15. Azuria accepts the recommendation.

17. to 19. Azuria accepts these recommendations.

2031-2033. The lamps of these years are lit.

20. Azuria accepts the recommendation.
"""


def test_numbers_in_words_and_ranges() -> None:
    """Are "2., 3. and 4.", "5-7." and "17. to 19." labels too, though not in the midst of a sentence, nor years?"""
    report = report_from_text(IN_WORDS, "answers.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "5", "8", "11", "13", "15", "17", "20"]
    words = {paragraph.number: paragraph.body.text for paragraph in report.paragraphs}
    assert words["2"] == "Azuria accepts these recommendations."
    assert words["5"] == "Azuria notes them, as it did in the years 8-10. The lamps are lit."
    assert words["17"].endswith("2031-2033. The lamps of these years are lit.")
    assert not coverage(report).left_over
    assert {finding.code for finding in report.findings} == {"shared-number"}
    assert report.findings[-1].seen == "Paragraph 17 bears further numbers: 18 to 19."
