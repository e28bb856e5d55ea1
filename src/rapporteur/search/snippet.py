"""A part's words and where hits stand in them in; the stretch worth showing out, with the hits in it."""

from __future__ import annotations

import re

from rapporteur.search.plan import CLOSED, OPENED

WIDTH = 240
"""Characters of a snippet, about."""

_SIGN = re.compile(f"[{OPENED}{CLOSED}]")
Spans = list[tuple[int, int]]


def marked_spans(text: str) -> Spans:
    """Where marked words stood before they were marked.

    >>> marked_spans("on \\x02child\\x03 labour")
    [(3, 8)]
    """
    at = [match.start() - turn for turn, match in enumerate(_SIGN.finditer(text))]
    return list(zip(at[::2], at[1::2], strict=True))


def snippet_of(text: str, spans: Spans) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of ``text`` that holds most different words found, cut between words, and where they stand in it.

    >>> snippet_of("on child labour", [(3, 8)])
    ('on child labour', ((3, 8),))
    """
    spans = _joined(spans)
    begin = 0
    if len(text) > WIDTH and spans:
        best = max(
            (start for start, _ in spans),
            key=lambda at: (
                len({text[a:b].casefold() for a, b in spans if at <= a and b <= at + WIDTH - 40}),
                -at,
            ),
        )
        begin = _between(text, min(max(0, best - 40), max(0, len(text) - WIDTH)))
    end = len(text) if len(text) - begin <= WIDTH + 20 else _between(text, begin + WIDTH)
    end = max([end, *(b for a, b in spans if a < end <= b and a >= begin)])
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    shown = text[begin:end]
    cut = len(shown) - len(shown.lstrip())
    move = len(before) - begin - cut
    marks = tuple((a + move, b + move) for a, b in spans if begin + cut <= a and b <= end)
    return before + shown.strip() + after, marks


def _joined(spans: Spans) -> Spans:
    """Spans in order, those that overlap made one."""
    joined: Spans = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _between(text: str, at: int) -> int:
    """The nearest place at or before ``at`` where no word is cut; ``at`` itself in a word without end."""
    if at <= 0:
        return 0
    back = text.rfind(" ", max(0, at - 60), at)
    return back if back >= 0 else at
