"""Language as data: cues and forms with the words they must and must not match.

A pattern file is TOML: tables of patterns, each with an ``id``, a ``label`` (one sentence: what it does), a
``pattern`` (a verbose regular expression with named groups), ``examples`` it must match and ``counterexamples`` it must
not. Word lists stand beside them. `load_patterns` compiles a file once a process; a test matches every example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from rapporteur.model.links import Rule
from rapporteur.model.style import Style
from rapporteur.patterns.form import Form
from rapporteur.patterns.styles import overlay, style_fault


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled form of language.

    :ivar rule: its id and sentence, as they stand in the graph.
    :ivar regex: compiled, verbose and case-sensitive unless the file says ``ignore_case = true``.
    :ivar fields: the further keys of the table ("capacity", "strength", ...).
    """

    rule: Rule
    regex: Form
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]

    def field(self, key: str) -> str:
        """The further key ``key`` of the table, "" where it has none."""
        return dict(self.fields).get(key, "")


@dataclass(frozen=True, slots=True, eq=False)
class PatternFile:
    """A pattern file: its patterns by id in the order of the file, and its word lists."""

    name: str
    patterns: dict[str, Pattern]
    words: dict[str, tuple[str, ...]]
    _groups: dict[str, tuple[Pattern, ...]] = field(default_factory=dict, repr=False)

    def __getitem__(self, id: str) -> Pattern:
        return self.patterns[id]

    def group(self, prefix: str) -> tuple[Pattern, ...]:
        """The patterns whose id begins with ``prefix`` and a stroke, in the order of the file."""
        group = self._groups.get(prefix)
        if group is None:
            group = tuple(p for key, p in self.patterns.items() if key.startswith(prefix + "/"))
            self._groups[prefix] = group
        return group


def pattern_files() -> tuple[str, ...]:
    """The names of all pattern files, without their ending, sorted."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def load_patterns(name: str, style: Style | None = None) -> PatternFile:
    """Read and compile ``patterns/<name>.toml``.

    ``[words]`` holds lists of strings; ``{list}`` inside a pattern stands for the alternation of that list, longest
    first. ``[[pattern]]`` tables hold the patterns.

    :param style: a house style: its patterns with ``file = "<name>"`` replace those of the same id and otherwise come
        before the general ones, its ``[words.<name>]`` lists are added to the general lists.
    :raises UnusableInput: if a pattern of the style does not compile.
    :raises ValueError: if one of the file does not; it names file and id.
    """
    data: dict[str, Any] = tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
    over = overlay(style) if style is not None else {}
    own = [table for table in over.get("pattern", []) if table["file"] == name]
    extra = over.get("words", {}).get(name, {})
    if style is not None and not own and not extra:
        return load_patterns(name)
    words = {key: tuple(values) for key, values in {**extra, **data.get("words", {})}.items()}
    words |= {key: (*words[key], *values) for key, values in extra.items() if key in data.get("words", {})}
    alternations = {
        key: "(?:" + "|".join(re.escape(w).replace("\\ ", "\\s") for w in sorted(values, key=len, reverse=True)) + ")"
        for key, values in words.items()
    }
    patterns: dict[str, Pattern] = {}
    replaced = {table["id"] for table in own}
    for table in (*own, *(table for table in data.get("pattern", []) if table["id"] not in replaced)):
        id = table["id"]
        source = re.sub(r"\{([a-z_]+)\}", lambda m: alternations.get(m[1], m[0]), table["pattern"])
        flags = re.VERBOSE | (re.IGNORECASE if table.get("ignore_case") else 0)
        try:
            regex = Form(source, flags)
        except re.error as fault:
            if style is not None and "file" in table:
                raise style_fault(style.path, f"A pattern “{id}” that is no regular expression: {fault}.") from None
            raise ValueError(f"patterns/{name}.toml, {id}: {fault}") from fault
        known = {"id", "file", "label", "pattern", "examples", "counterexamples", "ignore_case"}
        fields = tuple((key, str(value)) for key, value in table.items() if key not in known)
        patterns[id] = Pattern(
            Rule(id, table["label"]), regex, tuple(table["examples"]), tuple(table["counterexamples"]), fields
        )
    return PatternFile(name, patterns, words)
