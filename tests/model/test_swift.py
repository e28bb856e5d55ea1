"""Is a swift value the frozen dataclass that it was, only made sooner?"""

from __future__ import annotations

import gc
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from rapporteur.model import PartKind, PartRef, Span
from rapporteur.model.swift import lazy, swift, unswept


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class _Light:
    name: str
    reach: int = 7


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class _Buoy(_Light):
    moored: bool

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a buoy has a name")


def test_a_swift_value_is_frozen_and_equal_by_its_fields() -> None:
    """Do defaults, inheritance, equality, hash, replacing and pickling work, and does it stay frozen?"""
    buoy = _Buoy(name="Grand Reef", moored=True)
    assert [getattr(buoy, field.name) for field in fields(buoy)] == ["Grand Reef", 7, True]
    assert buoy == replace(buoy, reach=7) != replace(buoy, reach=8)
    assert hash(buoy) == hash(_Buoy(name="Grand Reef", reach=7, moored=True))
    part = PartRef(PartKind.PARAGRAPH, ("31",))
    assert pickle.loads(pickle.dumps(part)) == part
    with pytest.raises(FrozenInstanceError):
        buoy.reach = 9  # type: ignore[misc]


def test_what_a_class_checks_when_it_is_made_is_still_checked() -> None:
    """Is `__post_init__` called, and are missing or unknown arguments refused?"""
    with pytest.raises(ValueError, match="has a name"):
        _Buoy(name="", moored=True)
    with pytest.raises(ValueError, match="runs forward"):
        Span(7, 3)
    with pytest.raises(TypeError):
        _Buoy(name="Grand Reef")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Span(1, 2, 3)  # type: ignore[call-arg]


def test_a_class_without_slots_is_refused() -> None:
    """Is a class told that it cannot be made swiftly, and why?"""
    with pytest.raises(TypeError, match="no plain slot"):

        @swift
        @dataclass(frozen=True)
        class _Slow:
            name: str


class _Lamp:
    made = 0

    @lazy
    def oil(self) -> list[str]:
        """What burns."""
        self.made += 1
        return ["oil"]


def test_a_lazy_value_is_made_once() -> None:
    """Is it made at its first use and kept, and is it a plain descriptor on its class?"""
    lamp = _Lamp()
    assert lamp.made == 0
    assert lamp.oil is lamp.oil
    assert lamp.made == 1
    assert isinstance(_Lamp.oil, lazy)


@pytest.mark.parametrize("at_work", [True, False])
def test_the_collector_is_left_as_it_was_found(at_work: bool) -> None:
    """Does the collector of cycles rest inside, and go on afterwards only if it was at work, after a fault too?"""
    before = gc.isenabled()
    try:
        (gc.enable if at_work else gc.disable)()
        with pytest.raises(ValueError, match="fog"), unswept():
            assert not gc.isenabled()
            raise ValueError("fog")
        assert gc.isenabled() is at_work
    finally:
        (gc.enable if before else gc.disable)()
