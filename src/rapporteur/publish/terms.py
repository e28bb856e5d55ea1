"""The terms under which a publication is given away: who publishes, under which licence, on which day.

What the caller did not say is taken from what is there: the licence from the ontology, the day from the newest thing in
it, so that the same input gives the same bytes whatever the clock says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rdflib import URIRef

from rapporteur.errors import UnusableInput
from rapporteur.graph.vocabulary import DCTERMS, OWL
from rapporteur.publish.facts import Facts

CODE_LICENCE = "http://spdx.org/licenses/Apache-2.0"
"""The licence of the program, as pyproject.toml says it, which is not that of the data."""
CODE_LICENCE_NAME = "Apache License 2.0"
KNOWN_LICENCES = {
    "creativecommons.org/licenses/by/4.0": ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
    "creativecommons.org/publicdomain/zero/1.0": ("Creative Commons Zero 1.0 Universal", "CC0-1.0"),
}
"""Name and SPDX identifier (https://spdx.org/licenses/) by address, without scheme and final stroke."""
RIGHTS = (
    "The licence is that of the data: the links, the structure, the tables of authorities and the vocabulary. The "
    "words quoted from a report are those of whoever issued it, whose rights in them stay as they are."
)


@dataclass(frozen=True, slots=True)
class PublishingTerms:
    """Who, under what, when.

    :ivar licence: address of the licence of the data.
    :ivar day: when it was published, as ``2031-05-06``.
    :ivar day_said: whether the caller said the day; else it is that of the newest thing in the publication.
    """

    publisher: str
    licence: str
    day: str
    day_said: bool

    @property
    def licence_name(self) -> str:
        """The name of the licence, its address where it is none of `KNOWN_LICENCES`."""
        return KNOWN_LICENCES.get(_bare(self.licence), (self.licence, ""))[0]

    @property
    def licence_id(self) -> str:
        """The SPDX identifier of the licence, "" where it is none of `KNOWN_LICENCES`."""
        return KNOWN_LICENCES.get(_bare(self.licence), ("", ""))[1]


def terms_of(books: Facts, issued: list[str], publisher: str = "", licence: str = "", day: str = "") -> PublishingTerms:
    """The terms of a publication.

    :param books: the ontology, whose licence is that of the data unless the caller says another.
    :param issued: the days on which the reports were issued.
    :raises UnusableInput: if the day is none.
    """
    ontologies = books.of_class(OWL["Ontology"])
    if day:
        try:
            date.fromisoformat(day)
        except ValueError as fault:
            raise UnusableInput(
                f"The day {day!r}.",
                where="the day of publication (--date)",
                expected="a day such as 2031-05-06.",
                remedy="Give the day in that form, or none.",
            ) from fault
    days = [*issued, *(books.text(ontology, DCTERMS["issued"]) for ontology in ontologies)]
    licences = [found for ontology in ontologies for found in books.things(ontology, DCTERMS["license"])]
    return PublishingTerms(
        publisher=publisher or "Rapporteur",
        licence=licence or str(next(iter(licences), URIRef(""))),
        day=day or max((each for each in days if each), default=""),
        day_said=bool(day),
    )


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/").removesuffix("/deed")
