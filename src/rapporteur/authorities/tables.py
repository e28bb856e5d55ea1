"""The tables under ``ontology/authorities/``, read into entries: CSV where there are many rows, TOML where few.

Nothing is checked here that the tests of the tables check; a table with a column too few is a `KeyError` that a
developer sees.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.authorities.books import Authorities
from rapporteur.authorities.entries import Concept, Instrument, Match, Name, Organization, State, Theme
from rapporteur.model import InstrumentRef, OrganizationRef, StateRef
from rapporteur.resources import resource

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""The six languages of the United Nations, as BCP 47 tags."""


@cache
def load_authorities() -> Authorities:
    """The books that the package carries, read once a process.

    :raises FileNotFoundError: if the installation does not carry the tables.
    """
    return Authorities(
        states=_states(),
        organizations=_organizations(),
        instruments=_instruments(),
        themes=_themes(),
        concepts=_concepts(),
    )


def _states() -> Mapping[str, State]:
    names = _grouped(_rows("state-names.csv"), "code")
    return MappingProxyType(
        {
            row["code"]: State(
                ref=StateRef(row["code"]),
                kind=row["kind"],
                labels=MappingProxyType({t: row[f"label_{t}"] for t in LANGUAGES if row[f"label_{t}"]}),
                names=tuple(_name(name) for name in names.get(row["code"], ())),
                iso3=row["iso3"],
                m49=row["m49"],
                wikidata=row["wikidata"],
                unbis=row["unbis"],
                iso2=row["iso2"],
                valid_from=_day(row["valid_from"]),
                valid_until=_day(row["valid_until"]),
                source=row["source"],
            )
            for row in _rows("states.csv")
        }
    )


def _organizations() -> Mapping[str, Organization]:
    names = _grouped(_rows("organization-names.csv"), "id")
    codes = {row["id"]: row["code"] for row in _rows("organization-codes.csv")}
    found: dict[str, Organization] = {}
    for row in _rows("organizations.csv"):
        further = names.get(row["id"], [])
        spoken = tuple(name["label"] for name in further if name["kind"] == "spoken-for")
        known = [] if row["label"] in spoken else [Name(row["label"], kind="full", source=row["source"])]
        if row["acronym"]:
            known.append(Name(row["acronym"], kind="acronym", source=row["source"]))
        known += [_name(name) for name in further if name["kind"] not in ("short", "spoken-for")]
        found[row["id"]] = Organization(
            ref=OrganizationRef(row["id"]),
            label=row["label"],
            kind=row["kind"],
            acronym=row["acronym"],
            names=tuple(known),
            short_names=tuple(name["label"] for name in further if name["kind"] == "short"),
            spoken_names=spoken,
            parent=row["parent"],
            wikidata=row["wikidata"],
            families=tuple(row["families"].split()),
            source=row["source"],
            code=codes.get(row["id"], ""),
        )
    return MappingProxyType(found)


def _instruments() -> Mapping[str, Instrument]:
    provisions = _grouped(_rows("provisions.csv"), "instrument")
    return MappingProxyType(
        {
            table["id"]: Instrument(
                ref=InstrumentRef(table["id"]),
                title=table["title"],
                names=tuple(table.get("names", ())),
                generic=table["generic"],
                unit=table["unit"],
                provisions=MappingProxyType({row["number"]: row["title"] for row in provisions.get(table["id"], ())}),
                parent=table.get("parent", ""),
                unts=table.get("unts", ""),
                body=table.get("body", ""),
                families=tuple(table.get("families", ())),
                source=table["source"],
                acronyms=tuple(table.get("acronyms", ())),
                shared_acronyms=tuple(table.get("shared_acronyms", ())),
                topics=tuple(table.get("topics", ())),
                ordinals=tuple(table.get("ordinals", ())),
                year=table.get("year", ""),
            )
            for table in _tables("instruments.toml", "instrument")
        }
    )


def _themes() -> Mapping[str, Theme]:
    matches = _grouped(_rows("theme-matches.csv"), "theme")
    return MappingProxyType(
        {
            row["id"]: Theme(
                id=row["id"],
                label=row["label"],
                broader=row["broader"],
                scope_note=row["definition"],
                grouping=row["grouping"] == "true",
                matches=tuple(
                    Match(m["scheme"], m["uri"], m["relation"], m["label"]) for m in matches.get(row["id"], ())
                ),
            )
            for row in _rows("themes.csv")
        }
    )


def _concepts() -> Mapping[tuple[str, str], Concept]:
    return MappingProxyType(
        {
            (table["scheme"], table["id"]): Concept(
                scheme=table["scheme"],
                id=table["id"],
                label=table["label"],
                definition=table["definition"],
                broader=table.get("broader", ""),
                rank=table.get("rank"),
                focus=table.get("focus", ""),
                names=tuple(table.get("names", ())),
            )
            for table in _tables("concepts.toml", "concept")
        }
    )


def _name(row: Mapping[str, str]) -> Name:
    return Name(
        label=row["label"],
        kind=row["kind"],
        valid_from=_day(row["valid_from"]),
        valid_until=_day(row["valid_until"]),
        source=row["source"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with resource("ontology", "authorities", name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _tables(name: str, key: str) -> Iterable[dict[str, Any]]:
    tables: list[dict[str, Any]] = tomllib.loads(resource("ontology", "authorities", name).read_text("utf-8"))[key]
    return tables


def _grouped(rows: Iterable[dict[str, str]], column: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found
