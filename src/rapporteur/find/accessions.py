"""Accessions: "4 more States had acceded to the Protocol: A, B, C and D" → one mention a State.

Takes a sentence and the instruments named before it, gives an `AccessionMention` for each State that became party.
What will happen ("would soon accede") is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from rapporteur.find.cues import Cue
from rapporteur.find.lists import ListPiece, piece, read_list
from rapporteur.find.scenes import Sentence, place
from rapporteur.model import InstrumentRef
from rapporteur.model.actors import AccessionMention
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

ACCESSION_CUE = Cue(("acceded", "ratified", "become"))
"""Without these words no sentence says that a State became party."""


def find_accessions(sentence: Sentence, named_before: Sequence[NameMention]) -> Iterator[AccessionMention]:
    """The States that a sentence says became party to an instrument.

    :param named_before: instruments named earlier in the report, in reading order; an anaphor may mean one of them.
    """
    text = sentence.text
    patterns = load_patterns("accessions")
    cue = patterns["accession/cue"].regex.search(text)
    if cue is None:
        return
    at = sentence.start + cue.end()
    name = next((n for n in sentence.names if n.kind == "instrument" and n.at[0] in (at, at - 4)), None)
    anaphor = patterns["accession/anaphor"].regex.match(text[cue.end() :])
    if name is not None:
        instruments, end = _instruments(name), name.at[1]
    elif anaphor is not None:
        instruments, end = _meant(anaphor["noun"], sentence, named_before), at + anaphor.end()
    else:
        return
    listed = patterns["accession/list"].regex.match(sentence.passage.text[end : sentence.end])
    if listed is not None:
        rule = patterns["accession/list"].rule
        pieces = read_list(sentence.passage, end + listed.end(), sentence.end, "state")
    else:
        rule = patterns["accession/cue"].rule
        pieces = tuple(_before(sentence, sentence.start + cue.start()))
    for item in pieces:
        yield AccessionMention(
            **place(sentence.passage, *item.at, rule),
            name=item.name,
            partial=item.partial,
            institution=item.institution,
            expects="state",
            instruments=instruments,
            anaphor=name is None,
        )


def _before(sentence: Sentence, end: int) -> Iterator[ListPiece]:
    """The names that stand directly before the verb, or set off by commas before it, joined as a list is."""
    between = load_patterns("accessions")["accession/between"].regex
    taken: list[NameMention] = []
    text = sentence.passage.text
    for name in reversed([n for n in sentence.names if n.kind != "instrument" and n.at[1] <= end]):
        gap = text[name.at[1] : taken[0].at[0] if taken else end]
        if gap.strip(" ,") if not taken else not between.match(gap):
            break
        taken.insert(0, name)
    for name in taken:
        found = piece(sentence.passage, *name.at, (name,))
        if found is not None:
            yield found


def _meant(noun: str, sentence: Sentence, named_before: Sequence[NameMention]) -> tuple[InstrumentRef, ...]:
    """The nearest instrument, named before or in the same sentence, whose name holds the noun."""
    earlier = [n for n in sentence.passage.names if n.kind == "instrument" and n.at[1] <= sentence.end]
    for name in chain(reversed(earlier), reversed(named_before)):
        if noun in name.words:
            return _instruments(name)
    return ()


def _instruments(name: NameMention) -> tuple[InstrumentRef, ...]:
    return tuple(ref for ref in name.candidates if isinstance(ref, InstrumentRef))
