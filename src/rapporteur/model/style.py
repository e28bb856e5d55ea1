"""House style: how one family of reports writes, as far as reading and linking must know.

`rapporteur.patterns.styles` makes these from data files; a `Report` carries the one it was read under.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """The house style of one family of documents.

    :ivar id: the name of its data file: "universal-periodic-review".
    :ivar label: the family in one line.
    :ivar specimens: symbols or titles of the documents it was read against.
    :ivar unverified: why it counts as unverified, "" where it was read against documents of its family.
    :ivar ways: what is recorded → how: ("statements", ("sentence", "speaker-paragraph")).
    :ivar names: short name → id of the entity it stands for in this family: ("the Convention", "instrument/unfccc").
    :ivar path: its data file, "" for none.
    """

    id: str
    label: str
    specimens: tuple[str, ...] = ()
    unverified: str = ""
    ways: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    path: str = ""

    def does(self, what: str, way: str) -> bool:
        """Does the family record ``what`` in this way?

        >>> Style("x", "X", ways=(("statements", ("sentence",)),)).does("statements", "sentence")
        True
        """
        return way in dict(self.ways).get(what, ())


GENERIC = Style("generic", "Any report of an intergovernmental meeting")
"""The style of a text about which nothing is known."""


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """A style with the reasons it was chosen for.

    :ivar reasons: one sentence each, in the order of the style's file.
    :ivar rivals: ids of other styles that fitted, best first.
    :ivar fits: is it recognised, or no other one? Of one that was forced on another family's report it is not.
    """

    style: Style
    reasons: tuple[str, ...]
    rivals: tuple[str, ...] = ()
    fits: bool = True


NO_CHOICE = StyleChoice(GENERIC, ())
"""Of a text that nobody looked at for its style."""
