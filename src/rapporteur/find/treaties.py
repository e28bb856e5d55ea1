"""Treaties by name, "the Protocol" for one named before, and "its Protocols" for those of a convention.

Takes a passage and the ranges that other citations cover, gives `TreatyMention`s in reading order. A treaty inside a
provision's citation or a title is marked "inside": no mention of its own, it still tells later words what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model.citations import ProvisionMention, TreatyMention


def find_treaties(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range]
) -> Iterator[TreatyMention]:
    """Each naming of a treaty, in reading order."""
    inside = [p.at for p in provisions]
    found = [*_named(passage, inside, titles), *_anaphors(passage, inside, titles)]
    yield from sorted(found, key=lambda mention: mention.at)


def _named(passage: Passage, inside: Sequence[Range], titles: Sequence[Range]) -> Iterator[TreatyMention]:
    for name in passage.treaties:
        if covered(name.at, titles):
            continue
        known = bool(name.candidates)
        defines = passage.take("treaty/defines", name.at[1])
        short = passage.take("treaty/also-known", name.at[1])
        yield TreatyMention(
            **passage.place(
                *name.at, "treaty/similar" if name.similar else "treaty/name" if known else "treaty/unknown"
            ),
            form="set" if name.several else "name",
            noun=name.noun,
            title=name.title,
            number=name.number,
            similar=name.similar,
            shared=name.shared,
            counted=name.counted,
            candidates=name.candidates,
            role="inside" if covered(name.at, inside) else "plain",
            defines=defines["noun"] if defines is not None else "",
            short=short["short"] if short is not None else "",
        )


def _anaphors(passage: Passage, inside: Sequence[Range], titles: Sequence[Range]) -> Iterator[TreatyMention]:
    others = [*titles, *(n.at for n in passage.names_of("organization")), *(n.at for n in passage.treaties)]
    for match in passage.search("treaty/anaphor"):
        if not covered(match.span(), others):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/anaphor"),
                form="anaphor",
                noun=match["noun"],
                role="inside" if covered(match.span(), inside) else "plain",
            )
    if "rotocol" not in passage.text:
        return
    for match in passage.search("treaty/its-protocol"):
        if not covered(match.span(), [*others, *inside]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/its-protocol"),
                form="protocol-of",
                noun="Optional Protocol" if match["optional"] or match["thereto"] else "Protocol",
                ordinal=(match["ordinal"] or match["counted"] or "").lower(),
            )
    for match in passage.search("treaty/protocols"):
        if not covered(match.span(), [*others, *inside]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/protocols"),
                form="protocols",
                noun="Protocols",
            )
