"""Resolving: a symbol, an Akoma Ntoso IRI, a treaty article, a name or one of our IRIs in, the one thing it means out.

What is not plain is given back as `Unresolved`, with the rivals and the reason; nothing is guessed.
"""

from __future__ import annotations

from rapporteur.resolving.resolve import resolve
from rapporteur.resolving.values import Resolved, Unresolved

__all__ = ["Resolved", "Unresolved", "resolve"]
