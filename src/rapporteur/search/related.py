"""A part in, the parts whose words are most like its own out, by BM25 over its most telling words.

The words that tell most are those that stand in few parts: the logarithm of all parts over those that hold a word, more
where it stands here more than once. Words that stand in one part alone, or in more than a tenth, tell nothing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from rapporteur.errors import UnusableQuery
from rapporteur.search.answer import Found
from rapporteur.search.asking import FAR, MOST, answer, check_number
from rapporteur.search.filters import Conditions, Given, conditions_of
from rapporteur.search.index import SearchIndex
from rapporteur.search.plan import ranked_by_any

TELLING = 25
"""Words that are looked for."""
_WORD = re.compile(r"[^\W_]+")


def ask_related(index: SearchIndex, iri: str, *, limit: int = 10, offset: int = 0, **filters: Given) -> Found:
    """The parts most like one, which must be in the index; of its own kind unless ``kind`` says otherwise.

    Parts that share words of the same place with it (its own subparagraphs, units, statement) are left out.

    :param iri: of the part, in full or what follows ``id/``.
    :raises UnusableQuery: if the index holds no such part.
    """
    with index.transaction():
        words, conditions = meant(index, iri, limit, offset, filters)
        telling = telling_words(index, words)
        if not telling:
            return Found((), 0, 0, {}, ("Its words are too common, or stand nowhere else.",))
        return answer(index, ranked_by_any(telling), conditions, limit, offset)


def meant(
    index: SearchIndex, iri: str, limit: int, offset: int, filters: Mapping[str, Given]
) -> tuple[str, Conditions]:
    """The words of the part that is meant, and what parts that can be related to it must fulfil; in a transaction.

    :raises UnusableQuery: if the index holds no such part, or a number or filter is none.
    """
    check_number("limit", limit, MOST)
    check_number("offset", offset, FAR)
    row = index.database.execute(
        "SELECT id, report, kind, words, start, end, place FROM part WHERE iri = ?1 "
        "OR iri = (SELECT substr(iri, 1, instr(iri, '/id/') + 3) || ?1 FROM report LIMIT 1)",
        ("".join(sign for sign in str(iri) if unicodedata.category(sign) != "Cs"),),
    ).fetchone()
    if row is None:
        raise UnusableQuery(
            f"No part {str(iri)!r}.",
            where="the search for what is related",
            expected="the IRI of a paragraph, recommendation, note, statement or heading in the index.",
            remedy="Search for it in words first; each hit has its IRI.",
        )
    number, report, kind, words, start, end, place = row
    conditions = conditions_of(index.database, {"kind": kind, **filters})
    conditions.sql += [
        "part.id <> ?",
        "NOT (part.report = ? AND part.place < ? AND coalesce(part.end, part.place + 1) > ?)",
    ]
    begin = start if start is not None else place
    conditions.values += [number, report, end if end is not None else begin + 1, begin]
    return words, conditions


def telling_words(index: SearchIndex, text: str) -> list[str]:
    """The words of a text that tell most within an index, most first."""
    run = index.database.execute
    (all_parts,) = run("SELECT count(*) FROM part").fetchone()
    weights: dict[str, float] = {}
    for word, times in Counter(_plain(text)).items():
        held = run("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
        if held and 1 < held[0] <= max(2, all_parts // 10):
            weights[word] = (1 + math.log(times)) * math.log(all_parts / held[0])
    return sorted(weights, key=lambda word: (-weights[word], word))[:TELLING]


def _plain(text: str) -> list[str]:
    """The words of a text as the index keeps them: lower case, without diacritics."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign) != "Mn")
    return _WORD.findall(unicodedata.normalize("NFC", bare).lower())
