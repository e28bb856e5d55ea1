"""Shortened names: is "Strelsau Committee on Lamps" the "Strelsau Committee of Keepers on the Use of Lamps" again?

Takes the words of two names, says whether the first is the second with words left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.patterns import load_patterns


def is_shortened(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Is a name a longer one without its end, or without words behind the kind of body that its first word tells apart?

    >>> is_shortened("Office of the Keeper".split(), "Office of the Keeper for Lamps".split())
    True
    >>> is_shortened("Strelsau Committee on Lamps".split(), "Strelsau Committee of Keepers on the Use of Lamps".split())
    True
    >>> is_shortened("Committee on Fog".split(), "Committee on Fog and Ice".split())
    False
    >>> is_shortened("Joint Committee on Lamps".split(), "Joint Committee on Nets and Lamps".split())
    False
    """
    lists = load_patterns("bodies").words
    if list(longer[: len(words)]) == list(words):
        return longer[len(words)] in lists["goes_on"] and "of" in words
    if list(longer[:2]) != list(words[:2]) or words[1] not in lists["kinds"] or words[0] in lists["many_begin"]:
        return False
    left = iter(longer[2:])
    return all(word in left for word in words[2:] if word not in lists["left_out"])
