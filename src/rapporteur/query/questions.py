"""Questions as functions: the catalogue → a function for each question, with a signature and what it gives, for `help`.

``reports.questions.who_attended(capacity="non-party-observer")`` asks what
``reports.ask("who-attended", capacity="non-party-observer")`` asks; a notebook completes the names and the parameters.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from inspect import Parameter as Argument
from inspect import Signature
from typing import TYPE_CHECKING, Any

from rapporteur.query.headers import ANY, Parameter, Query
from rapporteur.query.library import list_queries

if TYPE_CHECKING:
    import pandas

_PAGE = {
    "limit": "at most so many rows; 0 is all",
    "offset": "so many rows are left out first",
}


class Questions:
    """The carried questions: called, a table of them; each attribute, the function that asks one.

    :param ask: takes the name of a question and its parameters.
    """

    def __init__(self, ask: Callable[..., pandas.DataFrame]) -> None:
        self._ask = ask

    def __call__(self) -> pandas.DataFrame:
        """The carried questions, with the parameters that each takes."""
        import pandas

        rows = [(q.name, q.summary, ", ".join(p.name for p in q.parameters)) for q in list_queries()]
        return pandas.DataFrame(rows, columns=["name", "question", "parameters"])

    def __getattr__(self, name: str) -> Callable[..., pandas.DataFrame]:
        if name.startswith("_"):  # what Python and notebooks ask of any object
            raise AttributeError(name)
        questions = {_spelt(query.name): query for query in list_queries()}
        if name not in questions:
            near = difflib.get_close_matches(name, questions, n=3, cutoff=0.3)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise AttributeError(f"No question is called {name!r}.{hint} questions() lists them.")
        return function_of(questions[name], self._ask)

    def __dir__(self) -> Iterable[str]:
        return sorted(_spelt(query.name) for query in list_queries())


def function_of(query: Query, ask: Callable[..., pandas.DataFrame]) -> Callable[..., pandas.DataFrame]:
    """The function that asks ``query``: its parameters by keyword, those not given at their default."""

    def function(**given: Any) -> pandas.DataFrame:
        return ask(query.name, **given)

    function.__name__ = function.__qualname__ = _spelt(query.name)
    function.__doc__ = _docstring(query)
    function.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            *(
                Argument(p.name, Argument.KEYWORD_ONLY, default=_default(p), annotation=_kind(p))
                for p in query.parameters
            ),
            *(Argument(name, Argument.KEYWORD_ONLY, default=0, annotation=int) for name in _PAGE),
        ],
        return_annotation="pandas.DataFrame",
    )
    return function


def _spelt(name: str) -> str:
    """The name of a question as Python spells it."""
    return name.replace("-", "_")


def _kind(parameter: Parameter) -> Any:
    return int | str if parameter.type == "integer" else str


def _default(parameter: Parameter) -> str | int:
    return int(parameter.default) if parameter.type == "integer" and parameter.default != ANY else parameter.default


def _docstring(query: Query) -> str:
    """What a person asks, what can be given, what comes back."""
    lines = [query.summary, ""]
    if query.description:
        lines += [" ".join(query.description.split()), ""]
    if query.cost:
        lines += [f"Slow over many reports together: {query.cost}.", ""]
    lines += [f":param {p.name}: {p.meaning}{_such(p)}." for p in query.parameters]
    lines += [f":param {name}: {meaning}." for name, meaning in _PAGE.items()]
    lines += [":returns: a data frame with the columns", ""]
    for name, meaning in query.columns.items():
        unit = f" (in {query.units[name]})" if name in query.units else ""
        lines.append(f"    {name}: {meaning}{unit}")
    return "\n".join(lines)


def _such(parameter: Parameter) -> str:
    if parameter.values:
        return f": one of {', '.join(parameter.values)}"
    return f', such as "{parameter.example}"' if parameter.example else ""
