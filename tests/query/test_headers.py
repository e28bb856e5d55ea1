"""Query files: is a header read as it is written, and a broken one refused with its line?"""

from __future__ import annotations

import re

import pytest

from rapporteur.errors import UnusableQuery
from rapporteur.query import Query, list_queries, read_query
from rapporteur.query.headers import TYPES, values_row
from rapporteur.query.parameters import term_of

CARRIED = list_queries()

WELL = """#+ summary: Which ferries sail?
#+ params:
#+   port:
#+     type: iri
#+     under: port/
#+     default: any
#+     example: apia
#+     meaning: the port they sail from
#+ columns:
#+   ferry: its name

SELECT ?ferry WHERE { VALUES ?port { UNDEF } ?ferry ?sails ?port }
"""


def test_a_header_gives_question_parameters_and_columns() -> None:
    """Does the header say all that a list of queries shows?"""
    query = read_query(WELL, "ferries")
    (port,) = query.parameters
    assert (query.summary, query.columns) == ("Which ferries sail?", {"ferry": "its name"})
    assert (port.name, port.type, port.under, port.default, port.example) == ("port", "iri", "port/", "any", "apia")


def test_a_column_of_numbers_says_what_they_count() -> None:
    """Are meaning and unit of a column read, and is one without a unit as it was?"""
    columns = "#+   ferry: its name\n#+   decks:\n#+     meaning: how many it has\n#+     unit: decks"
    query = read_query(WELL.replace("#+   ferry: its name", columns), "ferries")
    assert query.columns == {"ferry": "its name", "decks": "how many it has"}
    assert query.units == {"decks": "decks"}


@pytest.mark.parametrize(
    ("change", "line", "seen"),
    [
        (("#+   ferry: its name", "#+   ferry"), "line 10", "no 'key: value'"),
        (("#+   ferry: its name", "#+   ferry:\n#+     measure: decks"), "line 10", "the key measure"),
        (("type: iri", "type: ferry"), "line 3", "the type 'ferry'"),
        (("meaning:", "sense:"), "line 3", "the key sense"),
        (("VALUES ?port { UNDEF } ", ""), "line 3", "no VALUES row"),
        (("#+     default: any", "#+     type: iri"), "line 6", "type twice"),
        (("#+ summary:", "#+   summary:"), "line 1", "indented under nothing"),
    ],
)
def test_a_broken_header_is_refused_with_its_line(change: tuple[str, str], line: str, seen: str) -> None:
    """Does the message say what is wrong, and on which line?"""
    with pytest.raises(UnusableQuery) as caught:
        read_query(WELL.replace(*change), "ferries")
    assert caught.value.where == f"ferries.rq, {line}"
    assert seen in caught.value.seen


def test_the_library_holds_what_the_issue_asks_for() -> None:
    """Are there at least fifteen queries, each with a question, named columns and typed, defaulted parameters?"""
    assert len(CARRIED) >= 15
    for query in CARRIED:
        assert query.summary.endswith("?"), query.name
        assert query.columns and all(query.columns.values()), query.name
        for parameter in query.parameters:
            assert parameter.type in TYPES and parameter.default and parameter.meaning, (query.name, parameter.name)


SLOW = [query for query in CARRIED if query.cost]


@pytest.mark.parametrize("query", SLOW, ids=lambda query: query.name)
def test_what_is_slow_says_what_narrows_it(query: Query) -> None:
    """Does a cost end with what to name, and has the question each parameter it speaks of?"""
    cause, _, remedy = query.cost.rpartition("; name ")
    named = re.findall(r"(?:a|its) (\w+)", remedy)
    assert cause and named, query.cost
    assert {name.lower() for name in named} <= {parameter.name for parameter in query.parameters}


def test_most_questions_can_be_slow() -> None:
    """Is the suite above made of the many questions that read all reports, not emptied by a slip in the headers?"""
    assert len(SLOW) > 40


@pytest.mark.parametrize("query", CARRIED, ids=lambda query: query.name)
def test_the_default_of_the_header_is_the_row_of_the_body(query: Query) -> None:
    """Does the file ask, as it stands, the very question its header announces?"""
    for parameter in query.parameters:
        match = values_row(parameter.name).search(query.text)
        assert match is not None
        term = term_of(parameter, parameter.default)
        written = parameter.default if parameter.type == "integer" else term.n3() if term is not None else "UNDEF"
        assert match["value"] == written, (query.name, parameter.name)
