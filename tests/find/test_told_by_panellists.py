"""Panellists behind one who told of something: is only a person who was told of left out?"""

from __future__ import annotations

import pytest

from rapporteur import link_text

_HEAD = "Presentations were made by Ms. Ada Zedd (Norway), who "


@pytest.mark.parametrize(
    ("told", "panel"),
    [
        ("spoke about the work of the Court of Fog, and Mr. Bo Lind (Chile), who described the law.", "bo-lind"),
        ("described the work of the Court of Fog, and Mr. Bo Lind (Chile).", "bo-lind"),
        (
            "spoke about the Lamp Intelligence Unit, Mr. Bo Lind (Chile) and Ms. Eve Moor (Peru).",
            "bo-lind eve-moor",
        ),
        ("presented the carrying out of the Lamp Protocol, and Mr. Bo Lind (Chile).", "bo-lind"),
        ("spoke of the experience of Norway, and Mr. Bo Lind (Chile).", "bo-lind"),
        ("had worked for the Ministry of Fog, Mr. Bo Lind (Chile) and Ms. Eve Moor (Peru).", "bo-lind eve-moor"),
        ("was a member of the Committee on Lamps, and Mr. Bo Lind (Chile).", "bo-lind"),
        ("described the Office of the Prosecutor, Mr. Bo Lind (Chile), and Ms. Eve Moor (Peru).", "bo-lind eve-moor"),
        ("focused on lamps and Mr. Bo Lind (Chile) focused on nets.", "bo-lind"),
        ("referred to the report of the Special Rapporteur on fog, Mr. Bo Lind, and Ms. Eve Moor (Peru).", "eve-moor"),
        ("cited the judge, Mr. Bo Lind (Chile), and Ms. Eve Moor (Peru).", "eve-moor"),
        ("quoted the Prosecutor General of Chile, Mr. Bo Lind, and Ms. Eve Moor (Peru).", "eve-moor"),
        ("told of the trial of Mr. Bo Lind and Mr. Dan Moor (Peru).", ""),
        ("thanked the Executive Director of the Lamp Fund, Mr. Bo Lind.", ""),
        ("paid tribute to her predecessor, Mr. Bo Lind (Chile).", ""),
        ("met with the widow of the victim, Ms. Eve Moor (Peru).", ""),
    ],
)
def test_only_a_person_is_told_of(told: str, panel: str) -> None:
    """Do those named next sit on the panel, unless the words before their comma are a person's office?"""
    presented = sorted({one.speaker.id for one in link_text(_HEAD + told).presentations})
    assert presented == sorted(["ada-zedd", *panel.split()])
