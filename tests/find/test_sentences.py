"""Do sentences end where they end, and at no word that is only cut short?"""

from __future__ import annotations

import pytest

from rapporteur.find.sentences import sentence_ranges

_WHOLE = (
    "Ports are lit (see annex I, chap. IV, and decision 9/CP.99) by keepers.",
    "Ports are lit as in LAMP/2031/4, sect. II, above.",
    "Ports are lit under Sect. A of the plan.",
    "Ports are lit (ibid., p. 12).",
    "Ports are lit (pp. 12 to 14).",
    "Ports are lit as fig. 3 shows.",
    "Ports are lit as Figs. 3 and 4 show.",
    "The port of St. Mary is lit.",
    "The port at Mt. Blackrock is lit.",
    "Ports are lit (Lamp Series, vol. 12, No. 345).",
    "Ports are lit (Sales No. E.31.XI.4).",
    "Ports are lit (Lamp Records, Suppl. No. 4).",
    "Ports are lit under art. 4 and Sub-para. 2.",
    "Ports are lit by nets (e.g. UNODC ones).",
    "Ports are lit, cf. Lamps and buoys.",
    "Ports are lit by H.E. Ms. Anna B. Keeper.",
    "Ports are lit by Mr. N. Keeper and Mr. P. Pilot.",
    "Ports are lit by Messrs. Keeper and Pilot.",
    "Ports are lit as doc. LAMP/2031/4 asks.",
    "Ports are lit under resolution Conf. 4.6 on lamps.",
)
_TWO = (
    "Ports close at 3 p.m. Ships wait.",
    "They built a new sect. Ships wait.",
    "They were shown a fig. Ships wait.",
    "The answer was no. Ships wait.",
    "They paid for works of art. Keepers wait.",
    "Ports close in chap. II. Ships wait.",
    "Was it lit? Ships wait.",
    "“Ports close.” Ships wait.",
)


@pytest.mark.parametrize("text", _WHOLE)
def test_a_word_cut_short_ends_no_sentence(text: str) -> None:
    """Does a full stop that only cuts a word short leave the sentence whole?"""
    both = f"{text} Ships wait."
    assert [both[slice(*at)] for at in sentence_ranges(both, 0, len(both))] == [text, "Ships wait."]


@pytest.mark.parametrize("text", _TWO)
def test_the_same_letters_may_end_one(text: str) -> None:
    """Does a sentence end with words that only look like some cut short, before no number?"""
    assert len(sentence_ranges(text, 0, len(text))) == 2
