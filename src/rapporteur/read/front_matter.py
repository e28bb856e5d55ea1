"""Front matter: the lines of keys and values between two ``---`` that a site generator reads, before a report's text.

Takes a text or bytes, gives where what stands behind it begins; says whether that is a page in HTML, as a collection of
pages keeps it in files that end in ``.md``.
"""

from __future__ import annotations

import re

_FORM = r"---[ \t]*\r?\n(?=[A-Za-z_][\w-]*:)(?:(?!---)[^\n]*\n)*?---[ \t]*(?:\r?\n|\Z)"
_TEXT = re.compile("\ufeff?" + _FORM)
_BYTES = re.compile(b"(?:\xef\xbb\xbf)?" + _FORM.encode())
_BLOCK = re.compile(rb"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
_TAG = re.compile(rb"\s*<(?:/|!--|[A-Za-z])")
_ELEMENT = re.compile(rb"</(?:p|div|span|section|article|li|td|h[1-6])>", re.IGNORECASE)
_LEAST_ELEMENTS = 10
_LEAST_SHARE = 0.9


def front_matter_end(data: str | bytes) -> int:
    """How many characters or bytes of front matter a file begins with; 0 for none.

    >>> front_matter_end("---\\ntitle: Ports\\n---\\n# Ports\\n"), front_matter_end(b"---\\n1. The Board met.\\n---\\n")
    (21, 0)
    """
    match = _TEXT.match(data) if isinstance(data, str) else _BYTES.match(data)
    return match.end() if match else 0


def is_page(data: bytes) -> bool:
    """Are bytes without front matter a page in HTML: nearly all that stands between blank lines begins with a tag?"""
    if len(_ELEMENT.findall(data)) < _LEAST_ELEMENTS:
        return False
    blocks = [block for block in _BLOCK.split(data) if block.strip()]
    tagged = sum(len(block) for block in blocks if _TAG.match(block))
    return tagged >= _LEAST_SHARE * sum(map(len, blocks))
