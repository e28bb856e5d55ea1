"""Around a name: a name in a sentence in, out what stands before and behind it: its brackets, its State, its office.

What the words make of its bearer is decided by `rapporteur.find.person_roles` and `rapporteur.find.persons`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.find.lists import piece
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import Range, Sentence, names_in, place
from rapporteur.model.actors import ListedName
from rapporteur.model.citations import NameMention
from rapporteur.patterns import PatternFile, load_patterns

_AROUND = 180
_TOLD_BEHIND = 600
"""Characters of the sentence before a name in which the words that give an office may begin."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands around a name in its sentence."""

    sentence: Sentence
    at: Range
    before: str
    after: str
    brackets: ListedName | None


def seen_at(patterns: PatternFile, sentence: Sentence, at: Range) -> Seen:
    passage = sentence.passage
    before = passage.text[max(sentence.start, at[0] - _AROUND) : at[0]]
    after = passage.text[at[1] : min(sentence.end, at[1] + _AROUND)]
    return Seen(sentence, at, before, after, _brackets(patterns, passage, at, after))


def told_before(seen: Seen) -> str:
    """The words of the sentence before a name, as far back as words that give it an office may begin."""
    return seen.sentence.passage.text[max(seen.sentence.start, seen.at[0] - _TOLD_BEHIND) : seen.at[0]]


def behind_name(patterns: PatternFile, seen: Seen) -> str:
    """The words behind a name and its brackets, or behind "of <State>"."""
    after = patterns["person/in-brackets"].regex.match(seen.after)
    state = _state_behind(seen)
    return seen.after[after.end() if after else state.at[1] - seen.at[1] if state else 0 :]


def _brackets(patterns: PatternFile, passage: Passage, at: Range, after: str) -> ListedName | None:
    """The State or organization in brackets behind a name, known or not."""
    match = patterns["person/in-brackets"].regex.match(after)
    if match is None:
        return None
    start, end = at[1] + match.start("inside"), at[1] + match.end("inside")
    inside = piece(passage, start, end, names_in(passage, start, end))
    if inside is None or not passage.text[inside.at[0]].isupper():
        return None
    kind = inside.name.kind if inside.name else ""
    return ListedName(
        **place(passage, *inside.at, patterns["person/in-brackets"].rule),
        name=inside.name,
        partial=inside.partial,
        institution=inside.institution,
        expects="organization" if kind == "organization" else "state",
    )


def of_state(seen: Seen) -> ListedName | None:
    """The State that "of" puts behind a name without brackets: "Marta Zedd of Norway"."""
    state = _state_behind(seen)
    if state is None:
        return None
    where = place(seen.sentence.passage, *state.at, load_patterns("persons")["person/of-state"].rule)
    return ListedName(**where, name=state, expects="state")


def _state_behind(seen: Seen) -> NameMention | None:
    match = load_patterns("persons")["person/of-state"].regex.match(seen.after)
    start = seen.at[1] + match.end() if match else -1
    return next((n for n in seen.sentence.names if n.kind == "state" and n.at[0] == start and not n.shared), None)


def closes_item(seen: Seen) -> ListedName | None:
    """The State in the brackets that close a person's item of a list: "Marta Zedd, Director, Reef Fund (Azuria);".

    Where another State stands in brackets before, or somebody else with a courtesy title, it is not one person's item.
    """
    item = seen.after.partition(";")[0].rstrip(". ")
    if load_patterns("persons")["person/next-of-list"].regex.search(item):
        return None
    opened = item.rfind("(")
    if opened < 0 or not item.endswith(")"):
        return None
    start, end = seen.at[1] + opened + 1, seen.at[1] + len(item) - 1
    text = seen.sentence.passage.text
    states = [n for n in seen.sentence.names if n.kind == "state" and seen.at[1] <= n.at[0] and n.at[1] <= end]
    state = next((n for n in states if n.at == (start, end)), None)
    if any(n.at[1] < start and text[n.at[0] - 1] == "(" for n in states):
        return None
    rule = load_patterns("persons")["person/in-brackets"].rule
    return ListedName(**place(seen.sentence.passage, start, end, rule), name=state, expects="state") if state else None
