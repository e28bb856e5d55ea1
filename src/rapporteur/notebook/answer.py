"""Answers: a data frame in, the same frame out, shown well: few rows, whole words, what is left out said."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any, ClassVar

import pandas

ROWS = 20
"""Rows that a notebook shows unless it is asked for more."""
_LONGEST = 600
_LEFT = "text-align:left;vertical-align:top"
_RIGHT = "text-align:right;vertical-align:top"


class Answer(pandas.DataFrame):
    """A data frame that was an answer; whatever is made of it is a plain data frame again.

    >>> answer = Answer({"state": ["<b>"], "statements": [5]})
    >>> type(answer.head(1)).__name__
    'DataFrame'
    >>> "&lt;b&gt;" in answer._repr_html_()
    True
    """

    _metadata: ClassVar[list[str]] = ["rows_shown"]
    rows_shown: int = ROWS

    @property
    def _constructor(self) -> Callable[..., pandas.DataFrame]:
        return pandas.DataFrame

    def _repr_html_(self) -> str:
        shown = self._first()
        head = "".join(f'<th style="{self._style(name)}">{html.escape(str(name))}</th>' for name in self.columns)
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="{self._style(name)}">{_cell(value)}</td>'
                for name, value in zip(self.columns, row, strict=True)
            )
            + "</tr>\n"
            for row in shown.itertuples(index=False, name=None)
        )
        return (
            f'<table class="dataframe"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n'
            f"<p>{self._said(len(shown))}</p>"
        )

    def __repr__(self) -> str:
        shown = self._first()
        return f"{shown.to_string(na_rep='', max_colwidth=60)}\n{self._said(len(shown))}"

    def _first(self) -> pandas.DataFrame:
        return self.head(self.rows_shown or len(self))

    def _style(self, column: Any) -> str:
        return _RIGHT if pandas.api.types.is_numeric_dtype(self[column]) else _LEFT

    def _said(self, shown: int) -> str:
        """How many rows there are, and how many of them are not shown."""
        rows = f"{len(self):,} row{'s' * (len(self) != 1)}"
        return f"{rows}." if shown == len(self) else f"{rows}, of which the first {shown} are shown."


def _cell(value: Any) -> str:
    """One value as HTML: nothing for what is missing, a day without its midnight, no text without an end."""
    if pandas.isna(value):
        return ""
    if isinstance(value, pandas.Timestamp):
        return value.date().isoformat()
    text = str(value)
    return html.escape(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
