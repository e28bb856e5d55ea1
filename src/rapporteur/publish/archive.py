"""The archive of all data, and the checksums of all files: the same bytes for the same files.

A tar file (POSIX, pax) in gzip, without times, owners or file names of the machine that made it, sorted.
"""

from __future__ import annotations

import gzip
import io
import tarfile

from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer

ARCHIVE = "rapporteur-data.tar.gz"
SUMS = "SHA256SUMS"
_TOP = "rapporteur-data"
_ALSO = ("CITATION.cff", "ro-crate-metadata.json", "dataset.jsonld")


def write_archive(site: Site, writer: Writer) -> None:
    """Everything under ``data/``, with how to cite it and what it is, as one file."""
    with (
        writer.stream(ARCHIVE) as packed,
        gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=6, mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in writer.files:
            if path.startswith("data/") or path in _ALSO:
                content = writer.read(path)
                entry = tarfile.TarInfo(f"{_TOP}/{path}")
                entry.size = len(content)
                entry.mode = 0o644
                tar.addfile(entry, io.BytesIO(content))


def write_sums(site: Site, writer: Writer) -> None:
    """SHA-256 of every file, as ``sha256sum --check SHA256SUMS`` reads them."""
    writer.write(SUMS, "".join(f"{sha256}  {path}\n" for path, (_, sha256) in writer.files.items()))
