"""What was drawn of each report, and which things stand in it, so that other pages can lead there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from rdflib import URIRef

from rapporteur.publish.site import PublishedReport

if TYPE_CHECKING:
    from rapporteur.publish.pages.here import Here

FOLDER = "pictures/"
WHOLE = "everything"
_FIRST = 12
"""Reports in whose pictures a thing is said to stand; of hundreds of reports some things stand in nearly all."""
_IN_AN_IRI = ":/?@!$&'()*+,;=~-._"
"""What the fragment of an address may hold as it is (RFC 3986, section 3.5)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture.

    :ivar path: of its file.
    :ivar name: in a word or three, as the projection is called.
    :ivar told: what its things and lines are and how many; of a figure what one who does not see it should be told.
    """

    path: str
    name: str
    title: str
    told: str


@dataclass
class Pictures:
    """What was drawn.

    :ivar networks: the pictures of each report's networks, by its name; ``figures`` the same of its figures.
    :ivar seen: the reports, by their names, in whose picture of everything a thing can be found.
    """

    networks: dict[str, list[Drawn]] = field(default_factory=dict)
    figures: dict[str, list[Drawn]] = field(default_factory=dict)
    seen: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def folder(self, report: PublishedReport) -> str:
        """Where a report's pictures are shown; "" where there are none."""
        there = self.networks.get(report.name) or self.figures.get(report.name)
        return f"{FOLDER}{report.name}/" if there else ""

    def of(self, here: Here, iri: URIRef) -> list[tuple[str, str]]:
        """The reports in whose network a thing stands, with the way to it there."""
        names = {report.name: report.symbol or report.title for report in here.pages.site.reports}
        fragment = quote(str(iri), safe=_IN_AN_IRI)
        return [
            (names[name], f"{here.to(f'{FOLDER}{name}/{WHOLE}.html')}#{fragment}")
            for name in self.seen.get(str(iri), ())[:_FIRST]
        ]
