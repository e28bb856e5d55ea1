"""The tables of a style file → the first thing in them that is not as `docs/styles.md` tells it, in words.

A style file may come from anybody: its keys and the types of its values are looked at before anything is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

_KEYS: dict[str, type] = {
    "label": str, "specimens": list, "unverified": str, "ways": dict, "names": dict, "recognise": list, "pattern": list,
    "words": dict,
}  # fmt: skip
_CUE: dict[str, type] = {"label": str, "weight": int, "pattern": str, "examples": list, "counterexamples": list}
_PATTERN: dict[str, type] = {"file": str, "id": str, **{key: kind for key, kind in _CUE.items() if key != "weight"}}
_PLACES = ("front", "text")
_NAMES = {str: "words between quotation marks", list: "a list", dict: "a table", int: "a whole number"}


def first_fault(data: Mapping[str, Any], ways: Mapping[str, Mapping[str, str]]) -> str:
    """What is wrong with the tables of a style file, one sentence; "" where nothing is.

    :param ways: what a style may say of itself: `rapporteur.patterns.styles.WAYS`.
    """
    return next(_faults(data, ways), "")


def _faults(data: Mapping[str, Any], ways: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for key, value in data.items():
        if key not in _KEYS:
            yield f"The key “{key}”."
        elif not isinstance(value, _KEYS[key]):
            yield "A style without a label." if key == "label" else f"“{key}” that is not {_NAMES[_KEYS[key]]}."
    if "label" not in data:
        yield "A style without a label."
    for what, listed in data.get("ways", {}).items():
        if what not in ways or not isinstance(listed, list):
            yield f"The ways “{what}”, which are unknown or no list."
        yield from (f"The way {what} = “{way}”." for way in listed if way not in ways[what])
    for short, target in data.get("names", {}).items():
        if not isinstance(target, str) or target.partition("/")[0] not in ("instrument", "organization"):
            yield f"The name “{short}”, which stands for no instrument/… or organization/…."
    for cue in data.get("recognise", []):
        yield from _table("cue", cue, _CUE)
        if cue.get("where", "front") not in _PLACES:
            yield f"A cue “{cue['label']}” whose place is “{cue['where']}”, not one of {', '.join(_PLACES)}."
    names = [entry.name for entry in files("rapporteur.patterns").iterdir()]
    known = sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))
    for pattern in data.get("pattern", []):
        yield from _table("pattern", pattern, _PATTERN)
        if pattern["file"] not in known:
            yield f"A pattern for the file “{pattern['file']}”, which is none of {', '.join(known)}."
    for file, lists in data.get("words", {}).items():
        if file not in known or not isinstance(lists, dict):
            yield f"Words for the file “{file}”, which is none of {', '.join(known)}."
        yield from (
            f"The words “{file}.{key}”, which are no list." for key in lists if not isinstance(lists[key], list)
        )


def _table(kind: str, table: Any, keys: Mapping[str, type]) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"A {kind} that is no table."
    for key, type_ in keys.items():
        if not isinstance(table.get(key), type_):
            yield f"A {kind} whose “{key}” is missing or not {_NAMES[type_]}."
