"""Swift values: a frozen dataclass with slots in, the same class out, made in half the time.

A text of fifty kilobytes makes some seven thousand spans, references and mentions. What a frozen dataclass generates
looks each field up as it is set (`object.__setattr__`); here its slot is found once a class. Frozen stays frozen:
assigning to a field of a value raises `FrozenInstanceError` as before.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

_Value = TypeVar("_Value")


def swift(cls: type[_Value]) -> type[_Value]:
    """The dataclass with an ``__init__`` that sets its slots; parameters and defaults are those it had.

    :raises TypeError: if a field has no slot, takes no argument or is made by a factory.

    >>> from dataclasses import dataclass
    >>> @swift
    ... @dataclass(frozen=True, slots=True)
    ... class Buoy:
    ...     name: str
    ...     lit: bool = True
    >>> Buoy("Grand Reef")
    Buoy(name='Grand Reef', lit=True)
    """
    own = fields(cls)  # type: ignore[arg-type]
    names: dict[str, Any] = {}
    for field in own:
        set_slot = getattr(getattr(cls, field.name, None), "__set__", None)
        if not field.init or field.default_factory is not MISSING or set_slot is None:
            raise TypeError(f"{cls.__name__}.{field.name} is no plain slot that an argument fills")
        names[f"_set_{field.name}"] = set_slot
        names[f"_default_{field.name}"] = field.default
    placed = [_parameter(field) for field in own if not field.kw_only]
    named = [_parameter(field) for field in own if field.kw_only]
    body = [f"_set_{field.name}(self, {field.name})" for field in own]
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(["self", *placed, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n    " + "\n    ".join(body), names)
    init = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = dict(cls.__init__.__annotations__)
    cls.__init__ = init  # type: ignore[method-assign]
    return cls


def _parameter(field: Field[Any]) -> str:
    return field.name if field.default is MISSING else f"{field.name}=_default_{field.name}"
