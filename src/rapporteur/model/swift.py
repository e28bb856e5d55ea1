"""Swift values: a frozen dataclass with slots in, the same class out, made in half the time.

A text of fifty kilobytes makes some seven thousand spans, references and mentions. What a frozen dataclass generates
looks each field up as it is set (`object.__setattr__`); here its slot is found once a class. Frozen stays frozen:
assigning to a field of a value raises `FrozenInstanceError` as before.

Nor need Python look, every few hundred values, for those that only hold each other: while a text is linked nearly all
are kept, and looking through them takes a tenth of the time. `unswept` puts it off to the end.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")
_Made = TypeVar("_Made")


class lazy(Generic[_Made]):
    """A property made at its first use and kept in the value's ``__dict__``, as `functools.cached_property` does.

    Without its lock, which takes longer than most of what is made: two threads may make it twice, and it is the same.

    >>> class Buoy:
    ...     @lazy
    ...     def lamp(self):
    ...         return ["lit"]
    >>> buoy = Buoy()
    >>> buoy.lamp is buoy.lamp
    True
    """

    def __init__(self, make: Callable[[Any], _Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, value: Any, owner: type | None = None) -> _Made:
        if value is None:
            return self  # type: ignore[return-value]
        made = value.__dict__[self._name] = self._make(value)
        return made


def swift(cls: type[_Value]) -> type[_Value]:
    """The dataclass with an ``__init__`` that sets its slots; parameters and defaults are those it had.

    A class may say in ``_sound`` what holds of the arguments of a sound value: ``__post_init__`` then looks at the
    others alone.

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
        sound = getattr(cls, "_sound", "")
        body.append(f"if not ({sound}): self.__post_init__()" if sound else "self.__post_init__()")
    parameters = ", ".join(["self", *placed, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n    " + "\n    ".join(body), names)
    init = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = dict(cls.__init__.__annotations__)
    cls.__init__ = init  # type: ignore[method-assign]
    return cls


def _parameter(field: Field[Any]) -> str:
    return field.name if field.default is MISSING else f"{field.name}=_default_{field.name}"


@contextmanager
def unswept() -> Iterator[None]:
    """While this lasts, Python's collector of cycles rests, if it was at work; what is no longer held goes as ever."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
