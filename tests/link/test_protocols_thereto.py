"""Are protocols to a convention named before only those that the words say they are on, and all where none are said?"""

from __future__ import annotations

from rapporteur import link_text

_CRC = "the Convention on the Rights of the Child"
_ALL = {"involvement-of-children", "sale-of-children", "communications-procedure"}


def protocols(words: str) -> tuple[set[str], list[str]]:
    """Which of the three protocols a text mentions, and what stays open in it."""
    linked = link_text(words)
    told = [str(getattr(link.target, "id", "")) for link in linked.links]
    return {name for name in _ALL for id in told if name in id}, [one.quote for one in linked.unlinked]


def test_what_protocols_thereto_are_on_tells_which() -> None:
    """Is a protocol left out that none of the words name?"""
    on_sale = "the sale of children, child prostitution and child pornography"
    on_conflict = "the involvement of children in armed conflict"
    both = f"Recalling {_CRC} and the Optional Protocols thereto on {on_conflict} and on {on_sale}, it met."
    assert protocols(both) == ({"involvement-of-children", "sale-of-children"}, [])
    assert protocols(f"Recalling {_CRC} and the Optional Protocol thereto on {on_sale}, it met.")[0] == {
        "sale-of-children"
    }
    apart = (
        f"Recalling {_CRC}, and noting the Optional Protocols thereto, on a communications procedure and on {on_sale}."
    )
    assert protocols(apart)[0] == {"communications-procedure", "sale-of-children"}


def test_protocols_on_what_nobody_knows_are_not_all_of_them() -> None:
    """Does a set stay open whose members are told by what no protocol is on?"""
    assert protocols(f"Recalling {_CRC} and the Protocols thereto on lamps, it met.") == (
        set(),
        ["the Protocols thereto"],
    )
    assert protocols(f"Recalling {_CRC} and its Protocols concerning lamps, it met.")[0] == set()


def test_without_a_topic_all_are_meant() -> None:
    """Are all protocols still meant where nothing singles some out?"""
    assert protocols(f"Recalling {_CRC} and the Optional Protocols thereto, it met.") == (_ALL, [])
    assert protocols(f"Recalling {_CRC} and its Optional Protocols, it met.") == (_ALL, [])
