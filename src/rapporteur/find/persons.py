"""Persons: names that the words around them show to be a person's, and every later naming of the same person.

Takes the passages of a report, gives `PersonMention`s in reading order. A capitalised sequence counts as a person only
where something says so: a State in brackets behind it, an office or courtesy title before it, a place on a panel, or
the start of a paragraph that tells what its bearer presented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapporteur.find.around import Seen, behind_name, closes_item, of_state, seen_at, told_before
from rapporteur.find.beside import is_beside_speaker, is_event_told_of
from rapporteur.find.by_office import find_by_office, state_of_office
from rapporteur.find.committees import committee_office, office_in_body, role_for
from rapporteur.find.cover import COVER
from rapporteur.find.elsewhere import presented_elsewhere
from rapporteur.find.gazetteer import Gazetteer, plain_text
from rapporteur.find.introducing import candidates, introducing, names_over, opens
from rapporteur.find.officer_lists import office_in_list
from rapporteur.find.officer_tables import find_officer_table
from rapporteur.find.offices import office_closing, office_elected, office_of
from rapporteur.find.passages import Passage, covered
from rapporteur.find.person_lists import COURTESY_BEHIND, is_office_of
from rapporteur.find.person_roles import role_of_name
from rapporteur.find.scenes import Range, place
from rapporteur.find.this_meeting import is_of_this_meeting
from rapporteur.model import PartKind
from rapporteur.model.actors import PersonMention
from rapporteur.patterns import PatternFile, load_patterns

_AROUND = 180
_LIST_BEHIND = 3000
"""Characters before a name in which the head of a list of officers is looked for."""


_PRESIDES = frozenset(("", "chair", "committee-chair", "facilitator"))
"""Roles that the words of an election give way to: those of an office before the name are another's there."""
_OFFICERS = frozenset(("committee-chair", "facilitator", "vice-chair", "rapporteur"))
"""Roles in which somebody may be an officer of a committee or a group of the meeting."""

_Found = list[tuple[tuple[int, int], PersonMention]]
"""Mentions with the place of each: the passage, then the index in it."""


def find_persons(passages: Sequence[Passage]) -> tuple[PersonMention, ...]:
    """All namings of persons in the texts of a report, in reading order."""
    found: _Found = []
    for passage in passages:
        if passage.part.kind is not PartKind.REPORT or passage.part == COVER:
            found += [((passage.index, m.at[0]), m) for m in _introductions(passage)]
    found = _known_by_family(found)
    closed: dict[int, list[Range]] = defaultdict(list)
    for (index, _), mention in found:
        closed[index].append(mention.at)
    known = {plain_text(mention.name)[0]: mention.name for _, mention in reversed(found)}
    families = {name.rpartition(" ")[2] for name in known}
    names = {name: printed for name, printed in known.items() if " " in name}
    book = Gazetteer.of(families.union(names))
    for passage in passages if known else ():
        again = _namings(passage, book, names, closed[passage.index])
        found += [((passage.index, m.at[0]), m) for m in again]
    return tuple(mention for _, mention in sorted(found, key=lambda pair: pair[0]))


def _known_by_family(found: _Found) -> _Found:
    """One name behind a courtesy title, the family name of somebody who is introduced in full, names that person."""
    families = {mention.name.rpartition(" ")[2] for _, mention in found if " " in mention.name}
    short = {mention.name for _, mention in found if mention.name in families}
    return [
        (place, replace(mention, introduces=False, short=True) if mention.name in short else mention)
        for place, mention in found
    ]


def _introductions(passage: Passage) -> Iterator[PersonMention]:
    """The names in a passage that the words around them show to be a person's.

    In a list of panellists an office behind a name is no further person: "Marta Zedd, Special Agent (Azuria);".
    """
    patterns = load_patterns("persons")
    listed, taken = find_by_office(passage)
    tabled, table = find_officer_table(passage)
    yield from (*listed, *tabled)
    taken += table
    for sentence in introducing(passage):
        panel: bool | None = None
        before: PersonMention | None = None
        for at in candidates(sentence):
            if covered(at, taken):
                continue
            if panel is None:
                panel = patterns["person/panel"].regex.search(sentence.text) is not None
            mention = _introduction(patterns, seen_at(patterns, sentence, at), panel)
            if mention is None or (panel and before is not None and is_office_of(passage, before, mention)):
                continue
            before = mention
            yield mention


def _introduction(patterns: PatternFile, seen: Seen, panel: bool) -> PersonMention | None:
    passage = seen.sentence.passage
    named = seen.brackets is not None and seen.brackets.name is not None
    behind, title = behind_name(patterns, seen), passage.report.title_words
    role, rule, sure = role_of_name(patterns, seen, panel)
    mandate = not role and _holds_mandate(patterns, seen)
    presents = mandate or _presents(patterns, passage, seen.at)
    if mandate:
        rule = "person/mandate-before"
    elected = ""
    if role in _PRESIDES and patterns["person/elected"].regex.search(seen.before):
        elected = office_elected(behind)
        rule, role = rule or ("person/elected" if elected else ""), elected or role
    if not rule:
        state_behind = named and _before_its_state(patterns, seen)
        rule = "person/in-brackets" if state_behind else "person/presents-after" if presents else ""
    if not rule or (not (sure and named) and names_over(passage, seen.at)):
        return None
    start, end = seen.at
    lead = passage.text[max(0, start - _LIST_BEHIND) : start]
    trail = passage.text[end : seen.sentence.end]
    told = told_before(seen)
    if role == "chair" and not elected and office_of("", behind) == "vice-chair":
        role = "vice-chair"
    role = role_for(role, seen.before, behind, title) or office_in_body(behind, title)
    role = role or office_in_list(lead, title) or office_of(told, behind) or office_closing(trail, told)
    office = committee_office(role, seen.before, behind, title) if role in _OFFICERS else ""
    if not is_of_this_meeting(role, office, seen, behind, bool(elected)) or (
        (role == "speaker" and is_beside_speaker(seen)) or (role == "facilitator" and is_event_told_of(seen))
    ):
        role = office = ""
    if not role and " " not in passage.text[start:end]:
        return None
    told_of = presents and not role and not mandate
    return PersonMention(
        **place(passage, start, end, patterns[rule].rule),
        name=passage.text[start:end],
        role=role,
        introduces=True,
        representing=(seen.brackets if named or sure or presents else None)
        or (of_state(seen) or state_of_office(seen.sentence, seen.at) if role or presents else None)
        or (closes_item(seen) if role == "panellist" else None),
        nearby=tuple(n for n in seen.sentence.names if n.kind == "state" and not n.shared) if told_of else (),
        presents=presents,
        office=office,
    )


def _before_its_state(patterns: PatternFile, seen: Seen) -> bool:
    """Does a name that brackets stand behind begin where a person's may, the brackets being for its State?"""
    if seen.brackets is None or patterns["person/no-name-after"].regex.search(seen.before):
        return False
    if patterns["person/company-after"].regex.match(behind_name(patterns, seen)):
        return False
    return seen.brackets.expects == "state" or patterns["person/led-by"].regex.search(seen.before) is not None


def _presents(patterns: PatternFile, passage: Passage, at: Range) -> bool:
    """Does the name open a paragraph that tells what its bearer presented?"""
    after = passage.text[at[1] : at[1] + _AROUND]
    bracket = patterns["person/in-brackets"].regex.match(after)
    after = after[bracket.end() :] if bracket else after
    if presented_elsewhere(after, passage.report):
        return False
    return opens(passage, at[0]) and patterns["person/presents-after"].regex.match(after) is not None


def _holds_mandate(patterns: PatternFile, seen: Seen) -> bool:
    """Does the holder of a mandate present something: "the Special Rapporteur on fog, Ada Zedd, presented a chart"?"""
    return (
        patterns["person/mandate-before"].regex.search(seen.before) is not None
        and patterns["person/reports"].regex.match(behind_name(patterns, seen)) is not None
    )


def _namings(
    passage: Passage, book: Gazetteer, names: Mapping[str, str], closed: Sequence[Range]
) -> Iterator[PersonMention]:
    """Each naming of a known person: by the full name, or by courtesy title and family name."""
    patterns = load_patterns("persons")
    courtesy = patterns["person/courtesy-before"]
    text = passage.text
    for start, end, name in book.matches(text):
        at = (start, end)
        if covered(at, closed):
            continue
        if name in names:
            rule = patterns["person/name"].rule
            yield PersonMention(
                **place(passage, *at, rule), name=names[name], presents=_presents(patterns, passage, at)
            )
        elif courtesy.regex.search(text[max(0, start - COURTESY_BEHIND) : start]):
            yield PersonMention(**place(passage, *at, courtesy.rule), name=name, short=True)
