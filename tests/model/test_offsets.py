"""Are offsets that are kept as runs those that a tuple would hold?"""

from __future__ import annotations

import pickle
from bisect import bisect_left

import pytest

from rapporteur.model import CleanText
from rapporteur.model.offsets import Offsets
from rapporteur.read.passage import passage_report

RUNS = (range(3, 5), range(9, 11), range(12, 13), range(40, 45))
WRITTEN = tuple(offset for run in RUNS for offset in run)


def test_runs_answer_as_a_tuple_does() -> None:
    """Is every offset the same: by index from either end, by slice, one after the other, looked up, after a journey?"""
    offsets = Offsets(RUNS)
    assert len(offsets) == len(WRITTEN)
    assert [offsets[at] for at in range(-len(WRITTEN), len(WRITTEN))] == [*WRITTEN, *WRITTEN]
    assert (offsets[2:7], offsets[::-1], list(offsets)) == (WRITTEN[2:7], WRITTEN[::-1], list(WRITTEN))
    assert [bisect_left(offsets, at) for at in range(50)] == [bisect_left(WRITTEN, at) for at in range(50)]
    assert (offsets, hash(offsets)) == (WRITTEN, hash(WRITTEN))
    assert pickle.loads(pickle.dumps(offsets)) == offsets == eval(repr(offsets))


@pytest.mark.parametrize("at", [len(WRITTEN), -len(WRITTEN) - 1])
def test_no_character_lies_outside(at: int) -> None:
    """Is an index that no character has refused, as a tuple refuses it?"""
    with pytest.raises(IndexError):
        Offsets(RUNS)[at]


def test_a_passage_with_wide_spaces_quotes_its_source() -> None:
    """Does every character of a passage stand where its offset says, and a part of it too?"""
    text = "  The   Board met.\n\n It  lit \t a lamp,\n and left.  "
    for paragraph in passage_report(text).paragraphs:
        clean = paragraph.body
        part = clean.slice(2, 9)
        for one in (clean, CleanText(part.text, part.offsets)):
            assert all(letter in (text[at], " ") for letter, at in zip(one.text, one.offsets, strict=True))
