"""The store: built graphs in, every question answered out of one place, on disk or on a SPARQL server.

The only room that knows the engine. `open_store` gives a `Store`; `load`, `remove` and `verify` keep it.
"""

from rapporteur.store.asking import Answer, Change, Store, SyntaxRefused, Term
from rapporteur.store.keep import Fault, Outcome, is_undescribed, load, remove, verify
from rapporteur.store.places import default_store, open_store

__all__ = [
    "Answer",
    "Change",
    "Fault",
    "Outcome",
    "Store",
    "SyntaxRefused",
    "Term",
    "default_store",
    "is_undescribed",
    "load",
    "open_store",
    "remove",
    "verify",
]
