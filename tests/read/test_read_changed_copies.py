"""Does a report that is typeset in another way still say the same?"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest
from read_cases import MAIN, PORTS, shape

from rapporteur.read import coverage, report_from_text

Change = Callable[[str], str]


def wrapped(width: int, hyphens: bool) -> Change:
    def change(text: str) -> str:
        return "\n".join(
            textwrap.fill(line, width, break_long_words=False, break_on_hyphens=hyphens) if len(line) > width else line
            for line in text.split("\n")
        )

    return change


def sub(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    return lambda text: re.sub(pattern, new, text, flags=re.MULTILINE)


def collected(after: str, note: str = r"<sup>\1</sup> \2", between: str = "\n\n") -> Change:
    """Take the notes and their rules out, and put them behind ``after`` at the end."""

    def change(text: str) -> str:
        found = re.findall(r"^<sup>(\d+)</sup> (.*)$", text, re.MULTILINE)
        body = re.sub(r"^---\n+(?=<sup>)", "", text, flags=re.MULTILINE)
        body = re.sub(r"^<sup>\d+</sup> .*\n+", "", body, flags=re.MULTILINE)
        lines = [note.replace(r"\1", number).replace(r"\2", words) for number, words in found]
        return body.rstrip() + after + between.join(lines) + "\n"

    return change


def carets(text: str) -> str:
    text = re.sub(r"^<sup>(\d+)</sup>", r"[^\1]:", text, flags=re.MULTILINE)
    return re.sub(r"<sup>([\d,]+)</sup>", lambda m: "".join(f"[^{n}]" for n in m[1].split(",")), text)


def raised_digits(text: str) -> str:
    digits = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    return re.sub(r"<sup>([\d,]+)</sup>", lambda m: m[1].translate(digits), text)


CHANGES: dict[str, Change] = {
    "wrapped at 60": wrapped(60, hyphens=False),
    "wrapped at 72, words broken at hyphens": wrapped(72, hyphens=True),
    "wrapped at 100": wrapped(100, hyphens=False),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "headings not bold": sub(r"^(#+ )\*\*(.*)\*\*$", r"\1\2"),
    "all headings bold": sub(r"^(#+ )\*?\*?(.*?)\*?\*?$", r"\1**\2**"),
    "one # each": sub(r"^#+ ", "# "),
    "six # each": sub(r"^#+ ", "###### "),
    "no # at all": sub(r"^#+ ", ""),
    "plain headings": sub(r"^#+ \*?\*?(.*?)\*?\*?$", r"\1"),
    "plain wrapped headings": lambda t: wrapped(64, hyphens=False)(sub(r"^#+ \*?\*?(.*?)\*?\*?$", r"\1")(t)),
    "notes at the end after a rule": collected("\n\n---\n\n"),
    "notes at the end without a rule": collected("\n\n"),
    "notes at the end, line by line": collected("\n\n---\n\n", between="\n"),
    "notes at the end under a heading": collected("\n\n## Notes\n\n", note=r"\1. \2"),
    "notes at the end under a bare heading": collected("\n\nNotes\n\n", between="\n"),
    "notes at the end with bare numbers": collected("\n\n---\n\n", note=r"\1 \2"),
    "notes at the end, wrapped": lambda text: wrapped(70, hyphens=False)(collected("\n\n---\n\n")(text)),
    "notes of pandoc": carets,
    "notes with raised digits": raised_digits,
    "notes with raised digits at the end": lambda text: raised_digits(collected("\n\n---\n\n")(text)),
    "dashes behind labels": sub(r"^(#+ \**)([IVX]+|[A-Z]|\d)\. ", r"\1\2 – "),
    "escaped numbers": sub(r"^(\d+)\.", r"\1\\."),
    "bold numbers": sub(r"^(\d+)\. ", r"**\1.** "),
    "no bullets": sub(r"^  - \(", "("),
    "bullets before letters": sub(r"^\(([a-z]+)\)", r"- (\1)"),
    "list lines apart": sub(r"\n(?=\d\. |  - )", "\n\n"),
    "indented": sub(r"^(?=.)", "    "),
    "white space at the end": sub(r"$", "  "),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "underscores for italics": sub(r"(?<!\*)\*([^*\n]+)\*(?!\*)", r"_\1_"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("which", ["the bundled report", "an invented report"])
def test_the_same_words_in_another_dress(name: str, which: str) -> None:
    """Does this change of markup or line breaks leave outline, texts, items, notes and emphasis as they were?"""
    text = MAIN.read_text("utf-8") if which == "the bundled report" else PORTS
    changed = CHANGES[name](text)
    if not (which == "an invented report" and name in ("headings not bold", "wrapped at 100")):
        assert changed != text, "the change did nothing"
    before, after = report_from_text(text, "report.md"), report_from_text(changed, "report.md")
    assert shape(after) == shape(before)
    assert coverage(after).complete


def test_the_changes_are_counted() -> None:
    """Are all 32 changes there?"""
    assert len(CHANGES) == 32


def test_a_raised_digit_that_no_note_bears_is_text() -> None:
    """Do a unit of area and a power stay words of the text?"""
    report = report_from_text("1. A port of 3 m² and 10³ tons.\n\n2. It closed.¹\n\n¹ See A/1.\n", "units.md")
    assert report.paragraphs[0].body.text == "A port of 3 m² and 10³ tons."
    assert [(note.number, note.body.text) for note in report.footnotes] == [("1", "See A/1.")]


def test_other_numbers_follow() -> None:
    """If every paragraph number is raised by 200, do the paragraphs take the new numbers and lists keep theirs?"""
    text = MAIN.read_text("utf-8")
    agenda = text.index("1. Organizational"), text.index("#### **C. Attendance")

    def raised(match: re.Match[str]) -> str:
        inside = agenda[0] <= match.start() < agenda[1]
        return match[0] if inside else f"{int(match[1]) + 200}. "

    report = report_from_text(re.sub(r"(?m)^(\d+)\. ", raised, text), "report.md")
    assert [p.number for p in report.paragraphs] == [str(n) for n in range(201, 316)]
    assert len(report.paragraph_by_number["267"].items) == 10
    assert [f.severity for f in report.findings] == ["warning"]


def test_an_agenda_longer_than_the_paragraph_number() -> None:
    """Is item 4 of an agenda in paragraph 3 an item, and the paragraph 4 after it a paragraph?"""
    tight = (
        "3. The agenda was:\n\n1. Opening.\n2. Ports.\n3. Fees.\n4. Closing.\n\n4. The Committee met.\n\n5. It ended.\n"
    )
    for text in (tight, tight.replace("\n", "\n\n")):
        report = report_from_text(text, "agenda.md")
        assert [p.number for p in report.paragraphs] == ["3", "4", "5"]
        assert [i.path for i in report.paragraphs[0].items] == [("1",), ("2",), ("3",), ("4",)]
