"""Refusals: is a report in another language, or a file with two reports, refused with what to do?"""

from __future__ import annotations

import pytest

from rapporteur.errors import UnusableInput
from rapporteur.read import report_from_text
from rapporteur.read.languages import language_of, other_languages

ENGLISH = "The Board noted that the keepers of the lights were asked to report to it by the end of the year. "
FRENCH = (
    "Le Conseil a noté que les gardiens des phares ont été priés de lui rendre compte dans les délais pour une fois. "
)
SPANISH = (
    "La Junta observó que los guardianes de los faros habían sido invitados por el Consejo y las Partes para el año. "
)
RUSSIAN = "Совет отметил, что хранителям маяков было предложено представить ему доклад до конца года. "
ARABIC = "لاحظ المجلس أن حراس المنارات طلب إليهم أن يقدموا تقريرا قبل نهاية السنة. "
CHINESE = "委员会注意到，已请灯塔管理员在年底前向其提交报告。"


def _report(sentence: str) -> str:
    return "\n\n".join(f"{number}. {sentence * 4}" for number in range(1, 9))


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (FRENCH, "French"),
        (SPANISH, "Spanish"),
        (RUSSIAN, "Russian or another language in Cyrillic letters"),
        (ARABIC, "Arabic"),
        (CHINESE, "Chinese or Japanese"),
    ],
)
def test_a_report_in_another_language_is_refused_by_its_name(sentence: str, language: str) -> None:
    """Is a report that is not in English refused, its language named, with what to do?"""
    with pytest.raises(UnusableInput) as fault:
        report_from_text(_report(sentence), "board.md")
    assert fault.value.seen == f"A text in {language}."
    assert "English version" in fault.value.remedy


def test_an_english_report_with_foreign_names_is_read() -> None:
    """Do titles in French inside an English report leave it readable?"""
    text = _report(ENGLISH) + "\n\n9. " + FRENCH * 3
    assert language_of(text) == "English"
    assert len(report_from_text(text, "board.md").paragraphs) == 9


@pytest.mark.parametrize(
    ("sentence", "language"),
    [(FRENCH, "French"), (SPANISH, "Spanish"), (RUSSIAN, "Russian or another language in Cyrillic letters")],
)
def test_a_report_half_of_which_is_in_another_language(sentence: str, language: str) -> None:
    """Is said how much of an English report is not in English, in which language, and in which lines?"""
    english = [f"{number}. {ENGLISH * 8}" for number in range(1, 7)]
    other = [f"{number}. {sentence * 6}" for number in range(7, 11)]
    report = report_from_text("\n\n".join([*english, *other, f"11. {ENGLISH * 8}"]), "board.md")
    finding = next(f for f in report.findings if f.code == "other-language")
    share = round(100 * sum(map(len, other)) / len(report.source.text))
    assert finding.where == "board.md, line 13"
    assert f"is in {language}: lines 13 to 20; the first begins “7. " in finding.seen
    assert abs(int(finding.seen.split()[1]) - share) <= 1


def test_titles_and_names_in_another_language_are_no_such_part() -> None:
    """Is nothing said of a title, of a list of names, or of two sentences in French?"""
    names = "Ministerio de Justicia y Paz de la Isla; Luis de la Vega y Toro; Dos Santos e Silva; " * 12
    text = f"{ENGLISH * 8}\n\n{FRENCH * 2}\n\n{ENGLISH * 8}\n\n{names}\n\n{ENGLISH * 8}"
    assert other_languages(text) == ()


def test_too_few_words_are_not_judged() -> None:
    """Is a short text, of which no language can be told, left alone?"""
    assert language_of("Le Conseil") == ""
    assert len(report_from_text("1. Le Conseil.\n", "board.md").paragraphs) == 1


def _document(symbol: str, title: str) -> str:
    head = f"{symbol}\n\nDistr.: General\n\n3 March 2031\n\n# {title}\n\n## I. Introduction\n\n"
    return head + "\n\n".join(f"{number}. {ENGLISH}" for number in range(1, 4))


def test_two_reports_in_one_file_are_refused_with_the_line_of_the_second() -> None:
    """Is a file that holds two reports refused, both named, with the line where to cut it?"""
    first = _document("LB/2031/4", "Report of the Lighthouse Board")
    text = first + "\n\n" + _document("LB/2032/4", "Report of the Lighthouse Board")
    with pytest.raises(UnusableInput) as fault:
        report_from_text(text, "boards.md")
    line = text.count("\n", 0, text.rindex("Distr.")) + 1
    assert fault.value.seen == f"Two documents in one file: LB/2031/4, and from line {line} LB/2032/4."
    assert fault.value.where == f"boards.md, line {line}"


def test_a_document_reproduced_in_an_annex_is_no_second_report() -> None:
    """Is a report that reproduces another document in an annex read as one?"""
    text = _document("LB/2031/4", "Report of the Lighthouse Board") + "\n\n## Annex I\n\n"
    text += _document("LB/2030/9", "Letter of the keeper")
    assert len(report_from_text(text, "board.md").paragraphs) == 6


def test_a_second_report_behind_the_annex_of_the_first_is_refused() -> None:
    """Is a file refused whose second report, with its whole masthead, follows an annex of the first?"""
    first = _document("LB/2031/4", "Report of the Lighthouse Board") + "\n\n## Annex I\n\nThe keepers came.\n\n"
    second = _document("LB/2032/4", "Report of the Lighthouse Board").replace("2031\n", "2032\n\nOriginal: English\n")
    with pytest.raises(UnusableInput) as fault:
        report_from_text(first + second, "boards.md")
    assert "LB/2031/4" in fault.value.seen and "LB/2032/4" in fault.value.seen


def test_a_symbol_repeated_on_each_page_is_no_second_report() -> None:
    """Does the same masthead printed again leave the report one?"""
    text = _document("LB/2031/4", "Report of the Lighthouse Board") + "\n\nLB/2031/4\nDistr.: General\n\n4. " + ENGLISH
    assert len(report_from_text(text, "board.md").paragraphs) == 4


NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def _minutes(opening: str = "The Board of Lamps saw") -> str:
    told = (f"{opening} the {which} lighthouse of the coast and found its lamp to be lit." for which in NUMBERS)
    return "## I. Opening\n\n" + "\n\n".join(f"{number}. {words}" for number, words in enumerate(told, start=1))


@pytest.mark.parametrize("between", ["\n\n", "\n\n## Annex\n\n", "\n", "\n\n# Minutes of the Board\n\n"])
def test_one_report_twice_in_a_file_is_refused_in_one_sentence(between: str) -> None:
    """Is a file that holds one report twice refused with the line, without a symbol, whatever stands between?"""
    text = "# Minutes of the Board\n\n" + _minutes() + between + _minutes()
    with pytest.raises(UnusableInput) as fault:
        report_from_text(text, "boards.md")
    line = text[: text.rindex("The Board of Lamps saw the first")].count("\n") + 1
    assert fault.value.seen == f"The same report twice in one file: from line {line} its words come again."
    assert fault.value.remedy.startswith("Cut the file there")


def test_a_second_document_behind_one_without_a_symbol_is_refused() -> None:
    """Is it named with the line where it begins, though the first masthead prints no symbol?"""
    first = _document("", "Report of the Lighthouse Board")
    first += "".join(f"\n\n{number}. On day {number} the Board saw lamp {number}. {ENGLISH}" for number in range(4, 9))
    with pytest.raises(UnusableInput) as fault:
        report_from_text(first + "\n\n" + _document("LB/2032/4", "Report of the Reef Board"), "boards.md")
    assert fault.value.seen.startswith("Two documents in one file: one without a symbol, and from line ")


def test_lines_that_a_report_repeats_leave_it_one() -> None:
    """Is a report read that uses one form of words again and again, and repeats some of its lines in a row?"""
    said = "The Board took note of the report of the keepers on the lamps of the coast."
    told = [*NUMBERS, *NUMBERS[:3], *(f"{tens}-{which}" for tens in ("twenty", "thirty") for which in NUMBERS)]
    text = "\n\n".join(f"{n}. The Board saw the {which} lamp. {said}" for n, which in enumerate(told, start=1))
    assert len(report_from_text(text, "board.md").paragraphs) == 24


def test_the_same_document_again_with_other_words_is_refused() -> None:
    """Is a second version of a document refused, under the symbol of the first?"""
    head = "LB/2031/4\n\nDistr.: General\n\nOriginal: English\n\n# Minutes of the Board\n\n"
    text = head + _minutes() + "\n\n" + head + _minutes("On 3 May it visited")
    with pytest.raises(UnusableInput) as fault:
        report_from_text(text, "boards.md")
    assert fault.value.seen.startswith("Two documents in one file: LB/2031/4, and from line ")
    assert fault.value.seen.endswith(" LB/2031/4 again.")


def test_numbers_that_begin_anew_are_said_once() -> None:
    """Is one sentence said of a second document without symbol and masthead, not one a paragraph?"""
    report = report_from_text(_minutes() + "\n\n" + _minutes("On 3 May it visited"), "boards.md")
    found = [f for f in report.findings if f.code == "repeated-number"]
    assert [f.seen for f in found] == ["From paragraph 1 on, 7 numbers in a row were there before."]
    assert "cut the file" in found[0].remedy and len(report.paragraphs) == 14
