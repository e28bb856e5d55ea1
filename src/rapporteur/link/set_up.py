"""Bodies that a treaty set up, by their names: "Conference of the Parties to the Convention on Nets" → that Convention.

Takes the authorities, gives the treaty whose title stands in a known body's name.
"""

from __future__ import annotations

from collections.abc import Mapping

from rapporteur.authorities import Authorities
from rapporteur.model import InstrumentRef, OrganizationRef

_KNOWN: dict[int, tuple[Authorities, Mapping[OrganizationRef, InstrumentRef]]] = {}


def treaty_of_body(authorities: Authorities) -> Mapping[OrganizationRef, InstrumentRef]:
    """Body → the one treaty whose title its full name ends with; made ready once a process."""
    known = _KNOWN.get(id(authorities))
    if known is None:
        known = _KNOWN[id(authorities)] = (authorities, _read(authorities))
    return known[1]


def _read(authorities: Authorities) -> Mapping[OrganizationRef, InstrumentRef]:
    titles = [(book.title, book.ref) for book in authorities.instruments.values() if book.unit == "article"]
    found: dict[OrganizationRef, InstrumentRef] = {}
    for body in authorities.organizations.values():
        ends = [(len(title), ref) for title, ref in titles if body.label.endswith(f" {title}")]
        if ends:
            found[body.ref] = max(ends, key=lambda end: end[0])[1]
    return found
