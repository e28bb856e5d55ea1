"""Organizations: full names and acronyms, short names of bodies, bodies a decision set up, names in lists.

Takes a report's names and its passages, gives `OrganizationMention`s. A short name ("the Conference") is a mention
only where it is no part of a longer name; which body it means is decided by `rapporteur.link.organizations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from rapporteur.authorities import Authorities
from rapporteur.find.conferences import find_conferences, find_gatherings
from rapporteur.find.names import by_part, name_book
from rapporteur.find.passages import Passage, Range, ShortName, organizations
from rapporteur.find.ranges import overlapping
from rapporteur.find.treaty_bodies import treaty_bodies
from rapporteur.find.unknown_bodies import find_listed, find_unknown
from rapporteur.model import PartKind, PartRef, Report
from rapporteur.model.citations import DecisionMention, NameMention, OrganizationMention
from rapporteur.patterns import load_patterns


def find_shorts(
    report: Report, names: Sequence[NameMention], authorities: Authorities
) -> dict[PartRef, tuple[ShortName, ...]]:
    """The short names of bodies in each text, outside the full names found there."""
    book = name_book(authorities)
    named = {part: overlapping([name.at for name in here]) for part, here in by_part(names).items()}
    nothing = overlapping(())
    return {
        part: tuple(
            ShortName((start, end), name, book.short_meanings[name])
            for start, end, name in book.short.matches(clean.text)
            if not named.get(part, nothing)((start, end))
        )
        for part, clean in report.texts()
    }


def find_organizations(
    passage: Passage, titles: Sequence[Range], references: Sequence[Range], decisions: Sequence[DecisionMention]
) -> Iterator[OrganizationMention]:
    """Each naming of an organization outside titles of publications and bibliographic references."""
    closed = [*titles, *references]
    is_closed = overlapping(closed)
    found = [*_named(passage, closed, is_closed), *_short(passage, is_closed), *_same(passage, closed)]
    found += [*_established(passage, decisions), *_own(passage, closed)]
    listed, items = find_listed(passage, [mention.at for mention in found])
    if items:
        starts = {start + 4 if passage.text.startswith("the ", start) else start for start, _ in items}
        inside = overlapping(items)
        found = [mention for mention in found if mention.at[0] in starts or not inside(mention.at)]
        inside = overlapping([mention.at for mention in listed])
        found = [mention for mention in found if not inside(mention.at)] + listed
    else:
        named = [name.at for name in passage.names if name.kind != "state"]
        bodies = [name.at for name in passage.names if name.kind == "organization"] if passage.treaties else []
        unknown = list(treaty_bodies(passage, [*closed, *bodies])) if passage.treaties else []
        treaties = [treaty.at for treaty in passage.treaties]
        unknown += list(find_gatherings(passage, [*closed, *treaties, *(m.at for m in unknown)], named))
        unknown += list(find_unknown(passage, [*closed, *named, *(mention.at for mention in unknown)]))
        inside = overlapping([mention.at for mention in unknown])
        found = [mention for mention in found if not inside(mention.at)] + unknown
        found += find_conferences(passage, [*closed, *named, *treaties, *(mention.at for mention in found)])
    yield from sorted(found, key=lambda mention: mention.at)


def _named(
    passage: Passage, closed: Sequence[Range], is_closed: Callable[[Range], bool]
) -> Iterator[OrganizationMention]:
    titles = [start for start, _ in closed]
    starts = (
        {name.at[0] for name in passage.names if not name.shared}
        | set(titles)
        | {treaty.at[0] for treaty in passage.treaties}
    )
    for name in passage.names:
        if name.kind != "organization" or is_closed(name.at):
            continue
        if (whose := _before_secretariat(passage, name)) is not None:
            where = (name.at[0] - whose, name.at[1])
            yield OrganizationMention(
                **passage.place(*where, "organization/secretariat"), form="name", name=passage.text[slice(*where)]
            )
            continue
        if passage.take("organization/name", name.at[0]) is None:
            continue
        if (longer := _longer_before(passage, name)) is not None:
            yield OrganizationMention(
                **passage.place(longer, name.at[1], "organization/part-before"),
                form="name",
                name=passage.text[longer : name.at[1]],
            )
            continue
        end = name.at[1]
        if name.words.isupper() and passage.take("organization/series", end) is not None:
            continue
        if name.words.isupper() and load_patterns("bodies")["body/in-capitals"].regex.match(passage.text[end:]):
            continue
        named_on = end + 1 in starts or name.words.isupper()
        if not named_on and passage.take("organization/longer", end) is not None:
            continue
        yield OrganizationMention(
            **passage.place(*name.at, "organization/name"),
            form="name",
            name=name.words,
            candidates=organizations(name),
        )


def _longer_before(passage: Passage, name: NameMention) -> int | None:
    """Where the longer name begins that a body's name of two words ends, "Peace and Tide Council"; None for none."""
    before = passage.before("organization/part-before", name.at[0])
    if before is None or passage.patterns["organization/of-two"].regex.match(name.words) is None:
        return None
    return name.at[0] - len(before.string) + before.start("first")


def _before_secretariat(passage: Passage, name: NameMention) -> int | None:
    """How long the word is that makes a Secretariat somebody else's, "the Lamp Secretariat"; None without one."""
    start = name.at[0]
    if passage.take("organization/secretariat", start) is None:
        return None
    before = passage.before("organization/short-before", start)
    if before is None or passage.sentence_range(start)[0] == start - len(before.group().lstrip()):
        return None
    return None if any(other.at[1] == start - 1 for other in passage.names) else len(before.group().lstrip())


def _short(passage: Passage, is_closed: Callable[[Range], bool]) -> Iterator[OrganizationMention]:
    for short in passage.shorts:
        if not is_closed(short.at) and _stands_for_itself(passage, short):
            yield OrganizationMention(
                **passage.place(*short.at, "organization/short"),
                form="short",
                name=short.name,
                candidates=short.candidates,
            )


def _own(passage: Passage, closed: Sequence[Range]) -> Iterator[OrganizationMention]:
    """ "The Committee" in the report of a committee, where no authority holds the short name."""
    noun = _noun_of(passage.report.title_text)
    if not noun or noun not in passage.text or passage.part.kind is PartKind.REPORT:
        return
    elsewhere = overlapping([*closed, *(short.at for short in passage.shorts), *(name.at for name in passage.names)])
    for match in passage.search("organization/own"):
        at = match.span("name")
        if match["name"] == noun and not elsewhere(at):
            yield OrganizationMention(**passage.place(*at, "organization/own"), form="short", name=noun)


@cache
def _noun_of(title: str) -> str:
    """The noun of the body whose report it is, by the title: "Committee"; "" where the title names none.

    >>> _noun_of("Report of the Intergovernmental Committee on Fog on its first session")
    'Committee'
    """
    match = load_patterns("citations")["organization/own-title"].regex.search(title)
    return match["noun"] if match is not None else ""


def _same(passage: Passage, closed: Sequence[Range]) -> Iterator[OrganizationMention]:
    """ "The same Committee", where no family's short name stands."""
    if "same" not in passage.text:
        return
    elsewhere = overlapping([*closed, *(short.at for short in passage.shorts)])
    for match in passage.search("organization/same"):
        start, end = match.span("name")
        if not elsewhere((start, end)):
            yield OrganizationMention(**passage.place(start, end, "organization/same"), form="same", name=match["noun"])


def _stands_for_itself(passage: Passage, short: ShortName) -> bool:
    """Is the short name a name by itself, not a part of a longer one that the authorities do not hold?"""
    start, end = short.at
    if passage.take("organization/short", end) is None:
        return False
    of = passage.take("organization/short-of", end)
    if of is not None and passage.body_at(end + of.end()) is None:
        return False
    before = passage.before("organization/short-before", start)
    return before is None or passage.sentence_range(start)[0] == start - len(before.group().lstrip())


def _established(passage: Passage, decisions: Sequence[DecisionMention]) -> Iterator[OrganizationMention]:
    for match in passage.search("organization/established"):
        start, end = match.span("name")
        sentence = passage.sentence(start)
        decision = next((d for d in decisions if d.sentence == sentence and d.number), None)
        if decision is not None:
            yield OrganizationMention(
                **passage.place(start, end, "organization/established"),
                form="established",
                name=match["name"],
                decision=decision.number,
            )
