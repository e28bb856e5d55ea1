"""Are the words of all finders found at once where each finder would find its own?"""

from __future__ import annotations

from rapporteur.find.cues import Cue, cues_in

LAMP = Cue(("lamp", "lit", " buoy"))
REEF = Cue(lambda: ("lamps", "Reef"))
TEXT = "The lamps were lit. A buoy stood there. Near the Reef"


def test_a_sentence_holds_the_cues_whose_words_stand_wholly_in_it() -> None:
    """Is a word told of its own sentence alone, although another begins with it, or runs over the end?"""
    starts = (0, 20, 40)
    stretches = [(0, 19), (20, 39), (40, 53)]
    held = cues_in(TEXT, stretches)
    assert [bool(bits & LAMP.bit) for bits in held] == [True, True, False]
    assert [bool(bits & REEF.bit) for bits in held] == [True, False, True]
    assert [LAMP.stands_in(TEXT[a:b]) for a, b in stretches] == [bool(bits & LAMP.bit) for bits in held]
    assert cues_in(TEXT, [(start, start + 3) for start in starts]) == [0, 0, 0]


def test_what_is_no_stretch_holds_nothing() -> None:
    """Is a text without sentences no fault, and the space before a sentence none of its words?"""
    assert cues_in(TEXT, []) == []
    assert not cues_in("A buoy", [(2, 6)])[0] & LAMP.bit


def test_a_cue_made_later_is_found_too() -> None:
    """Are the words of a finder that is loaded after texts were read looked for as well?"""
    late = Cue(("stood",))
    assert cues_in(TEXT, [(20, 39)])[0] & late.bit


def test_one_stretch_far_inside_a_text() -> None:
    """Is a stretch read alone, its words where they stand, whatever is before and behind it?"""
    (held,) = cues_in(TEXT * 3, [(len(TEXT) + 20, len(TEXT) + 39)])
    assert bool(held & LAMP.bit) and not held & REEF.bit
