"""Rounds of a property: a check and what it is checked on in, a short round in every run, a long one by `make soak`.

Hypothesis invents the examples from a seed of its own that hangs on the check alone, so that two runs try the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

LONGER = 40
"""How many times more examples a long round tries."""


def property_of(
    *strategies: SearchStrategy[Any], examples: int
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a check of invented things a test of two rounds, the first of ``examples`` examples."""

    def make(check: Callable[..., None]) -> Callable[..., None]:
        @pytest.mark.parametrize(
            "rounds", [pytest.param(1, id="short"), pytest.param(LONGER, id="long", marks=pytest.mark.soak)]
        )
        def test(rounds: int) -> None:
            examined(check, *strategies, examples=examples * rounds)

        test.__name__ = test.__qualname__ = check.__name__
        test.__doc__ = check.__doc__
        test.__module__ = check.__module__
        return test

    return make


def examined(
    check: Callable[..., None], *strategies: SearchStrategy[Any], examples: int, smallest: bool = True
) -> None:
    """Check a property of so many invented examples; the same ones each time.

    :param smallest: is the smallest example that fails wanted?
    """
    rounds = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink] if smallest else [Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.large_base_example],
    )
    rounds(given(*strategies)(check))()
