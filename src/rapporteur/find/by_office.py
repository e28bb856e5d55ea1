"""Lists by office and name: "the following panellists made statements: the Chief Keeper, Ada Zedd; the Director, …".

Takes a passage, gives a `PersonMention` for each of those listed, and the stretch of text that was read so. A list with
an item that cannot be read is left whole, to be named as unread.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.find.passages import Passage, Range, Sentence
from rapporteur.find.scenes import place, sentences
from rapporteur.model import PartKind
from rapporteur.model.actors import ListedName, PersonMention
from rapporteur.patterns import load_patterns


def find_by_office(passage: Passage) -> tuple[list[PersonMention], list[Range]]:
    """Those whom the lists of a passage name by office and name, and where the lists stand."""
    found: list[PersonMention] = []
    taken: list[Range] = []
    if passage.part.kind is not PartKind.PARAGRAPH or "following" not in passage.text:
        return found, taken
    for sentence in sentences(passage):
        head = load_patterns("by_office")["by-office/head"].regex.search(sentence.text)
        items = tuple(_items(sentence, head.end(), bool(head["panel"]))) if head is not None else ()
        if head is not None and items and None not in items:
            found += [item for item in items if item is not None]
            taken.append((sentence.start + head.start(), sentence.end))
    return found, taken


def _items(sentence: Sentence, start: int, panel: bool) -> Iterator[PersonMention | None]:
    """Each item of the list that begins at an index of the sentence; None for one that is not built so."""
    patterns, text = load_patterns("by_office"), sentence.text
    joints = [m.span() for m in patterns["by-office/joint"].regex.finditer(text, start)]
    ends = [*(first for first, _ in joints), len(text)]
    for first, last in zip([start, *(stop for _, stop in joints)], ends, strict=True):
        if text[first:last].strip(" .;"):
            yield from _joined(sentence, first, last, panel)


def _joined(sentence: Sentence, first: int, last: int, panel: bool) -> tuple[PersonMention | None, ...]:
    """The two items that an "and" joins without a comma, if both are built so; else the one."""
    for joint in load_patterns("by_office")["by-office/and"].regex.finditer(sentence.text, first, last):
        two = _item(sentence, first, joint.start(), panel), _item(sentence, joint.end(), last, panel)
        if None not in two:
            return two
    return (_item(sentence, first, last, panel),)


def _item(sentence: Sentence, first: int, last: int, panel: bool) -> PersonMention | None:
    patterns = load_patterns("by_office")
    item = patterns["by-office/item"].regex.match(sentence.text[first:last])
    if item is None:
        return None
    name = load_patterns("persons")["person/name"].regex.search(item["name"])
    if name is None or name.end() != len(item["name"]):
        return None
    start = sentence.start + first + item.start("name")
    bearer = (start + name.start(), start + name.end())
    office = (sentence.start + first + item.start("office"), sentence.start + first + item.end("office"))
    return PersonMention(
        **place(sentence.passage, *bearer, patterns["by-office/item"].rule),
        name=name.group(),
        role="panellist" if panel else "speaker",
        introduces=True,
        representing=_state(sentence, office),
    )


def _state(sentence: Sentence, office: Range) -> ListedName | None:
    """The State whose name ends an office that is held for a State: "the Permanent Representative of Peru"."""
    of_state = load_patterns("by_office")["by-office/of-state"]
    name = next((n for n in sentence.names if n.kind == "state" and n.at[1] == office[1] and n.at[0] > office[0]), None)
    if name is None or of_state.regex.search(sentence.passage.text[office[0] : name.at[0]]) is None:
        return None
    return ListedName(**place(sentence.passage, *name.at, of_state.rule), name=name, expects="state")


def state_of_office(sentence: Sentence, at: Range) -> ListedName | None:
    """The State for which the bearer of a name holds the office around it: "Ada Zedd, Minister of Justice of Peru"."""
    patterns, text = load_patterns("by_office"), sentence.passage.text
    behind, next_bearer = patterns["by-office/held-behind"].regex, patterns["by-office/next-bearer"].regex
    of_state, bears = patterns["by-office/of-state"], patterns["by-office/bears"].regex
    states = [n for n in sentence.names if n.kind == "state" and not n.shared]
    after = next((n for n in states if n.at[0] > at[1]), None)
    held = behind.match(text[at[1] : after.at[0]]) if after is not None else None
    if after is not None and held is not None and not (held["the"] and next_bearer.match(text[after.at[1] :])):
        return ListedName(**place(sentence.passage, *after.at, of_state.rule), name=after, expects="state")
    before = next((n for n in reversed(states) if n.at[1] < at[0]), None)
    if before is None or not bears.match(text[before.at[1] : at[0]]):
        return None
    if of_state.regex.search(text[sentence.start : before.at[0]]) is None:
        return None
    return ListedName(**place(sentence.passage, *before.at, of_state.rule), name=before, expects="state")
