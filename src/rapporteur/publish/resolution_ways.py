"""Ways: a `Site` in, a table out of where every IRI of ours leads; `resolution_apache` and `resolution_nginx` spell it.

A thing without a page is a place on the page of what it belongs to. Patterns say so for a whole family wherever the
words of an IRI do (``meeting/…/participation/…``); what no pattern gets right is listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from rapporteur.publish.site import Site

_ALWAYS = ("accession", "note")
_INSIDE = ("annex", "paragraph", "section")
"""What is a place on the page of a document whose text is here, and a page of its own where it is not."""
PLACES = (
    ("document", _ALWAYS),
    ("meeting", ("participation", "presentation", "statement")),
    ("organization", ("name",)),
    ("state", ("name",)),
)
"""Family → what its things show on their own page: the first step below their IRI."""


@dataclass(frozen=True)
class Ways:
    """Where every IRI leads. Paths are those of IRIs after ``id/``, percent signs undone; addresses lie below the top.

    :ivar exact: path → address of the page, for what no pattern leads to the right one.
    :ivar shown: thing with a page → paths below its own that are places on its page, beside those of `PLACES`.
    :ivar inside: documents whose text is here, with the names of their data.
    :ivar known: family → what only the authorities know of it, with its names: no page shows it, their file does.
    :ivar versions: folders of versions of the vocabulary.
    :ivar has_ontology: whether the vocabulary has a page.
    """

    exact: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, tuple[str, ...]], ...]
    inside: tuple[tuple[str, str], ...]
    known: tuple[tuple[str, tuple[str, ...]], ...]
    versions: tuple[str, ...]
    has_ontology: bool


def ways_of(site: Site, written: Iterable[str] = ()) -> Ways:
    """The table for a publication.

    :param written: its files so far, which say whether the vocabulary has a page.
    """
    files, root, places = set(written), len(site.root), site.places
    inside = {report.document[root:]: report.name for report in site.reports}
    exact: dict[str, str] = {}
    shown: dict[str, list[str]] = defaultdict(list)
    known: dict[str, dict[str, None]] = defaultdict(dict)
    for iri in places:
        path = unquote(iri[root:])
        if iri in places.moved or place_of(path, inside):
            exact[path] = places.address(iri)
    for subject in sorted({str(s) for s, _, _ in site.facts if places.is_ours(s) and s not in places}):
        path, owner = unquote(subject[root:]), places.owner(subject)
        above = unquote(owner[root:])
        if owner and owner in places.moved:
            exact[path] = places.address(subject)
        elif owner and place_of(path, inside) != above:
            shown[above].append(path[len(above) + 1 :])
        elif not owner and not path.startswith("rule/"):
            family, _, rest = path.partition("/name/")[0].partition("/")
            known[family].setdefault(rest)
    return Ways(
        exact=tuple(sorted(exact.items())),
        shown=tuple((above, tuple(rests)) for above, rests in sorted(shown.items())),
        inside=tuple(sorted(inside.items())),
        known=tuple((family, tuple(rests)) for family, rests in sorted(known.items())),
        versions=tuple(
            sorted(one[1] for path in files if (one := re.fullmatch(r"ontology/([\w.-]+)/index.html", path)))
        ),
        has_ontology="ontology/index.html" in files,
    )


def place_of(path: str, inside: Iterable[str]) -> str:
    """The path of the thing on whose page a pattern says that ``path`` is shown; "" where none does.

    >>> place_of("meeting/X/1/statement/4/ALB", ()), place_of("document/X/1/paragraph/4", ())
    ('meeting/X/1', '')
    >>> place_of("document/X/1/paragraph/4/a", ["document/X/1"])
    'document/X/1'
    """
    for document in inside:
        if path.startswith(tuple(f"{document}/{word}/" for word in _INSIDE)):
            return document
    for family, words in PLACES:
        found = re.fullmatch(rf"({family}/.+?)/(?:{'|'.join(words)})/.+", path)
        if found:
            return found[1]
    return ""


def inside_words() -> str:
    """What is a place on the page of a document whose text is here, as alternatives of a pattern."""
    return "|".join(sorted((*_INSIDE, *_ALWAYS)))
