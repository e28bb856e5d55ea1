"""Lists whose names ran together, with no sign between two of them: "Fog Signal Office Union of Island Ports".

Takes a stretch of a passage behind the words that announce a list, gives the known names in it that stand by
themselves. What lies between them may be one name or several, so it is left; who asks says that the list was not read
whole. Conversions of lists that were printed an item a line make such stretches.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.find.lists import ListPiece, piece
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import names_in
from rapporteur.model.actors import Expected
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

_MOST_WORDS = 30
"""Words of an item beyond which it is no name, but several that ran together."""
_SIGNS = " .,;:"


def ran_together(passage: Passage, pieces: Sequence[ListPiece]) -> bool:
    """Is one of the items, which nobody is known to bear, too long for a name?"""
    return any(one.name is None and len(passage.text[slice(*one.at)].split()) > _MOST_WORDS for one in pieces)


def read_side_by_side(passage: Passage, start: int, end: int, expects: Expected) -> tuple[ListPiece, ...]:
    """The known names of ``text[start:end]`` that are no part of a longer one, in reading order.

    :param expects: what the words before the list announce; a name of another kind is none of its items.
    """
    patterns = load_patterns("lists")
    kinds = {"state": ("state",), "organization": ("organization",)}.get(expects, ("state", "organization"))
    names = [name for name in names_in(passage, start, end) if name.kind in kinds]
    edges = [start, *(at for name in names for at in name.at), end]
    found = []
    for name, before, after in zip(names, edges[::2], edges[3::2], strict=False):
        inner = patterns["list/inside-name"].regex.search(passage.text[before : name.at[0]])
        goes_on = patterns["list/name-goes-on"].regex.match(passage.text[name.at[1] : after])
        single = None if inner or goes_on else piece(passage, *name.at, (name,))
        found += [single] if single is not None else []
    return tuple(found)


def read_counted(passage: Passage, start: int, end: int, count: int) -> tuple[ListPiece, ...]:
    """The first ``count`` names of ``text[start:end]``, if nothing but white space and commas divides them; else none.

    The words behind the last of them need not begin a sentence of their own: "two States: Azuria Syldavia Upon the".
    """
    names: list[NameMention] = []
    at = start
    for name in names_in(passage, start, end):
        if len(names) == count or name.kind == "instrument" or passage.text[at : name.at[0]].strip(_SIGNS):
            break
        names.append(name)
        at = name.at[1]
    if len(names) != count or not passage.text[at : at + 2].strip(_SIGNS).isupper():
        return ()
    found = [piece(passage, *name.at, (name,)) for name in names]
    return tuple(one for one in found if one is not None)
