"""Changes that a report's authors could have made: the text of a report in, a changed text out."""

from __future__ import annotations

import re


def replace_once(text: str, old: str, new: str) -> str:
    """Put ``new`` for the first ``old``; it must be there, or the change would test nothing."""
    assert old in text, f"{old!r} is not in the report"
    return text.replace(old, new, 1)


def replace_all(text: str, old: str, new: str) -> str:
    """Put ``new`` for every ``old``; it must be there."""
    assert old in text, f"{old!r} is not in the report"
    return text.replace(old, new)


def headings_without_bold(text: str) -> str:
    """Take the asterisks from headings, leave the number of ``#``."""
    changed = re.sub(r"(?m)^(#+) \*\*(.+)\*\*$", r"\1 \2", text)
    assert changed != text
    return changed


def headings_of_one_depth(text: str) -> str:
    """Give every heading two ``#``: the labels alone then say how deep it is."""
    changed = re.sub(r"(?m)^#+ ", "## ", text)
    assert changed != text
    return changed


def headings_without_signs(text: str) -> str:
    """Take ``#`` and asterisks from headings: only their labels are left."""
    changed = re.sub(r"(?m)^#+ \**(.+?)\**$", r"\1", text)
    assert changed != text
    return changed


def headings_with_dashes(text: str) -> str:
    """Put a dash for the full stop behind the label of each heading."""
    changed = re.sub(r"(?m)^(#+ \**)([IVX]+|[A-Z]|\d)\. ", r"\1\2 – ", text)
    assert changed != text
    return changed


def rewrapped(text: str, width: int = 72) -> str:
    """Break the long lines of numbered paragraphs, as an editor that wraps would."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not re.match(r"\d+\. ", line) or len(line) <= width:
            lines.append(line)
            continue
        current = ""
        for word in line.split(" "):
            if current and len(current) + 1 + len(word) > width:
                lines.append(current)
                current = word
            else:
                current = f"{current} {word}" if current else word
        lines.append(current)
    changed = "\n".join(lines)
    assert changed != text
    return changed


def notes_at_the_end(text: str) -> str:
    """Collect the notes behind the last paragraph and join the pages they stood between."""
    notes: list[str] = []
    note = r"<sup>\d+</sup> [^\n]+\n*"

    def collect(block: re.Match[str]) -> str:
        notes.extend(re.findall(r"<sup>\d+</sup> [^\n]+", block[0]))
        return "\n"

    changed = re.sub(rf"\n---\n\n(?:{note})+", collect, text)
    assert notes, "the report has no notes at the foot of its pages"
    return changed.rstrip("\n") + "\n\n---\n\n" + "\n\n".join(notes) + "\n"


def moved_paragraph(text: str, number: str, before_heading: str) -> str:
    """Take a one-line paragraph out and put it in front of a heading; its number stays."""
    match = re.search(rf"(?m)^{number}\. .+\n\n", text)
    assert match, f"paragraph {number} is not one line"
    rest = text[: match.start()] + text[match.end() :]
    assert before_heading in rest
    return rest.replace(before_heading, match[0] + before_heading, 1)
