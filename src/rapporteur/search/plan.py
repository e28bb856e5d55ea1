"""The tree of a search in; out what SQLite is asked: an expression for the stems, one for beginnings of words.

Words and phrases are looked up as stems. The beginning of a word is looked up among the words as printed: the stem of
"organization" is "organ", so that ``organiz*`` would find nothing among stems. Where both stand in one search, the two
are put together as sets and their scores are added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.search.grammar import All, Any, Node, Words

OPENED, CLOSED = "\x02", "\x03"
"""Around a word that was found, in what `highlight` gives; no indexed text holds them."""

_RANKED = "SELECT rowid AS part, -rank AS score FROM {0} WHERE {0} MATCH ?"


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find and rank.

    :ivar sql: gives the columns ``part`` and ``score``, higher is better; its parameters are ``values``.
    :ivar stems: what to mark among the stems; "" if nothing.
    :ivar exact: what to mark among the words as printed; "" if nothing.
    """

    sql: str
    values: tuple[str, ...]
    stems: str
    exact: str


NOTHING = Plan("SELECT id AS part, 0.0 AS score FROM part WHERE 0", (), "", "")
"""The plan that finds nothing and marks nothing."""


def plan_of(node: Node | None) -> Plan:
    """The plan of a tree; without one, every part, all alike.

    >>> plan_of(Words("forced labour")).stems
    '"forced labour"'
    >>> plan_of(Words('a" OR b', prefix=True)).exact
    '"a"" OR b" *'
    """
    if node is None:
        return Plan("SELECT id AS part, 0.0 AS score FROM part", (), "", "")
    if not _begun(node):
        expression = _expression(node)
        return Plan(_RANKED.format("stems"), (expression,), expression, "")
    if isinstance(node, Words):
        return Plan(_RANKED.format("exact"), (_quoted(node),), "", _quoted(node))
    wanted = list(_wanted(node))
    stems = " OR ".join(_quoted(words) for words in wanted if not words.prefix)
    exact = " OR ".join(_quoted(words) for words in wanted if words.prefix)
    scored = [(name, found) for name, found in (("stems", stems), ("exact", exact)) if found]
    union = " UNION ALL ".join(_RANKED.format(name) for name, _ in scored)
    chosen, values = _set(node)
    sql = (
        f"WITH scored AS MATERIALIZED ({union}), chosen AS MATERIALIZED ({chosen}) "
        "SELECT part, sum(score) AS score FROM scored WHERE part IN (SELECT rowid FROM chosen) GROUP BY part"
    )
    return Plan(sql, (*(found for _, found in scored), *values), stems, exact)


def ranked_by_any(words: list[str]) -> Plan:
    """The plan for at least one of some words."""
    expression = " OR ".join(_quoted(Words(word)) for word in words)
    return Plan(_RANKED.format("stems"), (expression,), expression, "")


def _begun(node: Node) -> bool:
    """Whether the beginning of a word stands in the tree."""
    match node:
        case Words():
            return node.prefix
        case Any():
            return any(_begun(one) for one in node.of)
        case All():
            return any(_begun(one) for one in (*node.yes, *node.no))


def _wanted(node: Node) -> Iterator[Words]:
    """The words that a hit may hold: all but those behind NOT."""
    match node:
        case Words():
            yield node
        case Any():
            for one in node.of:
                yield from _wanted(one)
        case All():
            for one in node.yes:
                yield from _wanted(one)


def _quoted(words: Words) -> str:
    """Words as a string of FTS5, in which nothing is syntax."""
    return '"' + words.text.replace('"', '""') + '"' + (" *" if words.prefix else "")


def _expression(node: Node) -> str:
    """A tree as an expression of FTS5."""
    match node:
        case Words():
            return _quoted(node)
        case Any():
            return "(" + " OR ".join(_expression(one) for one in node.of) + ")"
        case All():
            found = "(" + " AND ".join(_expression(one) for one in node.yes) + ")"
            return f"({found} NOT ({' OR '.join(_expression(one) for one in node.no)}))" if node.no else found


def _set(node: Node) -> tuple[str, tuple[str, ...]]:
    """A tree as a SELECT of the parts it chooses, with its parameters."""
    if not _begun(node):
        return "SELECT rowid FROM stems WHERE stems MATCH ?", (_expression(node),)
    match node:
        case Words():
            return "SELECT rowid FROM exact WHERE exact MATCH ?", (_quoted(node),)
        case Any():
            signed = [("UNION", one) for one in node.of]
        case All():
            signed = [*(("INTERSECT", one) for one in node.yes), *(("EXCEPT", one) for one in node.no)]
    sql = ""
    values: tuple[str, ...] = ()
    for sign, one in signed:
        inner, given = _set(one)
        sql += (f" {sign} " if sql else "") + f"SELECT rowid FROM ({inner})"
        values = (*values, *given)
    return sql, values
