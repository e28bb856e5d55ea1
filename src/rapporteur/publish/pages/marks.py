"""Words with their links → HTML in which each linked phrase opens what it links to, without a script.

A phrase is a link to its own card, which shows while the pointer or the focus is on it and while it is the target of
the address. The address of a link's IRI ends in the ``id`` of its entry in the card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

GRADES = ("explicit", "context", "structure", "similar")


@dataclass
class Mark:
    """One link shown in a text.

    :ivar start: place of its words in the text shown, half-open with ``end``.
    :ivar ids: of the evidence, as they stand after ``#``; given to the first place where it is shown.
    :ivar grade: an id of `GRADES`, or "open" for what was not linked.
    :ivar card: what the card says of it.
    """

    start: int
    end: int
    ids: list[str]
    grade: str
    card: Markup
    shown: bool = field(default=False, compare=False)


def marked(
    text: str,
    marks: Sequence[Mark],
    emphasis: Iterable[tuple[int, int]] = (),
    inserts: Iterable[tuple[int, Markup]] = (),
    name: Callable[[], str] = lambda: "",
) -> Markup:
    """The text with its marks.

    :param inserts: what stands between characters: note markers, line breaks.
    :param name: gives an ``id`` for a card none of whose entries has one here.

    >>> print(marked("a <b>", [Mark(2, 5, ["x"], "explicit", Markup("c"))]))
    a <span class=w><a class=explicit href="#x">&lt;b&gt;</a><span class=c><span id="x">c</span></span></span>
    """
    italics = list(emphasis)
    put = sorted(inserts, key=lambda entry: entry[0])
    cuts = {0, len(text), *(at for at, _ in put)}
    for mark in marks:
        cuts |= {mark.start, mark.end}
    for start, end in italics:
        cuts |= {start, end}
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    out: list[str] = []
    held: list[Mark] = []
    words: list[str] = []
    at = 0
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        here = [mark for mark in marks if mark.start <= start < mark.end]
        if here != held:
            out.append(_group("".join(words), held, name))
            held, words = here, []
        while at < len(put) and put[at][0] <= start:
            out.append(_group("".join(words), held, name))
            words = []
            out.append(put[at][1])
            at += 1
        piece = str(escape(text[start:end]))
        if piece and any(first <= start < last for first, last in italics):
            piece = f"<i>{piece}</i>"
        words.append(piece)
    out.append(_group("".join(words), held, name))
    out += [insert for _, insert in put[at:]]
    return Markup("".join(out))


def _group(words: str, marks: list[Mark], name: Callable[[], str]) -> str:
    """A run of words with the same links."""
    if not marks or not words.strip():
        return words
    entries: list[str] = []
    target = ""
    for mark in marks:
        ids = [] if mark.shown else mark.ids
        mark.shown = True
        more = "".join(f'<span id="{escape(one)}"></span>' for one in ids[1:])
        own = f' id="{escape(ids[0])}"' if ids else ""
        target = target or (ids[0] if ids else "")
        entries.append(f"<span{own}>{more}{mark.card}</span>")
    own = ""
    if not target:
        target = name()
        own = f' id="{target}"'
    grades = {mark.grade for mark in marks}
    grade = "open" if "open" in grades else next((g for g in GRADES if g in grades), "explicit")
    return (
        f'<span class=w><a class={grade} href="#{escape(target)}">{words}</a>'
        f"<span class=c{own}>{''.join(entries)}</span></span>"
    )
