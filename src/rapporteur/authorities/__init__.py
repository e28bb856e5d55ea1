"""The reference books: a label and a date in, the entities that bear it out. Nothing here guesses.

The books are the tables under ``ontology/authorities/``; they are read once a process.
"""

from rapporteur.authorities.books import Authorities
from rapporteur.authorities.entries import (
    Concept,
    Instrument,
    Match,
    Name,
    Organization,
    State,
    Theme,
)
from rapporteur.authorities.labels import name_key, spellings, within_one_edit
from rapporteur.authorities.tables import load_authorities

__all__ = [
    "Authorities",
    "Concept",
    "Instrument",
    "Match",
    "Name",
    "Organization",
    "State",
    "Theme",
    "load_authorities",
    "name_key",
    "spellings",
    "within_one_edit",
]
