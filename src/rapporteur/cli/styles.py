"""The verb that shows the house styles: ``styles``."""

from __future__ import annotations

from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import out, print_json, print_table
from rapporteur.model.style import Style


def styles(
    name: Annotated[str, typer.Argument(metavar="[STYLE]", help="A style, to see how its family writes.")] = "",
    json: AsJson = False,
) -> int:
    """List the house styles: which families of reports they are for, and whether they were verified."""
    from rapporteur.patterns.styles import load_style, style_ids

    chosen = [load_style(name)] if name else [load_style(id) for id in style_ids()]
    if json:
        print_json([_plain(style) for style in chosen])
    elif name:
        _show(chosen[0])
    else:
        rows = ((s.id, s.label, "unverified" if s.unverified else ", ".join(s.specimens)) for s in chosen)
        print_table(f"{len(chosen)} house styles", ("style", "family", "read against"), rows)
    return 0


def _plain(style: Style) -> dict[str, object]:
    return {
        "id": style.id,
        "label": style.label,
        "verified": not style.unverified,
        "unverified_because": style.unverified or None,
        "specimens": list(style.specimens),
        "ways": {what: list(ways) for what, ways in style.ways},
        "names": dict(style.names),
    }


def _show(style: Style) -> None:
    from rapporteur.patterns.styles import WAYS, cues_of

    rows = ((what, "; ".join(WAYS[what][way] for way in ways)) for what, ways in style.ways)
    print_table(f"{style.id}: {style.label}", ("records", "how"), rows)
    cues = cues_of(style)
    if cues:
        print_table("Recognised by", ("weight", "what"), ((cue.weight, cue.label) for cue in cues))
    if style.names:
        print_table("Short names", ("name", "stands for"), style.names)
    read = f"Unverified: {style.unverified}" if style.unverified else f"Read against {', '.join(style.specimens)}."
    out().print(read, markup=False)
