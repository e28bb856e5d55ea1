"""Words and filters in, hits and counts out: ranked by BM25, what was found marked, a page at a time."""

from __future__ import annotations

from collections import Counter

from rapporteur.errors import UnusableQuery
from rapporteur.search.answer import Count, Found, Hit
from rapporteur.search.filters import FILTERS, Conditions, Given, conditions_of, short
from rapporteur.search.grammar import parse
from rapporteur.search.index import SearchIndex
from rapporteur.search.parts import FACETS
from rapporteur.search.plan import CLOSED, OPENED, Plan, plan_of
from rapporteur.search.snippet import marked_spans, snippet_of

MOST = 1000
"""Hits on one page."""
FAR = 2**62
"""Hits that can be passed over."""

_PAGE = """
SELECT part.id, part.iri, part.kind, part.number, report.symbol, report.iri, part.label, part.words, found.score,
  part.start, part.end, part.page
FROM found CROSS JOIN part ON part.id = found.part CROSS JOIN report ON report.id = part.report
WHERE found.score >= ?
ORDER BY round(found.score, 9) DESC, report.symbol, report.iri, part.place, part.kind, part.iri
LIMIT ? OFFSET ?
"""


def ask(
    index: SearchIndex,
    words: str = "",
    *,
    limit: int = 20,
    offset: int = 0,
    facets: bool = True,
    **filters: Given,
) -> Found:
    """Search an open index.

    :param words: what to look for, in the grammar of `search.grammar`; "" for all that the filters let through.
    :param limit: hits on the page, 0 to 1000; 0 for the counts alone.
    :param facets: whether to count by facet.
    :param filters: by `search.filters.FILTERS`, each a value or several.
    :raises UnusableQuery: if the words cannot be read, a filter or kind is unknown, or a number is out of range.
    :raises UnusableIndex: if the index is damaged.
    """
    check_number("limit", limit, MOST)
    check_number("offset", offset, FAR)
    plan = plan_of(parse(words))
    with index.transaction():
        conditions = conditions_of(index.database, filters)
        return answer(index, plan, conditions, limit, offset, facets)


def answer(
    index: SearchIndex, plan: Plan, conditions: Conditions, limit: int, offset: int = 0, facets: bool = False
) -> Found:
    """Carry out a plan under conditions, within a transaction."""
    fill(index, plan, conditions)
    return shown(index, plan, conditions, limit, offset, facets)


def fill(index: SearchIndex, plan: Plan, conditions: Conditions) -> None:
    """Put the parts that a plan finds under conditions, with their scores, into the table ``found``."""
    where = " AND ".join(conditions.sql)
    index.database.execute("DELETE FROM temp.found")
    index.database.execute(
        f"INSERT INTO temp.found SELECT hit.part, hit.score FROM ({plan.sql}) AS hit"
        + (f" CROSS JOIN part ON part.id = hit.part WHERE {where}" if where else ""),
        (*plan.values, *conditions.values),
    )


def shown(
    index: SearchIndex, plan: Plan, conditions: Conditions, limit: int, offset: int = 0, facets: bool = False
) -> Found:
    """One page of what stands in the table ``found``, with what the plan looked for marked."""
    run = index.database.execute
    (total,) = run("SELECT count(*) FROM temp.found").fetchone()
    # only what can stand on the page is put in order; what differs by less than a rounding counts as alike
    last = run("SELECT score FROM temp.found ORDER BY score DESC LIMIT 1 OFFSET ?", (offset + limit,)).fetchone()
    rows = run(_PAGE, (last[0] - 1e-8 if last else -1.0, limit, offset)).fetchall()
    spans = _spans(index, plan, {row[0]: row[7] for row in rows})
    hits = []
    for number, iri, kind, count, symbol, report, label, text, score, start, end, page in rows:
        snippet, marks = snippet_of(text, spans.get(number, []))
        name = symbol or report
        hits.append(Hit(iri, kind, count, name, report, label, snippet, marks, round(score, 6), start, end, page))
    counts = _counts(index) if facets else {}
    return Found(tuple(hits), total, offset, counts, tuple(conditions.notes))


def _spans(index: SearchIndex, plan: Plan, texts: dict[int, str]) -> dict[int, list[tuple[int, int]]]:
    """Where in each part's words what was found stands.

    The few parts of the page are indexed once more by themselves: FTS5 would go through all hits for each of them.
    """
    spans: dict[int, list[tuple[int, int]]] = {part: [] for part in texts}
    run = index.database.execute
    for table, expression in (("shown_stems", plan.stems), ("shown_exact", plan.exact)):
        if expression and texts:
            run(f"DELETE FROM temp.{table}")
            index.database.executemany(f"INSERT INTO temp.{table} (rowid, words) VALUES (?, ?)", texts.items())
            sql = f"SELECT rowid, highlight({table}, 0, ?, ?) FROM temp.{table} WHERE {table} MATCH ?"
            for part, text in run(sql, (OPENED, CLOSED, expression)):
                spans[part] += marked_spans(text)
    return spans


def _counts(index: SearchIndex) -> dict[str, tuple[Count, ...]]:
    """Counts by each facet of all that was found, most first."""
    run = index.database.execute
    counted: dict[str, list[Count]] = {name: [] for name in FILTERS}
    kinds: Counter[str] = Counter()
    reports: Counter[int] = Counter()
    for report, kind, hits in run(
        "SELECT part.report, part.kind, count(*) FROM found CROSS JOIN part ON part.id = found.part GROUP BY 1, 2"
    ):
        kinds[kind] += hits
        reports[report] += hits
    # counted here and not by GROUP BY, which would sort all marks of all hits
    values = Counter(value for (value,) in run("SELECT value FROM found CROSS JOIN mark ON mark.part = found.part"))
    counted["kind"] = [Count(kind, kind, hits, "") for kind, hits in kinds.items()]
    for number, iri, symbol in run("SELECT id, iri, symbol FROM report"):
        if number in reports:
            counted["report"].append(Count(short(iri, "report"), symbol or iri, reports[number], iri))
    for number, facet, iri, label in run("SELECT id, facet, iri, label FROM value"):
        if number in values:
            counted[facet].append(Count(short(iri, facet), label or short(iri, facet), values[number], iri))
    for name in ("report", *FACETS, "kind"):
        counted[name].sort(key=lambda count: (-count.hits, count.value))
    return {name: tuple(counts) for name, counts in counted.items()}


def check_number(name: str, given: int, most: int) -> None:
    """Refuse what is no whole number from 0 to ``most``."""
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= most:
        raise UnusableQuery(
            f"The {name} {given!r}.",
            where=f"the parameter {name}",
            expected=f"a whole number from 0 to {most}.",
            remedy=f"Write for example {name} 20.",
        )
