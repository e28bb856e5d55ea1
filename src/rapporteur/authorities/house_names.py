"""The short names of a house style → nothing, or an error that names the entity no table holds and those like it.

A style says `"the Convention" = "instrument/unfccc"`; where the table of instruments has no ``unfccc``, every link that
rests on the name would be missing without a word.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from rapporteur.authorities.books import Authorities
from rapporteur.errors import UnusableInput
from rapporteur.model.style import Style


def require_known_names(style: Style, books: Authorities) -> None:
    """Refuse a style whose short names stand for an entity that no table holds.

    :raises UnusableInput: then; it names the entry and up to three nearest entities.
    """
    tables: dict[str, Collection[str]] = {"instrument": books.instruments, "organization": books.organizations}
    for name, target in style.names:
        kind, _, id = target.partition("/")
        if id in tables.get(kind, ()):
            continue
        known = [f"{table}/{key}" for table, keys in tables.items() for key in keys]
        near = get_close_matches(target, known, n=3, cutoff=0.6) or get_close_matches(id, known, n=3, cutoff=0.4)
        raise UnusableInput(
            f"The short name “{name}” stands for “{target}”, which no table of the authorities holds.",
            where=f"{style.path or style.id}, [names]",
            expected=f"instrument/ID or organization/ID of an entity that is known{_like(near)}.",
            remedy="Correct the entry, or remove it; the name is then linked where the report itself explains it.",
        )


def _like(near: list[str]) -> str:
    return f", such as {', '.join(near)}" if near else ""
