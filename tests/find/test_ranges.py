"""Ranges asked in order: is the answer that of a look at each of them?"""

from __future__ import annotations

import random

from rapporteur.find.passages import covered
from rapporteur.find.ranges import overlapping


def test_the_answer_is_that_of_a_look_at_each() -> None:
    """Of few ranges and many, in any order, some in or over others, some empty?"""
    chance = random.Random(7)
    for many in (0, 3, 24, 25, 80):
        ranges = [(start, start + chance.randrange(0, 9)) for start in (chance.randrange(600) for _ in range(many))]
        asked = overlapping(ranges)
        for start in range(610):
            for length in (0, 1, 5):
                assert asked((start, start + length)) == covered((start, start + length), ranges), (many, start)
