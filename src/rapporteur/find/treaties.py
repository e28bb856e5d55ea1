"""Treaties by name, "the Protocol" or "the 1931 Protocol" for one named before, "its Protocols" for a convention's.

Takes a passage and the ranges that other citations cover, gives `TreatyMention`s in reading order. A treaty inside a
provision's citation or a title is marked "inside": no mention of its own, it still tells later words what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapporteur.find.instruments_told import counts_some
from rapporteur.find.passages import Passage, Range, TreatyName, covered
from rapporteur.model.citations import ProvisionMention, TreatyMention


def find_treaties(
    passage: Passage, provisions: Sequence[ProvisionMention], titles: Sequence[Range], bodies: Sequence[Range] = ()
) -> Iterator[TreatyMention]:
    """Each naming of a treaty, in reading order.

    :param bodies: names of bodies; a treaty in one of them is "inside" too.
    """
    inside = [*(p.at for p in provisions), *bodies]
    found = [*_named(passage, inside, titles), *_anaphors(passage, inside, titles)]
    yield from sorted(found, key=lambda mention: mention.at)


def _named(passage: Passage, inside: Sequence[Range], titles: Sequence[Range]) -> Iterator[TreatyMention]:
    for name in passage.treaties:
        if covered(name.at, titles):
            continue
        known = bool(name.candidates)
        defines = passage.take("treaty/defines", name.at[1])
        short = passage.take("treaty/also-known", name.at[1])
        if short is not None and passage.patterns["treaty/short-of-parent"].regex.search(
            f"{passage.text[slice(*name.at)]} ({short['short']})"
        ):
            short = None
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
            year=_year(passage, name.at),
            defines=defines["noun"] if defines is not None else _drawn_up(passage, name),
            short=short["short"] if short is not None else "",
        )


def _drawn_up(passage: Passage, name: TreatyName) -> str:
    """The noun of a treaty that the conference says it drew up, which it calls by that noun from there on."""
    if passage.before("treaty/drawn-up", name.at[0]) is None:
        return ""
    noun = passage.patterns["treaty/noun"].regex.search(passage.text, *name.at)
    return noun.group() if noun is not None else ""


def _year(passage: Passage, at: Range) -> str:
    """The year that stands beside a title, or ends it; "" where none does."""
    before = passage.before("treaty/year-before", at[0])
    if before is not None:
        return before["year"]
    after = passage.take("treaty/year-after", at[1])
    if after is None:
        after = passage.patterns["treaty/year-inside"].regex.search(passage.text, *at)
    return next((group for group in after.groups() if group), "") if after is not None else ""


def _anaphors(passage: Passage, inside: Sequence[Range], titles: Sequence[Range]) -> Iterator[TreatyMention]:
    anaphors, dated = list(passage.search("treaty/anaphor")), list(passage.search("treaty/dated"))
    protocols = "rotocol" in passage.text
    if not anaphors and not dated and not protocols:
        return
    others = [*titles, *(n.at for n in passage.names_of("organization")), *(n.at for n in passage.treaties)]
    parents = [match.span() for match in passage.search("treaty/its-protocol")] if protocols else []
    for match in anaphors:
        if not covered(match.span(), [*others, *parents]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/anaphor"),
                form="anaphor",
                noun=match["noun"],
                role="inside" if covered(match.span(), inside) else "plain",
            )
    yield from _dated(passage, dated, inside, others)
    if not protocols:
        return
    for match in passage.search("treaty/its-protocol"):
        if not covered(match.span(), [*others, *inside]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/its-protocol"),
                form="protocol-of",
                noun="Optional Protocol" if match["optional"] or match["thereto"] else "Protocol",
                ordinal=(match["ordinal"] or match["counted"] or "").lower(),
                year=match["year"] or "",
            )
    for match in passage.search("treaty/protocols"):
        if not covered(match.span(), [*others, *inside]):
            yield TreatyMention(
                **passage.place(match.start(), match.end(), "treaty/protocols"),
                form="protocols",
                noun="Protocols",
                counted="some" if counts_some(passage, match.start()) or _on_something(passage, match.end()) else "",
            )


def _on_something(passage: Passage, at: int) -> bool:
    """Are the protocols that end here told by what they are on, so that they need not be all?"""
    return passage.take("treaty/protocol-topic", at) is not None


def _dated(
    passage: Passage, dated: Sequence[re.Match[str]], inside: Sequence[Range], others: Sequence[Range]
) -> Iterator[TreatyMention]:
    """Treaties by their years, one mention a year; "its 1941 Protocol" is left to the protocols."""
    for match in dated:
        at = (match.start("lead") if match["lead"] else match.start("years"), match.end())
        protocol = "rotocol" in match["noun"] and (match["lead"] or "").lower() == "its"
        if covered(at, others) or protocol:
            continue
        for year in passage.patterns["treaty/one-year"].regex.findall(match["years"]):
            yield TreatyMention(
                **passage.place(*at, "treaty/dated"),
                form="anaphor",
                noun=match["noun"],
                year=year,
                role="inside" if covered(at, inside) else "plain",
            )
