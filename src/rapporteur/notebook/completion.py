"""Completion in a ``%%sparql`` cell: the cell and where the cursor stands → words that fit there.

What is offered comes from the cell and from the vocabulary that the package carries: prefixes, classes and properties,
the variables of the query, the words of SPARQL. Nothing is asked of a store, so that it never waits.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult, context_matcher

from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.grammar import code
from rapporteur.query.terms import terms

MAGIC = "%%sparql"
WORDS = (
    *("ASK", "ASC", "BIND", "BOUND", "COALESCE", "CONCAT", "CONSTRUCT", "COUNT", "DESC", "DESCRIBE", "DISTINCT"),
    *("EXISTS", "FILTER", "GROUP BY", "GROUP_CONCAT", "HAVING", "IF", "IN", "LANG", "LANGMATCHES", "LCASE", "LIMIT"),
    *("MAX", "MIN", "MINUS", "NOT", "OFFSET", "OPTIONAL", "ORDER BY", "PREFIX", "REGEX", "REPLACE", "SAMPLE", "SELECT"),
    *("SEPARATOR", "STR", "STRAFTER", "STRBEFORE", "STRENDS", "STRLEN", "STRSTARTS", "SUM", "UCASE", "UNDEF", "UNION"),
    *("VALUES", "WHERE", "YEAR"),
)
"""Words of SPARQL 1.1 that a reader's query has use for."""
_BEFORE = re.compile(r"[?$]\w*$|(?:[\w-]+:)?[\w-]*$")
_VARIABLE = re.compile(r"[?$](\w+)")
_OURS = re.compile(r"(?<![\w:-])rap:\w+")
_TYPED = re.compile(r"(?:\ba|rdf:type)\s+$")


@context_matcher()  # type: ignore[untyped-decorator]  # IPython does not type it
def complete(context: CompletionContext) -> SimpleMatcherResult:
    """What IPython asks for completions; outside a cell of ours it says nothing, within one nobody else does."""
    if not context.full_text.startswith(MAGIC) or context.cursor_line == 0:
        return {"completions": []}
    lines = context.full_text.split("\n")
    before = "\n".join([*lines[1 : context.cursor_line], context.text_until_cursor])
    fragment = fragment_of(before)
    body = "\n".join(lines[1:])
    found = [SimpleCompletion(text=text, type=kind) for text, kind in fitting(fragment, before, body)]
    return {"completions": found, "matched_fragment": fragment, "suppress": True}


def fragment_of(before: str) -> str:
    """What is being written at the end of ``before``: a variable, a name with its prefix, or a word.

    >>> fragment_of("SELECT ?unit WHERE { ?unit rap:cites/rdfs:la")
    'rdfs:la'
    """
    match = _BEFORE.search(before)
    return match[0] if match else ""


def fitting(fragment: str, before: str, body: str) -> Iterator[tuple[str, str]]:
    """What begins as ``fragment`` does, with its kind, as IPython names kinds.

    :param before: the query up to the cursor, which tells that a class is asked for.
    :param body: the whole query, for its variables.

    >>> [text for text, _ in fitting("rap:Rec", "?unit a rap:Rec", "")]
    ['rap:Recommendation']
    >>> [text for text, _ in fitting("?u", "?u", "SELECT ?unit ?u WHERE { ?unit")]
    ['?unit']
    """
    start = fragment.lower()
    if fragment[:1] in ("?", "$"):
        names = sorted({fragment[0] + name for name in _VARIABLE.findall(body)} - {fragment})
        yield from ((name, "instance") for name in names if name.lower().startswith(start))
        return
    classes, properties = _names()
    if _TYPED.search(before[: len(before) - len(fragment)]):
        yield from ((name, "class") for name in classes if name.lower().startswith(start))
        return
    for terms_of_kind, kind in ((properties, "property"), (classes, "class")):
        yield from ((name, kind) for name in terms_of_kind if fragment and name.lower().startswith(start))
    if ":" not in fragment and fragment:
        yield from ((f"{prefix}:", "module") for prefix in PREFIXES if prefix.startswith(start))
        yield from ((word, "keyword") for word in WORDS if word.lower().startswith(start))


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Classes and properties with their prefixes, ours first."""
    known = terms()
    return _short(known["classes"]), _short(known["properties"])


def strange(query: str) -> list[str]:
    """Terms of ours that a query uses and the vocabulary does not have, each with the nearest that it has.

    >>> strange("?unit a rap:Recomendation ; rap:number ?number")
    ['There is no rap:Recomendation; there is rap:Recommendation.']
    """
    classes, properties = _names()
    known = {*classes, *properties}
    said = []
    for name in dict.fromkeys(_OURS.findall(code(query))):
        if name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
            said.append(f"There is no {name}{f'; there is {near[0]}' if near else ''}.")
    return said


def _short(listed: list[dict[str, str]]) -> tuple[str, ...]:
    found = []
    for term in listed:
        for prefix, namespace in PREFIXES.items():
            if term["iri"].startswith(namespace):
                found.append(f"{prefix}:{term['iri'].removeprefix(namespace)}")
    return tuple(found)
