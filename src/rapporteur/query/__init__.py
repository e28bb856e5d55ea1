"""Questions: a graph in, tables out.

`load_dataset` reads what was built, `run_query` asks one of ``queries/*.rq``; `open_collection` gives one object for a
file, a store or a server.
"""

from rapporteur.query.collection import Collection, open_collection
from rapporteur.query.collection import open_collection as open
from rapporteur.query.evidence import Evidence
from rapporteur.query.headers import Parameter, Query, read_query
from rapporteur.query.library import find_query, list_queries
from rapporteur.query.load import Loaded, load_dataset, union_of
from rapporteur.query.run import Rows, ask, run_query
from rapporteur.query.shacl import as_shacl, executables
from rapporteur.query.values import Allowed, nearest, values_of

__all__ = [
    "Allowed",
    "Collection",
    "Evidence",
    "Loaded",
    "Parameter",
    "Query",
    "Rows",
    "as_shacl",
    "ask",
    "executables",
    "find_query",
    "list_queries",
    "load_dataset",
    "nearest",
    "open",
    "open_collection",
    "read_query",
    "run_query",
    "union_of",
    "values_of",
]
