"""Questions: a graph in, tables out.

`load_dataset` reads what was built, `run_query` asks one of ``queries/*.rq``.
"""

from rapporteur.query.headers import Parameter, Query, read_query
from rapporteur.query.library import find_query, list_queries
from rapporteur.query.load import Loaded, load_dataset, union_of
from rapporteur.query.run import Rows, ask, run_query

__all__ = [
    "Loaded",
    "Parameter",
    "Query",
    "Rows",
    "ask",
    "find_query",
    "list_queries",
    "load_dataset",
    "read_query",
    "run_query",
    "union_of",
]
