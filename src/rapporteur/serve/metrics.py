"""Metrics: what the server counts, in the text format that Prometheus reads (version 0.0.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from time import time

_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper bounds of the classes of the histogram, in seconds."""

_MEANINGS = {
    "requests": "Requests answered, by method and status.",
    "queries": "Queries that a worker was given, by how they ended.",
    "cut": "Answers that were cut, by the cap that was reached.",
    "killed": "Workers that were killed, by why.",
}


class Metrics:
    """Counters, and the time that queries took."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[tuple[tuple[str, str], ...], int]] = defaultdict(lambda: defaultdict(int))
        self._classes = [0] * (len(_STEPS) + 1)
        self._seconds = 0.0
        self._gauges: dict[str, tuple[str, Callable[[], float]]] = {}
        self._begun = time()

    def count(self, name: str, **labels: str) -> None:
        """One more; ``name`` is one of "requests", "queries", "cut", "killed"."""
        self._counts[name][tuple(sorted(labels.items()))] += 1

    def took(self, seconds: float) -> None:
        """A query took so long, waiting included."""
        self._seconds += seconds
        self._classes[next((at for at, bound in enumerate(_STEPS) if seconds <= bound), len(_STEPS))] += 1

    def gauge(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        """Show a value as it is whenever somebody looks."""
        self._gauges[name] = meaning, read

    def text(self) -> str:
        """All of it."""
        lines = []
        for name, meaning in _MEANINGS.items():
            lines += [f"# HELP rapporteur_{name}_total {meaning}", f"# TYPE rapporteur_{name}_total counter"]
            for labels, value in sorted(self._counts[name].items()):
                said = ",".join(f'{key}="{_escape(text)}"' for key, text in labels)
                lines.append(f"rapporteur_{name}_total{{{said}}} {value}")
        lines += [
            "# HELP rapporteur_query_seconds Time of a query, waiting included.",
            "# TYPE rapporteur_query_seconds histogram",
        ]
        total = 0
        for bound, value in zip((*map(str, _STEPS), "+Inf"), self._classes, strict=True):
            total += value
            lines.append(f'rapporteur_query_seconds_bucket{{le="{bound}"}} {total}')
        lines += [f"rapporteur_query_seconds_sum {self._seconds:.6f}", f"rapporteur_query_seconds_count {total}"]
        for name, (meaning, read) in self._gauges.items():
            lines += [
                f"# HELP rapporteur_{name} {meaning}",
                f"# TYPE rapporteur_{name} gauge",
                f"rapporteur_{name} {read():g}",
            ]
        lines += [
            "# HELP process_start_time_seconds When the server was started.",
            "# TYPE process_start_time_seconds gauge",
            f"process_start_time_seconds {self._begun:.3f}",
        ]
        return "\n".join([*lines, ""])


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
