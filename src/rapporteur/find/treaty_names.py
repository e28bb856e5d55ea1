"""Treaty names: every treaty that a text names, known or not, with the words that name it.

Takes the passages of a report and its `TreatyBook`, gives them back with their `TreatyName`s: titles of the
authorities, acronyms, "Optional Protocol to X" (which is never X), titles with a slip in them, and titles that the
authorities do not hold. An acronym that a committee bears too is the treaty's where the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapporteur.authorities import Instrument
from rapporteur.find.instruments_told import is_draft, topics
from rapporteur.find.passages import Passage, Range, TreatyName
from rapporteur.find.ranges import overlapping
from rapporteur.find.treaty_book import TreatyBook, chosen
from rapporteur.find.unknown_titles import begins_another, leading_words, unknown_ranges
from rapporteur.model import InstrumentRef
from rapporteur.patterns import load_patterns

_LONGEST_TITLE = 300
_JOINTS = (", ", " and ", ", and ", " or ")
"""What joins the items of a list: letters that follow a treaty so are a treaty's."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """What an acronym stands for in a report."""

    candidates: tuple[InstrumentRef, ...]
    title: str = ""
    noun: str = ""
    shared: bool = False


def with_treaties(passages: Sequence[Passage], book: TreatyBook) -> tuple[Passage, ...]:
    """The passages, each with the treaties it names.

    The first pass reads titles and the letters that the report gives them, the second the letters by themselves.
    """
    titled = [(passage, tuple(_titles(passage, book))) for passage in passages]
    letters = {key: _Letters((ref,), shared=shared) for key, (ref, shared) in book.acronyms.items()}
    given = dict(_given(titled))
    committees = set(_committees(passages))
    for key, meaning in given.items():
        known = letters.get(key)
        if known is None or (known.shared and known.candidates == meaning.candidates and key not in committees):
            letters[key] = meaning
    every = ((passage, [*names, *_by_letters(passage, names, letters)]) for passage, names in titled)
    return tuple(
        replace(passage, treaties=tuple(sorted(names, key=lambda n: n.at))) if names else passage
        for passage, names in every
    )


def _titles(passage: Passage, book: TreatyBook) -> Iterator[TreatyName]:
    """Treaties by title: known names, protocols to a treaty, titles that the authorities do not hold."""
    named = [TreatyName(name.at, _instruments(name.candidates)) for name in passage.names_of("instrument")]
    found = [_known(passage, book, name) for name in named if not begins_another(passage, name)]
    found += list(_labour(passage))
    unknown = list(unknown_ranges(passage, [name.at for name in found]))
    if found and unknown:
        within = overlapping(unknown)
        found = [name for name in found if not within(name.at)]
    found += [_unknown(passage, book, at) for at in unknown]
    found += list(_plural(passage, [name.at for name in found]))
    protocols = list(_protocols(passage, book, found))
    protocols += list(_by_topic(passage, book, [*found, *protocols]))
    protocols += list(_thereto(passage, book, found))
    taken = overlapping([name.at for name in protocols])
    yield from protocols
    yield from (name for name in found if not taken(name.at))


def _instruments(candidates: Sequence[object]) -> tuple[InstrumentRef, ...]:
    return tuple(ref for ref in candidates if isinstance(ref, InstrumentRef))


def _known(passage: Passage, book: TreatyBook, name: TreatyName) -> TreatyName:
    """A known title, or the sister of a protocol that the words around it single out."""
    sisters = book.sisters(name.candidates[0]) if len(name.candidates) == 1 else ()
    if len(sisters) < 2:
        return name
    start, end = name.at
    counted = passage.before("treaty/ordinal-before", start)
    topics, after = _topics(passage, end, sisters)
    if topics:
        return replace(name, at=(start, after), candidates=chosen(sisters, topics, "", plural=False))
    if counted is not None:
        meant = chosen(sisters, (), counted["ordinal"], plural=False)
        return replace(name, at=(start - len(counted.group()), end), candidates=meant)
    return name


def _topics(passage: Passage, at: int, protocols: Sequence[Instrument]) -> tuple[tuple[str, ...], int]:
    """What protocols are said to be on, and where that ends: "on the sale of children and on a procedure"."""
    known = [(topic, topic.casefold()) for book in protocols for topic in book.topics]
    found: list[str] = []
    end = at
    while (lead := passage.take("treaty/protocol-topic", end)) is not None:
        begin = end + lead.end()
        said = passage.text[begin : begin + _LONGEST_TITLE].casefold()
        fitting = [topic for topic, low in known if said.startswith(low) and not said[len(low) :][:1].isalnum()]
        if not fitting:
            break
        longest = max(fitting, key=len)
        found.append(longest)
        end = begin + len(longest)
    return tuple(found), end


def _plural(passage: Passage, named: Sequence[Range]) -> Iterator[TreatyName]:
    """Several treaties in one by what they are called after, "the Isle and Reef Conventions": none is told apart."""
    is_named = overlapping(named)
    for match in passage.search("treaty/plural"):
        if not is_named(match.span()):
            yield TreatyName(match.span(), noun=match.group().rpartition(" ")[2].removesuffix("s"), several=True)


def _labour(passage: Passage) -> Iterator[TreatyName]:
    """Labour conventions by number, one name a number: "ILO conventions Nos. 998 and 999"."""
    if "onvention" not in passage.text:
        return
    for match in passage.search("treaty/labour"):
        for number in passage.patterns["treaty/digits"].regex.findall(match["numbers"]):
            title = match.group() if match["numbers"] == number else f"ILO Convention No. {number}"
            yield TreatyName(match.span(), title=title, noun="Convention", number=number)
    for match in passage.search("treaty/labour-behind"):
        for number in passage.patterns["treaty/digits"].regex.findall(match["numbers"]):
            yield TreatyName(match.span(), title=f"ILO Convention No. {number}", noun="Convention", number=number)
    for match in passage.search("treaty/labour-titled"):
        start = match.start() + leading_words(passage, match.start())
        title = passage.text[start : match.end()]
        known = passage.patterns["treaty/number"].regex.search(title)
        if known is not None:
            yield TreatyName((start, match.end()), title=title, noun="Convention", number=known["number"])


def _unknown(passage: Passage, book: TreatyBook, at: Range) -> TreatyName:
    """A title that is no name of the authorities: with a slip in it one of theirs, else a treaty named here only."""
    title = passage.text[slice(*at)]
    noun = next(iter(passage.patterns["treaty/noun"].regex.findall(title)), "")
    meant = book.of_words(noun, title)
    if meant is not None:
        return TreatyName(at, (meant,), noun=noun, similar=True)
    number = passage.patterns["treaty/number"].regex.search(title)
    named = passage.patterns["treaty/title-of-one"].regex.match(title) is not None
    named = named and passage.patterns["treaty/side-by-side"].regex.search(title) is None
    return TreatyName(at, title=title if named else "", noun=noun, number=number["number"] if number else "")


def _protocols(passage: Passage, book: TreatyBook, found: Sequence[TreatyName]) -> Iterator[TreatyName]:
    """ "Optional Protocol to X": the protocol of X that topic or ordinal tell, a treaty named here only, never X."""
    if "rotocol" not in passage.text:
        return
    starts = {name.at[0]: name for name in found}
    known = [name.at for name in found if name.candidates]
    for head in passage.search("treaty/protocol-to"):
        start, end = head.span("whole")
        if any(first <= start and end < last for first, last in known):
            continue
        parent = starts.get(end) or _lettered(passage, book, end) or _misnamed(passage, book, start, starts)
        if parent is None:
            continue
        plural = head["plural"] is not None
        protocols = book.protocols.get(parent.candidates[0], ()) if len(parent.candidates) == 1 else ()
        if head["optional"]:
            protocols = tuple(p for p in protocols if p.generic == "Optional Protocol")
        at = (start, parent.at[1])
        draft = is_draft(passage, start)
        if not protocols or draft:
            words = passage.text[slice(*at)]
            yield TreatyName(at, title="" if plural or draft else words, noun="Protocol", several=plural)
            continue
        topics, after = _topics(passage, parent.at[1], protocols)
        meant = chosen(protocols, topics, head["ordinal"] or "", plural=plural)
        yield TreatyName((start, after), meant, noun="Optional Protocol", several=plural, counted=head["count"] or "")


def _by_topic(passage: Passage, book: TreatyBook, found: Sequence[TreatyName]) -> Iterator[TreatyName]:
    """ "Optional Protocol on the sale of buoys": the one on that among the protocols to a treaty named in the text."""
    for start, end in topics(passage):
        near = [name.candidates[0] for name in found if len(name.candidates) == 1 and name.at[0] < start]
        families = dict.fromkeys(near) | dict.fromkeys(InstrumentRef(book.instruments[ref.id].parent) for ref in near)
        sisters = [protocol for parent in families for protocol in book.protocols.get(parent, ())]
        said, after = _topics(passage, end, sisters)
        if said:
            yield TreatyName((start, after), chosen(sisters, said, "", plural=False), noun="Optional Protocol")


def _thereto(passage: Passage, book: TreatyBook, found: Sequence[TreatyName]) -> Iterator[TreatyName]:
    """ "the Optional Protocols thereto on the sale of buoys": those on that to the treaty named last."""
    for match in passage.search("treaty/protocols-thereto"):
        near = sorted((n.at, n.candidates[0]) for n in found if len(n.candidates) == 1 and n.at[0] < match.start())
        sisters = book.protocols.get(near[-1][1], ()) if near else ()
        said, after = _topics(passage, match.end(), sisters)
        if said:
            several = match["plural"] is not None
            meant = chosen(sisters, said, "", plural=several)
            yield TreatyName((match.start(), after), meant, noun="Optional Protocol", several=several)


def _lettered(passage: Passage, book: TreatyBook, at: int) -> TreatyName | None:
    """The treaty whose letters stand at a place, after the word "Protocol to"."""
    letters = passage.take("treaty/acronym", at)
    known = book.acronyms.get(letters["acronym"]) if letters is not None else None
    if letters is None or known is None:
        return None
    return TreatyName((at, at + letters.end()), (known[0],))


def _misnamed(passage: Passage, book: TreatyBook, start: int, starts: Mapping[int, TreatyName]) -> TreatyName | None:
    """ "Optional Protocol to the Rights of the Child": the convention whose words a protocol's title names."""
    name = starts.get(start)
    if name is None or not name.title:
        return None
    for noun in ("Convention", "Covenant"):
        meant = book.of_words(noun, passage.patterns["treaty/protocol-words"].regex.sub("", name.title))
        if meant is not None:
            return TreatyName(name.at, (meant,))
    return None


def _given(titled: Sequence[tuple[Passage, Sequence[TreatyName]]]) -> Iterator[tuple[str, _Letters]]:
    """The letters that the report gives treaties: "Convention on Buoys (COB)"; not those of a body that is named after
    a treaty, "Working Group on the Buoy Convention (WGB)"."""
    for passage, names in titled:
        for name in names:
            given = passage.take("treaty/gives-letters", name.at[1])
            if (
                given is not None
                and not _of_body(passage, name, given["letters"])
                and not name.several
                and (name.title or len(name.candidates) == 1)
            ):
                yield given["letters"], _Letters(name.candidates, name.title, name.noun)


def _of_body(passage: Passage, name: TreatyName, letters: str) -> bool:
    """Are letters behind a treaty's title those of a body whose name the title ends?"""
    of_body = load_patterns("given")["given/of-body"].regex
    words = passage.text[slice(*name.at)].split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    before = passage.text[max(0, name.at[0] - _LONGEST_TITLE) : name.at[0]]
    return letters.partition("-")[0] != initials and of_body.search(before) is not None


def _committees(passages: Sequence[Passage]) -> Iterator[str]:
    """The letters that the report gives bodies: "Committee on Buoys (COB)"."""
    for passage in passages:
        if "ommittee" in passage.text:
            yield from (match["letters"] for match in passage.search("treaty/committee-letters"))


def _by_letters(passage: Passage, names: Sequence[TreatyName], letters: Mapping[str, _Letters]) -> Iterator[TreatyName]:
    """Each treaty by its letters alone, outside titles and the brackets that give them."""
    acronyms = list(passage.search("treaty/acronym"))
    if not acronyms:
        return
    brackets = [
        (name.at[1], name.at[1] + letters_given.end())
        for name in names
        if (letters_given := passage.take("treaty/gives-letters", name.at[1])) is not None
    ]
    taken = overlapping([*(name.at for name in names), *brackets])
    ends = {name.at[1] for name in names}
    found: list[TreatyName] = []
    for match in acronyms:
        at = match.span()
        meaning = letters.get(match["acronym"])
        if meaning is None:
            at = (match.start(), match.start() + len(match["letters"]))
            meaning = letters.get(match["letters"])
        if meaning is None or taken(at):
            continue
        of_treaty = passage.before("treaty/letters-of-treaty", at[0]) is not None
        if not of_treaty and passage.take("treaty/letters-of-body", at[1]) is not None:
            continue
        shared = (
            meaning.shared
            and not of_treaty
            and not any(at[0] - len(joint) in ends and passage.text.endswith(joint, 0, at[0]) for joint in _JOINTS)
        )
        if not shared:
            ends.add(at[1])
        found.append(TreatyName(at, meaning.candidates, title=meaning.title, noun=meaning.noun, shared=shared))
    sure = {name.at[0] for name in (*names, *found) if not name.shared}
    for name in reversed(found):
        joined = any(
            name.at[1] + len(joint) in sure and passage.text.startswith(joint, name.at[1]) for joint in _JOINTS
        )
        if name.shared and joined:
            sure.add(name.at[0])
            yield replace(name, shared=False)
        else:
            yield name
