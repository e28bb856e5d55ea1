"""Treaties by name, "the Protocol" for one named before, and "its Protocols" for those of a convention.

Takes a passage and the ranges that other citations cover, gives `TreatyMention`s in reading order. A treaty inside a
provision's citation or a title is marked "inside": no mention of its own, it still tells later words what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model import InstrumentRef
from rapporteur.model.citations import ProvisionMention, TreatyMention


def find_treaties(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range]
) -> Iterator[TreatyMention]:
    """Each naming of a treaty, in reading order."""
    found = [
        *_named(passage, provisions, titles),
        *_unknown(passage, provisions, titles),
        *_anaphors(passage, provisions, titles),
    ]
    yield from sorted(found, key=lambda mention: mention.at)


def _named(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range]
) -> Iterator[TreatyMention]:
    inside = [p.at for p in provisions]
    for name in passage.names:
        if name.kind != "instrument" or covered(name.at, titles):
            continue
        candidates = tuple(ref for ref in name.candidates if isinstance(ref, InstrumentRef))
        defines = passage.take("treaty/defines", name.at[1])
        yield TreatyMention(
            **passage.place(*name.at, "treaty/name"),
            form="name",
            candidates=candidates,
            role="inside" if covered(name.at, inside) else "plain",
            defines=defines["noun"] if defines is not None else "",
        )


def _unknown(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range]
) -> Iterator[TreatyMention]:
    inside = [p.at for p in provisions]
    noun = passage.patterns["treaty/unknown"].regex
    for at in passage.unknown_treaties:
        found = noun.search(passage.text, *at)
        if found is not None and not covered(at, titles):
            yield TreatyMention(
                **passage.place(*at, "treaty/unknown"),
                form="name",
                noun=found.group(),
                role="inside" if covered(at, inside) else "plain",
            )


def _anaphors(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range]
) -> Iterator[TreatyMention]:
    named = [n.at for n in passage.names if n.kind != "state"]
    others = [*titles, *named]
    inside = [p.at for p in provisions]
    for match in passage.search("treaty/anaphor"):
        if not covered(match.span(), others):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/anaphor"),
                form="anaphor",
                noun=match["noun"],
                role="inside" if covered(match.span(), inside) else "plain",
            )
    if "Protocols" not in passage.text:
        return
    for match in passage.search("treaty/protocols"):
        if not covered(match.span(), [*others, *inside]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/protocols"),
                form="protocols",
                noun="Protocols",
            )
