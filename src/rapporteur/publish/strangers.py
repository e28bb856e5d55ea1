"""Files that somebody put into a publication: its folder in, an error out where it holds what no publication wrote.

A publication replaces its folder as a whole, and with it a ``robots.txt`` that an administrator laid there.
"""

from __future__ import annotations

from pathlib import Path

from rapporteur.errors import UnwritableOutput
from rapporteur.publish.writer import MARK

SUMS = "SHA256SUMS"
_NAMED = 3
"""Files that the error names."""


def require_no_strangers(folder: Path) -> None:
    """Refuse a publication with further files in it; what is no publication, or names no files, is left to the writer.

    :raises UnwritableOutput: if a file is there that the publication's list of checksums does not name.
    """
    sums = folder / SUMS
    if not (folder / MARK).is_file() or not sums.is_file():
        return
    known = {line.partition("  ")[2] for line in sums.read_text("utf-8").splitlines()} | {MARK, SUMS}
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    strange = sorted(name for path in found if (name := path.relative_to(folder).as_posix()) not in known)
    if strange:
        more = f" and {len(strange) - _NAMED} more" if len(strange) > _NAMED else ""
        raise UnwritableOutput(
            f"A publication that holds other files: {', '.join(strange[:_NAMED])}{more}.",
            where=str(folder),
            expected="what an earlier publication wrote there, and nothing else.",
            remedy="Move these files away; a publication replaces the whole folder.",
        )
