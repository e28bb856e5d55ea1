"""The time of day, as the manifest writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This second in UTC, as ``2031-05-06T07:08:09Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
