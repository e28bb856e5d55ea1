"""Bodies that the report named before: by letters it gave them, or by the name under which they were listed.

Takes the passages of a report and what was found in them, gives the further namings as `OrganizationMention`s:
letters in brackets behind a known body's name ("Lamp Committee (LC)"), or before a body in a table of abbreviations,
mean that body from there on, and a body that no authority holds, once listed as a speaker or as present, is one
wherever its name or its letters are printed again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapporteur.find.gazetteer import Gazetteer, plain_text
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model import PartRef
from rapporteur.model.actors import ActorMentions, ListedName, StatementMention
from rapporteur.model.citations import CitationMention, OrganizationMention
from rapporteur.patterns import load_patterns

_BEHIND = 60
_ROW_ENDS = re.compile(r"\s*\|")


def find_by_letters(passages: Sequence[Passage], found: Sequence[CitationMention]) -> Iterator[OrganizationMention]:
    """Each later use of letters that the text gave a known body, and that nothing else in the text is called."""
    pattern, table = load_patterns("given")["given/letters"], load_patterns("given")["given/table"]
    by_part = {passage.part: passage for passage in passages}
    given: dict[str, list[OrganizationMention]] = defaultdict(list)
    ending = {(m.text_part, m.at[1]): m for m in found if isinstance(m, OrganizationMention)}
    for mention in found:
        if not isinstance(mention, OrganizationMention) or mention.name.isupper() or mention.acronym:
            continue
        text, (start, end) = by_part[mention.text_part].text, mention.at
        if (row := table.regex.search(text[max(0, start - _BEHIND) : start])) and _ROW_ENDS.match(text, end):
            given[row["letters"]].append(mention)
        elif mention.form == "name" and (letters := pattern.regex.match(text[end : end + _BEHIND])):
            meant_by = _bearer(letters["letters"], mention, text, ending)
            given[letters["letters"]] += [meant_by] if meant_by is not None else []
    known = ("name", "unknown")
    meant = {
        key: all_[0]
        for key, all_ in given.items()
        if len({m.candidates or m.name for m in all_}) == 1 and all_[0].form in known and len(all_[0].candidates) < 2
    }
    if not meant:
        return
    book = Gazetteer.of(meant)
    for passage in passages:
        closed = [name.at for name in passage.names] + [treaty.at for treaty in passage.treaties]
        for start, end, letters_ in book.matches(passage.text):
            before = meant[letters_]
            if (passage.index, start) > before.order and not covered((start, end), closed):
                mention = OrganizationMention(
                    **passage.place(start, end, "organization/acronym"),
                    form=before.form,
                    name=letters_ if before.form == "name" else before.name,
                    candidates=before.candidates,
                )
                yield replace(mention, rule=pattern.rule)


def _bearer(
    letters: str, mention: OrganizationMention, text: str, ending: Mapping[tuple[PartRef, int], OrganizationMention]
) -> OrganizationMention | None:
    """Whose letters behind a name are: "Lamp Group of the Isles Union (IU-LAMP)" gives them to the group.

    Letters that the first letters of the name make are its own; those that only begin with them, and a hyphen, are of a
    part of it.
    """
    words = mention.name.split()
    if letters == "".join(word[0] for word in words if word[0].isupper()):
        return mention
    for joint in (" of the ", " of "):
        whole = ending.get((mention.text_part, mention.at[0] - len(joint)))
        if whole is not None and text.startswith(joint, whole.at[1]):
            return whole
    first, hyphen, _ = letters.partition("-")
    return None if hyphen and first.casefold() == "".join(word[0] for word in words).casefold() else mention


def find_listed_again(
    passages: Sequence[Passage], found: Sequence[CitationMention], actors: ActorMentions
) -> tuple[CitationMention, ...]:
    """``found`` and each naming of a body that no authority holds and that the report lists as a speaker or present.

    Only a name that is built or abbreviated as the name of an organization is looked for again, and only where nothing
    else was found: a list is where such a body is sure to be one. Words in which a list reads two bodies are not one.
    """
    found = _apart(found, actors)
    again: dict[str, ListedName] = {}
    for listed in (*actors.attendance, *actors.statements):
        if listed.name is None and not listed.partial and listed.institution and " " in listed.words:
            for form in (listed.words, listed.acronym):
                if form:
                    again.setdefault(plain_text(form)[0], listed)
    if not again:
        return tuple(found)
    closed: dict[PartRef, list[Range]] = defaultdict(list)
    for mention in found:
        closed[mention.text_part].append(mention.at)
    for listed in (*actors.attendance, *actors.statements):
        closed[listed.text_part].append(listed.at)
    rule = load_patterns("given")["given/again"].rule
    book = Gazetteer.of(again)
    added = [
        replace(
            OrganizationMention(
                **passage.place(start, end, "organization/name"),
                form="unknown",
                name=again[form].words,
                acronym=again[form].acronym,
            ),
            rule=rule,
        )
        for passage in passages
        for start, end, form in book.matches(passage.text)
        if not covered((start, end), [*closed[passage.part], *(name.at for name in passage.names)])
    ]
    return tuple(sorted([*found, *added], key=lambda mention: (mention.order, mention.at[1])))


def _apart(found: Sequence[CitationMention], actors: ActorMentions) -> Sequence[CitationMention]:
    """The mentions without the unknown bodies in whose names two of those listed stand."""
    listed: dict[PartRef, set[Range]] = defaultdict(set)
    for one in (*actors.attendance, *actors.statements):
        for name in (one, *(one.also_for if isinstance(one, StatementMention) else ())):
            listed[name.text_part].add(name.at)
    return [
        mention
        for mention in found
        if not isinstance(mention, OrganizationMention)
        or mention.candidates
        or sum(mention.at[0] <= a and b <= mention.at[1] for a, b in listed[mention.text_part]) < 2
    ]
