"""Changes of any report's text, whatever it says: lines, spaces, dashes, quotation marks, line ends, pages.

Each takes a text and gives another that a reader would call the same report; where a text gives no occasion, it comes
back as it was, and a test says over how many specimens a change did something.
"""

from __future__ import annotations

import re

from rapporteur.model import Span

_STARTS = re.compile(r"\s*$|\d+(?:\.\d+)*\.\s|\([a-z]+\)\s|#|---|<sup>|\s|\*\*")
"""How a line of Markdown begins that opens something: only such a line may not be joined to the one before it."""


def with_hard_spaces(text: str) -> str:
    """A no-break space for each space between two words of a line."""
    return re.sub(r"(?<=[^\s#.)]) (?=[^\s])", "\u00a0", text)


def with_crlf(text: str) -> str:
    """Line ends as Windows writes them."""
    return text.replace("\n", "\r\n")


def with_plain_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes for curly ones."""
    return text.translate(str.maketrans("“”’‘", "\"\"''"))


def with_en_dashes(text: str) -> str:
    """An en dash for the hyphen of a range of paragraphs: "paras. 9-11", "Add.1-2"."""
    return re.sub(r"(?<=[. ]\d)-(?=\d+[);,.])", "–", text)


def with_hyphens(text: str) -> str:
    """A hyphen for the en dash of a range of numbers."""
    return re.sub(r"(?<=\d)–(?=\d)", "-", text)


def rewrapped_to(width: int) -> object:
    """A change that breaks the lines of Markdown paragraphs at another width."""

    def rewrap(text: str) -> str:
        blocks = re.split(r"(\n(?:[ \t]*\n)+)", text)
        return "".join(
            block if i % 2 or not _is_prose(block) else _wrapped(block, width) for i, block in enumerate(blocks)
        )

    rewrap.__name__ = f"rewrapped_to_{width}"
    return rewrap


def _is_prose(block: str) -> bool:
    first, *more = block.split("\n")
    return len(block) > 60 and not first.startswith(("#", "---", "<")) and not any(_STARTS.match(line) for line in more)


def _wrapped(block: str, width: int) -> str:
    lines: list[str] = []
    for word in block.split():
        if lines and (len(lines[-1]) + 1 + len(word) <= width or _STARTS.match(word + " ")):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def with_page_turns(text: str) -> str:
    """In Markdown a rule, as the turn of a page leaves one, behind every second numbered paragraph."""
    return re.sub(r"(?m)^(\d*[02468]\. (?:[^\n]+\n)+)\n(?=\d+\. |#)", r"\1\n---\n\n", text)


def without_furniture(text: str) -> str:
    """In a text on pages no form feeds, running heads and page numbers."""
    front, *pages = text.split("\f")
    kept = [page.split("\n", 2)[-1].rstrip().rpartition("\n")[0].rstrip() for page in pages]
    return front.rstrip().rpartition("\n")[0] + "\n\n" + "\n\n".join(kept) + "\n" if pages else text


def with_other_pages(text: str, lines: int = 19) -> str:
    """In a text on pages other pages: each so many lines long, with the running head of the old ones and its number."""
    front, *pages = text.split("\f")
    if not pages:
        return text
    head = pages[0].split("\n", 1)[0].strip()
    body = without_furniture(text).split("\n")[front.count("\n") :]
    made = [front]
    for number, start in enumerate(range(0, len(body), lines), 2):
        page = [head.rjust(80 if number % 2 else 14), "", *body[start : start + lines], ""]
        made.append("\n".join([*page, str(number).rjust(80 if number % 2 else 5)]))
    return "\n\f".join(made) + "\n"


def put(text: str, spans: list[Span], words: list[str]) -> str:
    """Other words in the places of a text; the places must not overlap."""
    for span, new in sorted(zip(spans, words, strict=True), key=lambda pair: pair[0].start, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text
