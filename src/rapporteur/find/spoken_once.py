"""Spoken once: "the Minister of Fog of Azuria, Ms. Ada Zedd, made a statement" → one statement, and for whom it was.

Takes the statements of States and the persons of a report, gives both so that each who spoke did so once. A minister or
another dignitary who is named spoke; the representative of a State, or who speaks for a group, is the State's voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.find.passages import Passage, Sentence, covered
from rapporteur.find.scenes import sentences
from rapporteur.find.spokesmen import spoken_for
from rapporteur.find.statements import on_behalf
from rapporteur.model import PartRef
from rapporteur.model.actors import PersonMention, StatementMention
from rapporteur.patterns import load_patterns


def spoken_once(
    spoke: Sequence[StatementMention], persons: Sequence[PersonMention], texts: Sequence[Passage]
) -> tuple[list[StatementMention], tuple[PersonMention, ...]]:
    """The statements of States without those that a person made who is named with an office held for the State, and the
    persons with those for whom they spoke.

    One made on behalf of others stays the State's, and so does that of a mere representative. A person's name that was
    taken for somebody unknown is the person's.

    :param texts: those that the mentions stand in.
    """
    passages = {passage.part: passage for passage in texts}
    speaking = [person for person in persons if person.role == "speaker"]
    seats = {(one.representing.text_part, one.representing.at) for one in speaking if one.representing is not None}
    named = {(person.text_part, person.at) for person in speaking}
    left = [
        one
        for one in spoke
        if (one.text_part, one.at) not in named
        and (
            (one.text_part, one.at) not in seats
            or one.on_behalf_of
            or one.also_for
            or _is_voice(passages.get(one.text_part), one)
        )
    ]
    return left, _with_behalf(persons, left, passages)


def _is_voice(passage: Passage | None, own: StatementMention) -> bool:
    """Do the words before a State call who spoke nothing but its representative or observer?"""
    voice = load_patterns("by_office")["by-office/voice"].regex
    return passage is not None and voice.search(passage.text[: own.at[0]][-80:]) is not None


def _with_behalf(
    persons: Sequence[PersonMention], spoke: Sequence[StatementMention], passages: dict[PartRef, Passage]
) -> tuple[PersonMention, ...]:
    """The persons; one who alone spoke in a sentence, with those for whom its words say behind the name."""
    alone: dict[tuple[PartRef, int], list[int]] = defaultdict(list)
    cut: dict[PartRef, tuple[Sentence, ...]] = {}
    for index, person in enumerate(persons):
        passage = passages.get(person.text_part)
        if person.role in ("speaker", "panellist") and passage is not None:
            cut.setdefault(passage.part, tuple(sentences(passage)))
            alone[passage.part, _sentence(cut[passage.part], person.at[0])].append(index)
    found = list(persons)
    for (part, number), (first, *others) in alone.items():
        sentence, person = cut[part][number], persons[first]
        busy = [one for one in spoke if one.text_part == part and covered(one.at, [(sentence.start, sentence.end)])]
        if person.role != "speaker" or others or busy or person.on_behalf_of or person.also_for:
            continue
        start, end = person.at[1] - sentence.start, len(sentence.text)
        leads = load_patterns("by_office")["by-office/behalf"].regex.match(sentence.text[start:])
        if leads is not None:
            rest = (start + leads.start("for"), end)
            found[first] = replace(
                person, on_behalf_of=on_behalf(sentence, *rest), also_for=spoken_for(sentence, *rest)
            )
    return tuple(found)


def _sentence(cut: Sequence[Sentence], at: int) -> int:
    """The number of the sentence in which an index of the passage stands."""
    return next((i for i, one in enumerate(cut) if one.start <= at < one.end), len(cut) - 1)
