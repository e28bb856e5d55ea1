"""Where the package keeps what it carries: ontology, authorities, shapes, queries, patterns.

In a wheel these folders lie in ``rapporteur/data``; in a clone they are the top-level folders of the project.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a carried file or folder: ``resource("ontology", "rapporteur.ttl")``.

    :raises FileNotFoundError: if the installation does not carry it; it names the places looked at.
    """
    places = (_PACKAGE / "data", _PACKAGE.parent.parent, _PACKAGE)
    for place in places:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    looked = ", ".join(str(place.joinpath(*parts)) for place in places)
    raise FileNotFoundError(f"this installation of rapporteur does not carry {'/'.join(parts)}; looked at {looked}")
