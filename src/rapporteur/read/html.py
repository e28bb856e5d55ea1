"""The HTML adapter: the bytes of a page, or of an Akoma Ntoso file, → its `Layout`.

The text as read is composed by `rapporteur.read.blocks` from the words that a reader of the page sees: headings, list
numbers that a browser counts, tables row by row, notes. Offsets count that text, not the source: what leads back to the
source is `Line.anchor`, the ``eId`` or ``id`` of the element around a line. Scripts are never run and give no words;
neither does what is hidden or marked as deleted. Navigation and what stands outside the main part are page furniture.
"""

from __future__ import annotations

from rapporteur.errors import UnusableInput
from rapporteur.read.blocks import compose
from rapporteur.read.grids import set_aside_contents
from rapporteur.read.html_arrows import with_arrow_notes
from rapporteur.read.html_notes import find_notes
from rapporteur.read.html_source import End, Start, read_source
from rapporteur.read.html_walk import PageWalk
from rapporteur.read.layout import Layout


def lay_out(data: bytes, name: str) -> Layout:
    """The layout of a page. Linear in its length.

    :param name: the file, for messages.
    :raises UnusableInput: if its encoding is unknown, it is nested without end, or it holds no words.
    """
    events = read_source(data, name)
    walk = PageWalk(find_notes(events()))
    for place, event in enumerate(events()):
        if isinstance(event, Start):
            walk.start(place, event)
        elif isinstance(event, End):
            walk.end()
        else:
            walk.words(event)
    blocks = with_arrow_notes(walk.blocks())
    if all(block.blank or block.furniture for block in blocks):
        raise UnusableInput(
            "A page without any words of a report.",
            where=name,
            expected="an HTML page that holds the text of the report.",
            remedy="If a script fills the page, open it in a browser and save it from there.",
        )
    set_aside_contents(blocks)
    return compose(blocks)
