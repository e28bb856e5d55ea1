"""Front matter: the lines of keys and values between two ``---`` that a site generator reads, before a report's text.

Takes a text or bytes, gives where what stands behind it begins, and what it says of the report; says whether the rest
is a page in HTML, as a collection of pages keeps it in files that end in ``.md``.
"""

from __future__ import annotations

import re
from datetime import date

from rapporteur.model import Record

_FORM = r"---[ \t]*\r?\n(?=[A-Za-z_][\w-]*:)(?:(?!---)[^\n]*\n)*?---[ \t]*(?:\r?\n|\Z)"
_TEXT = re.compile("\ufeff?" + _FORM)
_BYTES = re.compile(b"(?:\xef\xbb\xbf)?" + _FORM.encode())
_BLOCK = re.compile(rb"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
_TAG = re.compile(rb"\s*<(?:/|!--|[A-Za-z])")
_ELEMENT = re.compile(rb"</(?:p|div|span|section|article|li|td|h[1-6])>", re.IGNORECASE)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(\S[^\r\n]*(?:\r?\n[ \t]+[^\s-][^\r\n]*)*)", re.MULTILINE)
_QUOTED = re.compile(r"""(["'])(.*)\1""", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T ]|\Z)")
_DATES = ("issued", "date", "published", "expression_date")
"""Keys under which a day of issue stands, the one that counts first; the last is that of legal texts on the web."""
_LEAST_ELEMENTS = 10
_LEAST_SHARE = 0.9


def front_matter_end(data: str | bytes) -> int:
    """How many characters or bytes of front matter a file begins with; 0 for none.

    >>> front_matter_end("---\\ntitle: Ports\\n---\\n# Ports\\n"), front_matter_end(b"---\\n1. The Board met.\\n---\\n")
    (21, 0)
    """
    match = _TEXT.match(data) if isinstance(data, str) else _BYTES.match(data)
    return match.end() if match else 0


def front_matter_record(data: str | bytes) -> Record:
    """What front matter says of the report behind it: title, symbol, day of issue. Only plain values are read.

    >>> front_matter_record("---\\ntitle: 'Ports\\n  and harbours'\\ndate: 2031-05-06\\n---\\n").title
    'Ports and harbours'
    """
    head = data[: front_matter_end(data)]
    words = head if isinstance(head, str) else head.decode("utf-8", "replace")
    said = {match[1].lower(): _plain(match[2]) for match in _ENTRY.finditer(words)}
    days = (match[0] for key in _DATES if (match := _DAY.match(said.get(key, ""))))
    return Record(title=said.get("title"), symbol=said.get("symbol"), issued=next(filter(None, map(_day, days)), None))


def _plain(value: str) -> str:
    words = " ".join(value.split())
    quoted = _QUOTED.fullmatch(words)
    return quoted[2].replace("''", "'") if quoted else words


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def is_page(data: bytes) -> bool:
    """Are bytes without front matter a page in HTML: nearly all that stands between blank lines begins with a tag?"""
    if len(_ELEMENT.findall(data)) < _LEAST_ELEMENTS:
        return False
    blocks = [block for block in _BLOCK.split(data) if block.strip()]
    tagged = sum(len(block) for block in blocks if _TAG.match(block))
    return tagged >= _LEAST_SHARE * sum(map(len, blocks))
