"""Reading the books: quickly, once, and as values."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

import pytest

from rapporteur.authorities import Authorities, load_authorities, name_key, within_one_edit

SHARED = Path(__file__).parents[3] / "shared" / "authorities"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the checked tables are not beside this clone")


def test_the_books_are_read_once() -> None:
    """Is the second reading the first?"""
    load_authorities.cache_clear()
    books = load_authorities()
    assert load_authorities() is books


def test_the_books_cannot_be_changed() -> None:
    """Are entries and tables frozen?"""
    books = load_authorities()
    with pytest.raises(TypeError):
        books.states["XXX"] = books.states["ALB"]  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        books.states["ALB"].iso3 = "XXX"  # type: ignore[misc]
    with pytest.raises(TypeError):
        books.states["ALB"].labels["en"] = "Other"  # type: ignore[index]


def test_names_are_compared_by_their_letters() -> None:
    """Do typography, spaces and a leading article fall away, and nothing else?"""
    assert name_key("The  Côte d’Ivoire") == name_key("Côte d'Ivoire")
    assert name_key("Co\u0302te d\u2019Ivoire") == name_key("Côte d'Ivoire")
    assert name_key("Timor\u2011Leste") == name_key("Timor-Leste")
    assert name_key("Cote d'Ivoire") != name_key("Côte d'Ivoire")
    assert name_key("Thessaly") == "Thessaly"


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("Peru", "Peru", True),
        ("Peru", "Per", True),
        ("Peru", "Perus", True),
        ("Peru", "Pera", True),
        ("Peru", "Preu", True),
        ("Peru", "Pre", False),
        ("Peru", "Pure", False),
        ("Peru", "Perusa", False),
        ("abcd", "badc", False),
    ],
)
def test_one_edit_is_one_letter(left: str, right: str, near: bool) -> None:
    """Is a letter put in, left out, changed or swapped with its neighbour one edit, and more than that none?"""
    assert within_one_edit(left, right) is near
    assert within_one_edit(right, left) is near


@shared
def test_the_tables_agree_with_the_checked_ones() -> None:
    """Do codes, addresses, articles and theme ids equal those of the tables that were checked against their sources?"""
    books: Authorities = load_authorities()
    rows = list(csv.DictReader((SHARED / "countries.csv").open(encoding="utf-8", newline="")))
    assert len(rows) == 249
    differing = set()
    for row in rows:
        state = books.states[row["iso3"]]
        assert (state.iso2, state.m49) == (row["iso2"], row["m49"].zfill(3))
        if row["wikidata"]:
            assert state.wikidata.rsplit("/", 1)[1] == row["wikidata"].rsplit("/", 1)[1]
        assert state.unbis == row["unbis_uri_2018_form"].replace("#", "/")
        short = row["unterm_en_short"].replace(" (the)", "").strip(" *")
        if short and short != state.labels["en"]:
            differing.add(row["iso3"])
    assert differing == {"NLD"}, "the Netherlands took the name with its kingdom in 2023, after the checked table"
    articles = list(csv.DictReader((SHARED / "articles.csv").open(encoding="utf-8", newline="")))
    ids = {"UNTOC": "untoc", "TIP": "tip-protocol", "SOM": "som-protocol", "FIR": "firearms-protocol"}
    assert len(articles) == 107
    for row in articles:
        assert books.instruments[ids[row["instrument"]]].provisions[row["article"]] == row["title_en"]
    themes = list(csv.DictReader((SHARED / "themes.csv").open(encoding="utf-8", newline="")))
    assert {(t["id"], t["prefLabel"], t["broader"]) for t in themes} == {
        (theme.id, theme.label, theme.broader) for theme in books.themes.values()
    }
