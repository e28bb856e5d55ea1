"""Places: an IRI → the folder, file and address in the publication where it is shown.

The page of ``…/id/state/ALB`` is ``id/state/ALB/index.html``, with its data beside it: on plain hosting the IRI leads
to its page without a rule. A thing without a page of its own is a place on the page of what it belongs to, the rest of
its IRI after ``#``: ``id/meeting/…/#participation/ALB``. What belongs to nothing with a page stands on the page of its
family, ``id/rule/#…``.

Names are safe on file systems that fold case, refuse characters, or end names early: what is outside
``A-Z a-z 0-9 . _ ~ ( ) -`` is written ``=XX``, a long name is cut and bears a hash, and of two names that differ in
case alone the second in order of code points bears a hash. `Places.moved` lists every IRI whose folder is not simply
its own path.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

_SAFE = re.compile(r"[A-Za-z0-9._~()-]")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices (Microsoft, Naming Files, Paths, and Namespaces)."""
_OURS = re.compile(r"index(?:\..*)?", re.IGNORECASE)
"""Names of what lies in a folder beside the folders of what is below it."""
LONGEST_NAME = 120
"""Characters; file systems allow 255 bytes, and archives and Windows' whole paths less."""
LONGEST_PATH = 180
"""Characters of a whole folder below the publication."""


def file_name(segment: str) -> str:
    """One step of an IRI as the name of a folder.

    >>> file_name("1450(XIV)"), file_name("a%2Fb"), file_name("con"), file_name(".."), file_name("é")
    ('1450(XIV)', 'a=2Fb', '=63on', '.=2E', '=C3=A9')
    """
    out = "".join(_escaped(part) for part in _parts(segment))
    if _DEVICE.fullmatch(out) or _OURS.fullmatch(out):
        out = f"={ord(out[0]):02X}{out[1:]}"
    if out.endswith("."):
        out = out[:-1] + "=2E"
    if not out:
        out = "="
    return out if len(out) <= LONGEST_NAME else f"{out[: LONGEST_NAME - 13]}~{_hash(segment)}"


def _parts(segment: str) -> Iterator[str]:
    """Single characters, and whole percent escapes."""
    at = 0
    while at < len(segment):
        escape = _PERCENT.match(segment, at)
        yield escape.group() if escape else segment[at]
        at = escape.end() if escape else at + 1


def _escaped(part: str) -> str:
    if part.startswith("%") and len(part) == 3:
        return f"={part[1:].upper()}"
    return part if _SAFE.fullmatch(part) else "".join(f"={byte:02X}" for byte in part.encode())


def _hash(text: str, digits: int = 12) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


class Places:
    """Where everything under one root is shown.

    :param root: what the IRIs begin with, up to and with ``id/``.
    :param own: IRIs that have a page of their own; others are places on those.
    :ivar moved: folder by IRI, for each own IRI whose folder is not ``id/`` and its own path.

    >>> places = Places("http://x/id/", ["http://x/id/state/ALB", "http://x/id/state/alb", "http://x/id/meeting/M"])
    >>> places.address("http://x/id/state/ALB"), places.address("http://x/id/meeting/M/item/1")
    ('id/state/ALB/', 'id/meeting/M/#item/1')
    >>> places.address("http://x/id/state/alb"), places.address("http://x/id/rule/treaty/name")
    ('id/state/alb~ca5c2e73/', 'id/rule/#treaty/name')
    """

    def __init__(self, root: str, own: Iterable[str]) -> None:
        self.root = root
        self._folders: dict[str, str] = {}
        taken: dict[tuple[str, str], str] = {}
        named: dict[tuple[str, ...], str] = {(): "id"}
        for iri in sorted(str(iri) for iri in own):
            if not iri.startswith(root) or iri == root:
                raise ValueError(f"{iri} is not under {root}")
            steps = tuple(iri[len(root) :].split("/"))
            for depth in range(1, len(steps) + 1):
                if steps[:depth] not in named:
                    above = named[steps[: depth - 1]]
                    named[steps[:depth]] = f"{above}/{_free(above, steps[:depth], taken)}"
            self._folders[iri] = named[steps]
        long = {iri for iri, folder in self._folders.items() if len(folder) > LONGEST_PATH}
        self._folders |= {iri: f"id/long/{_hash(iri, 32)}" for iri in long}
        self.families = tuple(sorted({iri[len(root) :].split("/")[0] for iri in self._folders}))
        self.moved = {iri: folder for iri, folder in self._folders.items() if folder != f"id/{iri[len(root) :]}"}

    def __contains__(self, iri: object) -> bool:
        return str(iri) in self._folders  # an rdflib IRI is equal to no string

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def is_ours(self, iri: str) -> bool:
        """Whether it is under our root, and so has an address here."""
        return iri.startswith(self.root) and iri != self.root

    def folder(self, iri: str) -> str:
        """The folder of an IRI that has a page, without a stroke at its end.

        :raises KeyError: if it has none.
        """
        return self._folders[str(iri)]

    def page(self, iri: str) -> str:
        """The file of its page."""
        return f"{self.folder(iri)}/index.html"

    def data(self, iri: str, ending: str) -> str:
        """The file of its own data: ``data(iri, "ttl")``, ``"jsonld"``."""
        return f"{self.folder(iri)}/index.{ending}"

    def owner(self, iri: str) -> str:
        """The IRI on whose page it is shown: itself, or the nearest above it with a page; "" for its family's page."""
        found = str(iri)
        while found not in self._folders:
            found = found.rpartition("/")[0]
            if len(found) < len(self.root):
                return ""
        return found

    def address(self, iri: str) -> str:
        """Its address from the top of the publication, with ``#`` where it stands on the page of another.

        :raises ValueError: if it is not under our root.
        """
        iri = str(iri)
        if not self.is_ours(iri):
            raise ValueError(f"{iri} is not under {self.root}")
        owner = self.owner(iri)
        if owner == iri:
            return f"{self._folders[iri]}/"
        if owner:
            return f"{self._folders[owner]}/#{iri[len(owner) + 1 :]}"
        family, _, rest = iri[len(self.root) :].partition("/")
        return f"id/{file_name(family)}/#{rest}" if rest else f"id/{file_name(family)}/"

    def fragment(self, iri: str) -> str:
        """What stands after ``#`` in its address: the ``id`` of the element that shows it; "" for a page."""
        return self.address(iri).partition("#")[2]


def _free(above: str, steps: tuple[str, ...], taken: dict[tuple[str, str], str]) -> str:
    """A name in the folder ``above`` that no other has, whatever the case of its letters."""
    name = file_name(steps[-1])
    if (above, name.casefold()) in taken:
        name = f"{name}~{_hash('/'.join(steps), 8)}"
    taken[above, name.casefold()] = steps[-1]
    return name


def relative(here: str, to: str) -> str:
    """The way from the page at ``here`` to an address, both from the top of the publication.

    >>> relative("id/state/ALB/index.html", "id/meeting/M/#item/1"), relative("index.html", "about/")
    ('../../meeting/M/#item/1', 'about/')
    """
    path, mark, fragment = to.partition("#")
    from_ = here.split("/")[:-1]
    steps = path.split("/") if path else [""]
    same = 0
    while same < min(len(from_), len(steps) - 1) and from_[same] == steps[same]:
        same += 1
    way = "../" * (len(from_) - same) + "/".join(steps[same:])
    return (way if way or mark else "./") + mark + fragment
