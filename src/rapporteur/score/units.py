"""Recommendation units, their addressee, strength, operator, verbs and themes, scored."""

from __future__ import annotations

from rdflib.term import Node

from rapporteur.model import Span
from rapporteur.score.facts import RAP, GraphFacts
from rapporteur.score.gold import Gold, Row
from rapporteur.score.scope import AGREEMENT, annotated_place
from rapporteur.score.tally import Tally

ADDRESSEES = {
    "States parties": "addressee/states-parties",
    "States": "addressee/states",
    "Member States": "addressee/member-states",
    "Conference": "addressee/conference",
    "Secretariat": "addressee/secretariat",
    "UNODC": "addressee/unodc",
}


def score_units(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``recommendations`` by span; addressee and strength as the share of gold units wholly right; themes micro."""
    units = {
        node: Span(int(facts.value(node, RAP.start)), int(facts.value(node, RAP.end)))
        for node in facts.own("Recommendation")
    }
    units = {node: span for node, span in units.items() if annotated_place(gold, span.start, span.end)}
    names = ("recommendations", "addressee", "strength", "deontic-phrase", "action", "themes")
    tallies = {name: Tally() for name in names}
    taken: set[Node] = set()
    for row in gold.recommendations:
        node = _match(row, units)
        if node is not None:
            taken.add(node)
        if row["optional"]:
            continue
        if node is None:
            for name in names:
                if name != "themes":
                    tallies[name].miss(f"unit {row['id']}")
            for theme in row["themes"]:
                tallies["themes"].miss(f"unit {row['id']}: {theme}")
            continue
        tallies["recommendations"].hit()
        wanted = tuple(sorted(ADDRESSEES[name] for name in row["addressees"]))
        _whole(tallies["addressee"], row, facts.values(node, RAP.addressee), wanted)
        strength = facts.values(node, RAP.strength)
        fine = (f"strength/{row['strength_fine']}",)
        plain = (f"strength/{row['strength']}",)
        excuse = row["strength_fine"] == "should-acknowledge" and strength == plain
        _whole(tallies["strength"], row, fine if excuse else strength, fine)
        _whole(tallies["deontic-phrase"], row, facts.values(node, RAP.deonticPhrase), (row["deontic_norm"],))
        _whole(tallies["action"], row, facts.values(node, RAP.action), tuple(sorted(row["action_verbs"])))
        given = {theme.removeprefix("theme/") for theme in facts.values(node, RAP.theme)}
        for _ in given & set(row["themes"]):
            tallies["themes"].hit()
        for theme in sorted(given - set(row["themes"]) - set(row["themes_secondary"])):
            tallies["themes"].false(f"unit {row['id']}: {theme}")
        for theme in sorted(set(row["themes"]) - given):
            tallies["themes"].miss(f"unit {row['id']}: {theme}")
    for node, span in units.items():
        if node not in taken:
            tallies["recommendations"].false(f"{facts.local(node)} at {span.start}-{span.end}")
    return tallies


def _match(row: Row, units: dict[Node, Span]) -> Node | None:
    span = Span(row["start"], row["end"])
    best = max(units, key=lambda node: (span.jaccard(units[node]), str(node)), default=None)
    return best if best is not None and span.jaccard(units[best]) >= AGREEMENT else None


def _whole(tally: Tally, row: Row, given: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    if given == wanted:
        tally.hit()
    else:
        tally.fn += 1
        tally.false(f"unit {row['id']}: {', '.join(given) or 'none'} instead of {', '.join(wanted)}")
