"""Grammar: the text of a query in; what is broken or would reach outside is refused, with its line and a caret.

`check` reads only words, which is quick; `prepare` parses the whole with rdflib, whose faults name the line. When an
engine refuses a query, it is `prepare` that says why, so that every store gives the same message.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.sparql import Query as Prepared
from rdflib.plugins.sparql.sparql import SPARQLError

from rapporteur.errors import UnusableQuery
from rapporteur.query.headers import Query

_NOT_CODE = re.compile(
    r'"""(?:\\.|(?!""").)*"""'
    r"|'''(?:\\.|(?!''').)*'''"
    r"|<[^<>\"{}|^`\s]*>"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|#[^\n]*",
    re.DOTALL,
)
_PREFIX = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w.-]*|):(?=[\w%\\])")
_GROUPED = re.compile(r"\bGROUP\s+BY\b", re.IGNORECASE)
_SLICED = re.compile(r"\b(?:LIMIT|OFFSET)\s+\d", re.IGNORECASE)
_REMOTE = re.compile(r"\b(SERVICE|FROM)\b", re.IGNORECASE)
_KEPT = 2**15
"""Characters of the longest text that is remembered as good; those of people may have megabytes."""
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
"""The forms of a query that reads (SPARQL 1.1 Query, section 16)."""
_FORM = re.compile(
    rf"(?<![\w?$:.-])({'|'.join(FORMS)}|INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b(?!:)", re.IGNORECASE
)


def form_of(query: Query) -> str:
    """Which of `FORMS` a query has by its first word; "SELECT" for what has none of them, and is refused as such."""
    found = _FORM.search(code(query.text))
    return found[1].upper() if found and found[1].upper() in FORMS else "SELECT"


def check(query: Query, form: str = "SELECT") -> None:
    """Refuse words that no query may hold here. A text that was found good is not read again.

    :raises UnusableQuery: for a prefix that is not declared, for SERVICE and FROM, and for another form than ``form``.
    """
    if len(query.text) > _KEPT:
        _check(query, form)
    else:
        _found_good(query.text, query.name, query.path, form)


@lru_cache(maxsize=256)
def _found_good(text: str, name: str, path: Path | None, form: str) -> None:
    """Check a text; only what raises nothing is remembered."""
    _check(Query(name, "", text, path), form)


def _check(query: Query, form: str) -> None:
    own = code(query.text)
    if (match := _undeclared(own)) is not None:
        raise UnusableQuery(
            f"The prefix {match[1]}: is not declared.{_caret(query.text, match.start())}",
            where=_line(query, match.start()),
            expected=f"a line PREFIX {match[1]}: <…> above the query.",
            remedy="Declare the prefix.",
        )
    if remote := _REMOTE.search(own):
        raise UnusableQuery(
            f"The word {remote[0]}, which fetches from elsewhere.{_caret(query.text, remote.start())}",
            where=_line(query, remote.start()),
            expected="a query over the loaded graphs alone.",
            remedy="Load the data with --graph instead.",
        )
    found = _FORM.search(own)
    if found and found[1].upper() != form:
        raise _other_form(query, found[1])


def _undeclared(own: str) -> re.Match[str] | None:
    """The first name, in what `code` leaves of a query, whose prefix has no declaration."""
    declared = set(_PREFIX.findall(own))
    names = _NAME.finditer(_PREFIX.sub(lambda m: " " * len(m[0]), own))
    return next((match for match in names if match[1] not in declared), None)


def prepare(query: Query, text: str, form: str = "SELECT") -> Prepared:
    """Parse ``text``, the query with its parameters bound.

    :raises UnusableQuery: if it is broken; it shows the line with a caret under the place where reading stopped.
    """
    try:
        prepared = prepareQuery(text)
    except ParseBaseException as fault:
        at, said = _stop(text, fault)
        raise UnusableQuery(
            f"The query is no SPARQL: {said}.{_caret(text, at)}",
            where=f"{query.path or query.name}, line {text.count(chr(10), 0, at) + 1}",
            expected=f"a well-formed SPARQL 1.1 {form} query.",
            remedy="Mend the query at that line.",
        ) from fault
    except (SPARQLError, RecursionError) as fault:
        raise UnusableQuery(
            f"The query is no SPARQL: {str(fault).splitlines()[0][:160]}",
            where=str(query.path or query.name),
            expected=f"a well-formed SPARQL 1.1 {form} query.",
            remedy="Mend the query.",
        ) from fault
    found = prepared.algebra.name.removesuffix("Query").upper()
    if found != form:
        raise _other_form(query, found)
    return prepared


def where_reading_stops(text: str) -> tuple[int, str] | None:
    """The place in a broken query where reading stops, and what is wrong there; None where nothing is found wrong.

    The engine names a place further on, and every word that its grammar would have taken there.
    """
    if (match := _undeclared(code(text))) is not None:
        return match.start(), f"the prefix {match[1]}: is not declared"
    try:
        parseQuery(text)
    except ParseBaseException as fault:
        return _stop(text, fault)
    except RecursionError:
        return None
    return None


def where_update_stops(text: str) -> tuple[int, str] | None:
    """The place in a broken update where a name or a brace is wrong, which the engine names further on."""
    own = code(text)
    if (match := _undeclared(own)) is not None:
        return match.start(), f"the prefix {match[1]}: is not declared"
    opened = _open_brace(own)
    return None if opened is None else (opened, "a brace is not closed")


def _stop(text: str, fault: ParseBaseException) -> tuple[int, str]:
    """The place of a fault and its words: the parser's own name rules of its grammar, which tell a reader nothing."""
    opened = _open_brace(code(text))
    if opened is not None:
        return opened, "a brace is not closed"
    return fault.loc, "nothing more can stand here" if "end of text" in fault.msg else "it cannot be read from here on"


def refused(query: Query, text: str, engine_says: str, form: str = "SELECT") -> UnusableQuery:
    """The error for a query that an engine refused: ours where rdflib finds a fault too, else the engine's words."""
    try:
        prepare(query, text, form)
    except UnusableQuery as fault:
        return fault
    return UnusableQuery(
        f"The store does not take the query: {(engine_says or 'it says no more.').splitlines()[0][:300]}",
        where=str(query.path or query.name),
        expected=f"a SPARQL 1.1 {form} query that this store can run.",
        remedy="Mend the query.",
    )


def is_grouped(query: Query) -> bool:
    """Whether the query has a GROUP BY of its own."""
    return bool(_GROUPED.search(code(query.text)))


def is_sliced(query: Query) -> bool:
    """Whether the query ends in a LIMIT or OFFSET of its own."""
    return bool(_SLICED.search(code(query.text).rpartition("}")[2]))


def _other_form(query: Query, form: str) -> UnusableQuery:
    reads = form.upper() in FORMS
    return UnusableQuery(
        f"A query of another form: {form.upper()}.",
        where=str(query.path or query.name),
        expected="a SELECT query, whose answer is a table." if reads else f"a query that reads: {', '.join(FORMS)}.",
        remedy="Write it as a SELECT." if reads else "Change what a store holds with `rapporteur store`.",
    )


def code(text: str) -> str:
    """The query with its IRIs, strings and comments blanked, so that only its own words are left in place."""
    return _NOT_CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def _open_brace(own: str) -> int | None:
    """Where the last brace stands that is never closed."""
    opened: list[int] = []
    for at, character in enumerate(own):
        if character == "{":
            opened.append(at)
        elif character == "}" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _line(query: Query, at: int) -> str:
    return f"{query.path or query.name}, line {query.text.count(chr(10), 0, at) + 1}"


def _caret(text: str, at: int) -> str:
    """The line that holds the place ``at``, below it a caret under that place."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0]
    if not line.strip():
        return ""
    under = "".join("\t" if character == "\t" else " " for character in line[: at - start])
    return f"\n  {line}\n  {under}^"
