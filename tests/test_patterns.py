"""Does every pattern of language match its examples, and none of its counterexamples?"""

from __future__ import annotations

import pytest

from rapporteur.patterns import Pattern, load_patterns, pattern_files

PATTERNS = [(name, pattern) for name in pattern_files() for pattern in load_patterns(name).patterns.values()]


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[f"{n}:{p.rule.id}" for n, p in PATTERNS])
def test_a_pattern_keeps_to_its_specimens(name: str, pattern: Pattern) -> None:
    """Does the pattern find each example, and nothing in each counterexample?"""
    assert pattern.examples, f"{name}: {pattern.rule.id} has no example"
    assert pattern.counterexamples, f"{name}: {pattern.rule.id} has no counterexample"
    for example in pattern.examples:
        assert pattern.regex.search(example), f"{pattern.rule.id} misses {example!r}"
    for counterexample in pattern.counterexamples:
        assert not pattern.regex.search(counterexample), f"{pattern.rule.id} takes {counterexample!r}"


def test_a_rule_has_one_label_in_every_file() -> None:
    """Do files that hold a rule of the same id say the same of it, for a graph has one label of each?"""
    labels: dict[str, set[str]] = {}
    for name, pattern in PATTERNS:
        if name != "layout":  # no link rests on its rules
            labels.setdefault(pattern.rule.id, set()).add(pattern.rule.label)
    assert {id: told for id, told in labels.items() if len(told) > 1} == {}
