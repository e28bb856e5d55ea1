"""Bodies that the authorities do not hold: in lists, and in running text by the kind of body they name.

Takes a passage and what is read already, gives `OrganizationMention`s (form "unknown") with the acronym that the text
gives them. In a list every item is a name; in running text only a name in capitals that ends in or begins with a kind
of body ("… Unit", "Office to …") is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapporteur.find.name_ends import before_day, with_state
from rapporteur.find.owners import is_served, owner_end
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.ranges import begun_at, names_from
from rapporteur.model import PartKind
from rapporteur.model.citations import CitationMention, NameMention, OrganizationMention
from rapporteur.patterns import load_patterns

_DIGITS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Of a note printed right behind a name."""
_LIST_OF_STATES = 3
"""States in a row of words in capitals that make it a list of States, no name of a body."""
_ITS_OWN = 3
"""Words of a name that ends in a body's short name and is no naming of that body, "Isle Tide Board"; three of them are
none where they tell whose it is, "Isle Keeper’s Office"."""
_FEWEST = 2
"""Words of a body's name."""
_BEFORE = 60
"""Characters before a name in which several bodies are announced."""
_BEGUN_ANEW = " The "
"""Inside words in capitals, the end of a heading: what follows begins a sentence."""
_POSSESSIVE = ("’s", "'s", "s’", "s'")


def find_listed(passage: Passage, known: Sequence[Range]) -> tuple[list[OrganizationMention], list[Range]]:
    """The unknown organizations of a note that lists organizations, and the ranges of all its items.

    A note is such a list when it has three items or more, each printed as a name, and at least a third are known.

    :param known: ranges of the known organizations.
    """
    if passage.part.kind is not PartKind.NOTE:
        return [], []
    items = _joined(passage, split_list(passage.text, known))
    named = [item for item in items if _is_known(passage, item, known)]
    shape = passage.patterns["organization/list"].regex
    if len(items) < 3 or 3 * len(named) < len(items):
        return [], []
    if not all(item in named or shape.match(passage.text[slice(*item)]) for item in items):
        return [], []
    found: list[OrganizationMention] = []
    for start, end in items:
        if (start, end) not in named:
            begin = start + 4 if passage.text[start:end].startswith("the ") else start
            found.append(
                OrganizationMention(
                    **passage.place(begin, end, "organization/list"), form="unknown", name=passage.text[begin:end]
                )
            )
    return found, items


def find_unknown(passage: Passage, closed: Sequence[Range]) -> Iterator[OrganizationMention]:
    """Each unknown body in running text, outside ``closed``: titles, treaties, known bodies.

    A State leads a body's name, or ends it behind "of"; a short name with little added is none. Words that may be the
    names of two bodies are a name that nobody bears.
    """
    unknown = _matches(passage)
    ends = [name.at[1] for name in passage.names if name.kind == "state"] if unknown else []
    shorts = [short.at for short in passage.shorts]
    for first, last in unknown:
        begun = passage.text.rfind(_BEGUN_ANEW, first, last)
        start = _beginning(passage, begun + len(_BEGUN_ANEW) if begun >= 0 else first)
        whole = passage.unbroken(start, last)
        end = _ending(passage, start, whole, owner_end(passage, start, whole))
        opens = start == passage.sentence_range(start)[0]
        leading = passage.take("organization/leading" if opens else "publication/article", start)
        start += leading.end() if leading is not None else 0
        start = _unowned(passage, start, end)
        if len(passage.text[start:end].split()) < _FEWEST or _is_building(passage, start, end):
            continue
        if sum(start < last <= end for last in ends) >= _LIST_OF_STATES:
            continue
        over = [at for at in closed if at[0] < end and start < at[1] and not _is_word_of(passage, start, end, at)]
        if _is_within(passage, start, end, over):
            whole_name = OrganizationMention(
                **passage.place(start, end, "organization/two"), form="name", name=passage.text[start:end]
            )
            yield replace(whole_name, rule=load_patterns("bodies")["body/within"].rule)
            continue
        if any(at[1] > end or not is_served(passage, start, at) for at in over):
            continue
        last_letter = start + len(passage.text[start:end].rstrip(_DIGITS))
        acronym = passage.take("organization/acronym", end)
        words = passage.text[start:end].split()
        long = acronym is not None or len(words) > _ITS_OWN
        long = long or (len(words) == _ITS_OWN and not words[-2].endswith(_POSSESSIVE))
        long = long or load_patterns("bodies")["body/of-many"].regex.match(passage.text[start:end]) is not None
        if last_letter in ends or (not long and any(at[0] >= start and at[1] == end for at in shorts)):
            continue
        letters = acronym["acronym"] if acronym is not None else _letters_before(passage.text[start:end])
        start += len(letters) + 1 if acronym is None and letters else 0
        if load_patterns("bodies")["body/no-body"].regex.match(name := passage.text[start:end]) is not None:
            continue
        two = passage.patterns["organization/two"].regex.search(name) is not None or _is_two(passage, start, end)
        of_many = not letters and _is_of_many(passage, name)
        cut = passage.take("organization/goes-on", end) is not None and _is_cut(passage, start, end)
        cut = cut or (not over and _is_halved(passage, end, [begin for begin, _ in unknown]))
        rule = "organization/unknown"
        for wrong, why in ((two, "two"), (of_many, "of-many"), (cut, "unended")):
            rule = f"organization/{why}" if wrong and rule == "organization/unknown" else rule
        end = with_state(passage, end) if rule == "organization/unknown" and not letters else end
        yield OrganizationMention(
            **passage.place(start, end, rule),
            form="unknown" if rule == "organization/unknown" else "name",
            name=passage.text[start:end],
            acronym=letters,
        )


def _matches(passage: Passage) -> list[Range]:
    """Where words are built as the name of a body, the longer of two that overlap first, in reading order."""
    found = [match.span() for match in passage.search("organization/unknown")]
    rarer = load_patterns("bodies")
    more = [match.span() for id in ("body/end", "body/head") for match in rarer[id].regex.finditer(passage.text)]
    if not more:
        return found
    kept: list[Range] = []
    for at in sorted([*found, *more], key=lambda at: (at[0], -at[1])):
        if not kept or at[0] >= kept[-1][1]:
            kept.append(at)
    return kept


def _is_within(passage: Passage, start: int, end: int, over: Sequence[Range]) -> bool:
    """Do the words begin with the name of a known body of three words or more, and go on with another's?"""
    known = passage.name_at(start, "organization")
    if known is None or set(over) != {known.at} or len(known.words.split()) < _ITS_OWN:
        return False
    if len(passage.text[known.at[1] : end].split()) < _FEWEST:
        return False
    return load_patterns("bodies")["body/within"].regex.match(passage.text[known.at[1] : end]) is not None


def _is_word_of(passage: Passage, start: int, end: int, at: Range) -> bool:
    """Is a short known name only a word of the longer one, "Committee on Sea Union Lamps": a capital follows it?"""
    inside = start < at[0] and at[1] < end and len(passage.text[slice(*at)].split()) <= _FEWEST
    return inside and passage.take("organization/longer", at[1]) is not None


def _is_two(passage: Passage, start: int, end: int) -> bool:
    """May the words be the names of two bodies: the second with its article, or behind a word for several bodies?"""
    rarer, name = load_patterns("bodies"), passage.text[start:end]
    if rarer["body/two"].regex.search(name) is not None:
        return True
    announced = rarer["body/several-before"].regex.search(passage.text[max(0, start - _BEFORE) : start])
    return announced is not None and rarer["body/joined"].regex.search(name) is not None


def _is_of_many(passage: Passage, name: str) -> bool:
    """Is the name that of a kind of body that many bodies have?"""
    general, rarer = passage.patterns["organization/of-many"], load_patterns("bodies")["body/of-many"]
    return general.regex.match(name) is not None or rarer.regex.match(name) is not None


def _letters_before(words: str) -> str:
    """The letters that a list of abbreviations prints before the name they stand for; "" where none do.

    >>> _letters_before("BLI Buoy and Lamp Initiative"), _letters_before("BLI Lamp Fund")
    ('BLI', '')
    """
    letters, *rest = words.split()
    initials = "".join(word[0] for word in rest if word[0].isupper())
    return letters if len(letters) > 2 and letters == initials else ""


def _is_building(passage: Passage, start: int, end: int) -> bool:
    """Is the name that of a house where bodies meet?"""
    return passage.patterns["organization/building"].regex.search(passage.text[start:end]) is not None


def _beginning(passage: Passage, start: int) -> int:
    """Where a name begins: with the whole of a word joined by a hyphen or a stroke, "Sub-", "UNEP/"."""
    joined = passage.before("organization/joined-before", start)
    return start - len(joined["joined"]) if joined is not None else start


def _ending(passage: Passage, start: int, whole: int, owned: int) -> int:
    """Where a name ends: behind a State whose office goes on to say what it is for, and before the date it met."""
    if owned < whole:
        names = names_from(passage, owned + 1, whole + 1)
        state = next((n.at for n in names if n.kind == "state" and n.at[1] <= whole), None)
        goes_on = state is not None and passage.take("organization/for", state[1]) is not None
        owned = whole if goes_on else owned
    generic = load_patterns("bodies")["body/generic-owner"].regex.search(passage.text[start:owned])
    owned = start + generic.start() if generic is not None else owned
    owned = before_day(passage, start, owned)
    others = passage.patterns["organization/others"].regex.search(passage.text[start:owned])
    return start + others.start() if others is not None else owned


def _unowned(passage: Passage, start: int, end: int) -> int:
    """Where a name begins behind its owner, "the Board's Trust Fund", or behind the office of one who heads it."""
    for _, last in begun_at(passage, start):
        owner = passage.take("organization/owner", last) if last < end else None
        if owner is not None and len(passage.text[last + owner.end() : end].split()) > 1:
            return last + owner.end()
    ordinal = load_patterns("bodies")["body/ordinal"].regex.match(passage.text[start:end])
    head = ordinal or passage.take("organization/head", start)
    return start + head.end() if head is not None else start


def _is_cut(passage: Passage, start: int, end: int) -> bool:
    """Does a name end in a word that cannot end one, so that its last words are small ones that were not read?"""
    return passage.patterns["organization/unended"].regex.search(passage.text, start, end) is not None


def _is_halved(passage: Passage, end: int, bodies: Sequence[int]) -> bool:
    """Does "and" with one word in capitals follow that begins no other name, so that the name may go on?"""
    joined = passage.take("organization/halved", end)
    if joined is None:
        return False
    begins = end + joined.end()
    named = {name.at[0] for name in passage.names} | {short.at[0] for short in passage.shorts}
    return begins not in named and begins not in bodies and all(name.at[0] != begins for name in passage.treaties)


def find_acronyms(passage: Passage, defined: Sequence[OrganizationMention]) -> Iterator[OrganizationMention]:
    """Each later use of the acronym that the text gave an unknown body."""
    for mention in defined:
        if not mention.acronym or mention.acronym not in passage.text:
            continue
        at = passage.text.find(mention.acronym)
        while at >= 0:
            end = at + len(mention.acronym)
            alone = not passage.text[max(0, at - 1) : at].isalnum() and not passage.text[end : end + 1].isalnum()
            if alone and (passage.index, at) > mention.order:
                yield OrganizationMention(
                    **passage.place(at, end, "organization/acronym"),
                    form="unknown",
                    name=mention.name,
                    acronym=mention.acronym,
                )
            at = passage.text.find(mention.acronym, end)


def named_here(mentions: Iterable[CitationMention]) -> Iterator[NameMention]:
    """The namings of bodies that only this report names, as names without candidates: such a body can be asked too."""
    for mention in mentions:
        if isinstance(mention, OrganizationMention) and mention.form == "unknown":
            yield NameMention(
                part=mention.part,
                span=mention.span,
                words=mention.words,
                rule=mention.rule,
                kind="organization",
                text_part=mention.text_part,
                at=mention.at,
                candidates=(),
            )


def split_list(text: str, whole: Sequence[Range]) -> list[Range]:
    """The items of a comma list with a last "and"; commas and "and" in brackets or in ``whole`` names do not split."""
    body = len(text.rstrip(" ."))
    cuts: list[Range] = []
    depth = 0
    for at in range(body):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0 and text[at] in ",;" and not covered((at, at + 1), whole):
            cuts.append((at, at + 1))
    last = cuts[-1][1] if cuts else 0
    final = [
        at
        for at in range(last, body)
        if text.startswith(" and ", at)
        and text[at + 5 : at + 6].isupper()
        and not covered((at, at + 5), whole)
        and text.count("(", last, at) == text.count(")", last, at)
    ]
    if final:
        cuts.append((final[-1], final[-1] + 5))
    items: list[Range] = []
    start = 0
    for cut_start, cut_end in [*cuts, (body, body)]:
        words = text[start:cut_start]
        begin = start + len(words) - len(words.lstrip())
        if words.strip().startswith("and "):
            begin += 4
        if words.strip():
            items.append((begin, start + len(words.rstrip())))
        start = cut_end
    return items


def _joined(passage: Passage, items: list[Range]) -> list[Range]:
    """The items, those that name a part of an institution joined with the institution that follows."""
    part = passage.patterns["organization/list-part"].regex
    host = passage.patterns["organization/list-host"].regex
    joined: list[Range] = []
    for start, end in items:
        before = passage.text[slice(*joined[-1])] if joined else ""
        if joined and host.search(passage.text[start:end]) and part.match(before) and not host.search(before):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_known(passage: Passage, item: Range, known: Sequence[Range]) -> bool:
    """Is the item a known name, alone or with the body it is part of: "Harbour Division of the Secretariat"?"""
    begin = item[0] + 4 if passage.text[slice(*item)].startswith("the ") else item[0]
    for start, end in known:
        rest = passage.text[end : item[1]] if start == begin else None
        if rest is not None and (not rest.strip() or rest.startswith((" of ", " ("))):
            return True
    return False
