"""Persons: names that the words around them show to be a person's, and every later naming of the same person.

Takes the passages of a report, gives `PersonMention`s in reading order. A capitalised sequence counts as a person only
where something says so: a State in brackets behind it, an office or courtesy title before it, a place on a panel, or
the start of a paragraph that tells what its bearer presented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapporteur.find.by_office import find_by_office, state_of_office
from rapporteur.find.committees import chair_of, office_in_body, role_for
from rapporteur.find.gazetteer import Gazetteer, plain_text
from rapporteur.find.introducing import candidates, introducing, names_over, opens
from rapporteur.find.lists import piece
from rapporteur.find.officer_lists import office_in_list
from rapporteur.find.offices import office_closing, office_elected, office_of
from rapporteur.find.passages import Passage, covered
from rapporteur.find.person_lists import COURTESY_BEHIND, in_list, is_office_of
from rapporteur.find.scenes import Range, Sentence, names_in, place
from rapporteur.model import PartKind
from rapporteur.model.actors import ListedName, PersonMention, PersonRole
from rapporteur.model.citations import NameMention
from rapporteur.patterns import PatternFile, load_patterns

_AROUND = 180
_LIST_BEHIND = 3000
"""Characters before a name in which the head of a list of officers is looked for."""
_TOLD_BEHIND = 600
"""Characters of the sentence before a name in which the words that give an office may begin."""


_Found = list[tuple[tuple[int, int], PersonMention]]
"""Mentions with the place of each: the passage, then the index in it."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands around a name in its sentence."""

    sentence: Sentence
    at: Range
    before: str
    after: str
    brackets: ListedName | None


def find_persons(passages: Sequence[Passage]) -> tuple[PersonMention, ...]:
    """All namings of persons in the texts of a report, in reading order."""
    found: _Found = []
    for passage in passages:
        if passage.part.kind is not PartKind.REPORT:
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
    yield from listed
    for sentence in introducing(passage):
        panel: bool | None = None
        before: PersonMention | None = None
        for at in candidates(sentence):
            if covered(at, taken):
                continue
            if panel is None:
                panel = patterns["person/panel"].regex.search(sentence.text) is not None
            mention = _introduction(patterns, _seen(patterns, sentence, at), panel)
            if mention is None or (panel and before is not None and is_office_of(passage, before, mention)):
                continue
            before = mention
            yield in_list(sentence, mention)


def _introduction(patterns: PatternFile, seen: _Seen, panel: bool) -> PersonMention | None:
    passage = seen.sentence.passage
    named = seen.brackets is not None and seen.brackets.name is not None
    behind, title = _behind(patterns, seen), passage.report.title_words
    role, rule, sure = _role(patterns, seen, panel)
    mandate = not role and _holds_mandate(patterns, seen)
    presents = mandate or _presents(patterns, passage, seen.at)
    if mandate:
        rule = "person/mandate-before"
    elected = ""
    if role in ("", "chair") and patterns["person/elected"].regex.search(seen.before):
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
    told = _told(seen)
    role = role_for(role, seen.before, behind, title) or office_in_body(behind, title)
    role = role or office_in_list(lead, title) or office_of(told, behind) or office_closing(trail)
    if not role and " " not in passage.text[start:end]:
        return None
    nearby = tuple(n for n in seen.sentence.names if n.kind == "state" and not n.shared)
    return PersonMention(
        **place(passage, start, end, patterns[rule].rule),
        name=passage.text[start:end],
        role=role,
        introduces=True,
        representing=(seen.brackets if named or sure or presents else None)
        or (_of_state(seen) or state_of_office(seen.sentence, seen.at) if role else None)
        or (_closes_item(seen) if role == "panellist" else None),
        nearby=nearby,
        presents=presents,
    )


def _before_its_state(patterns: PatternFile, seen: _Seen) -> bool:
    """Does a name that brackets stand behind begin where a person's may, the brackets being for its State?"""
    if seen.brackets is None or patterns["person/no-name-after"].regex.search(seen.before):
        return False
    if patterns["person/company-after"].regex.match(_behind(patterns, seen)):
        return False
    return seen.brackets.expects == "state" or patterns["person/led-by"].regex.search(seen.before) is not None


def _role(patterns: PatternFile, seen: _Seen, panel: bool) -> tuple[PersonRole, str, bool]:
    """The role that the words give, the pattern that says so, and whether they leave no doubt of a person."""
    chair = patterns["person/chair-before"].regex.search(seen.before)
    behind, title = _behind(patterns, seen), seen.sentence.passage.report.title_words
    if patterns["person/chaired-by"].regex.search(seen.before) and office_of(seen.before, "") != "vice-chair":
        return "chair", "person/chaired-by", True
    if chair is not None:
        other = chair_of(chair["of"].removeprefix(" of ").removeprefix("the "), title) if chair["of"] else None
        if other is not None and not chair["office"].startswith("Vice-"):
            return other, "person/chair-before", True
        plain = not chair["of"] and not chair["office"].startswith(("Co-", "Vice-"))
        presiding = not chair["office"].startswith("Vice-") and (
            plain or patterns["person/meeting-business"].regex.search(seen.sentence.text)
        )
        return ("chair" if presiding else ""), "person/chair-before", True
    if patterns["person/chair-after"].regex.search(behind):
        return "chair", "person/chair-after", True
    if panel and (seen.brackets is not None or _opens_item(patterns, seen)):
        return "panellist", "person/panel", True
    if panel and _gave_presentation(patterns, seen):
        return "panellist", "person/gave-presentation", True
    if patterns["person/courtesy-before"].regex.search(seen.before[-COURTESY_BEHIND:]):
        return "", "person/courtesy-before", True
    for rule in ("person/office-before", "person/mandate-before"):
        if patterns[rule].regex.search(seen.before):
            return "", rule, True
    if patterns["person/office-follows"].regex.match(behind) and patterns["person/told-by"].regex.search(_told(seen)):
        return "speaker", "person/told-by", True
    if patterns["person/office-after"].regex.search(behind) and not seen.before.endswith(("the ", "The ")):
        return "", "person/office-after", False
    text = seen.sentence.passage.text
    if patterns["person/noble"].regex.match(text[seen.at[0] : seen.at[1]]):
        return "", "person/noble", False
    if patterns["person/of-whom"].regex.search(seen.before) and seen.after.startswith(" of "):
        whose = seen.at[1] + 4
        if any(n.at[0] in (whose, whose + 4) for n in seen.sentence.names):
            return "", "person/of-whom", False
    return "", "", False


def _gave_presentation(patterns: PatternFile, seen: _Seen) -> bool:
    """Does the name open a paragraph that tells of its bearer's presentation?"""
    passage = seen.sentence.passage
    after = passage.text[seen.at[1] : seen.at[1] + _LIST_BEHIND]
    return opens(passage, seen.at[0]) and patterns["person/gave-presentation"].regex.match(after) is not None


def _told(seen: _Seen) -> str:
    """The words of the sentence before a name, as far back as words that give it an office may begin."""
    return seen.sentence.passage.text[max(seen.sentence.start, seen.at[0] - _TOLD_BEHIND) : seen.at[0]]


def _behind(patterns: PatternFile, seen: _Seen) -> str:
    """The words behind a name and its brackets, or behind "of <State>"."""
    after = patterns["person/in-brackets"].regex.match(seen.after)
    state = _state_behind(seen)
    return seen.after[after.end() if after else state.at[1] - seen.at[1] if state else 0 :]


def _opens_item(patterns: PatternFile, seen: _Seen) -> bool:
    """Does the name stand where an item of the list of panellists begins?"""
    opening = patterns["person/panel-list"].regex.search(seen.sentence.text)
    if opening is None:
        return False
    first = seen.sentence.start + opening.end()
    courtesy = patterns["person/courtesy-before"].regex.search(seen.before)
    before = seen.before[: courtesy.start()] + " " if courtesy is not None else seen.before
    start = seen.at[0] - (len(seen.before) - len(before))
    joints = ("; ", "; and ") if ";" in seen.sentence.text[opening.end() :] else (", ", "; ", " and ")
    return start <= first <= seen.at[0] or (start > first and before.endswith(joints))


def _closes_item(seen: _Seen) -> ListedName | None:
    """The State in the brackets that close a person's item of a list: "Marta Zedd, Director, Reef Fund (Azuria);"."""
    item = seen.after.partition(";")[0].rstrip(". ")
    opened = item.rfind("(")
    if opened < 0 or not item.endswith(")"):
        return None
    start, end = seen.at[1] + opened + 1, seen.at[1] + len(item) - 1
    state = next((n for n in seen.sentence.names if n.at == (start, end) and n.kind == "state"), None)
    rule = load_patterns("persons")["person/in-brackets"].rule
    return ListedName(**place(seen.sentence.passage, start, end, rule), name=state, expects="state") if state else None


def _presents(patterns: PatternFile, passage: Passage, at: Range) -> bool:
    """Does the name open a paragraph that tells what its bearer presented?"""
    after = passage.text[at[1] : at[1] + _AROUND]
    bracket = patterns["person/in-brackets"].regex.match(after)
    after = after[bracket.end() :] if bracket else after
    return opens(passage, at[0]) and patterns["person/presents-after"].regex.match(after) is not None


def _holds_mandate(patterns: PatternFile, seen: _Seen) -> bool:
    """Does the holder of a mandate present something: "the Special Rapporteur on fog, Ada Zedd, presented a chart"?"""
    return (
        patterns["person/mandate-before"].regex.search(seen.before) is not None
        and patterns["person/reports"].regex.match(_behind(patterns, seen)) is not None
    )


def _seen(patterns: PatternFile, sentence: Sentence, at: Range) -> _Seen:
    passage = sentence.passage
    before = passage.text[max(sentence.start, at[0] - _AROUND) : at[0]]
    after = passage.text[at[1] : min(sentence.end, at[1] + _AROUND)]
    return _Seen(sentence, at, before, after, _brackets(patterns, passage, at, after))


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


def _of_state(seen: _Seen) -> ListedName | None:
    """The State that "of" puts behind a name without brackets: "Marta Zedd of Norway"."""
    state = _state_behind(seen)
    if state is None:
        return None
    where = place(seen.sentence.passage, *state.at, load_patterns("persons")["person/of-state"].rule)
    return ListedName(**where, name=state, expects="state")


def _state_behind(seen: _Seen) -> NameMention | None:
    match = load_patterns("persons")["person/of-state"].regex.match(seen.after)
    start = seen.at[1] + match.end() if match else -1
    return next((n for n in seen.sentence.names if n.kind == "state" and n.at[0] == start and not n.shared), None)


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
