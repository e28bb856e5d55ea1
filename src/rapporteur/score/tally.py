"""A tally: true and false positives, false negatives, what stayed open, and the rows behind the counts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Counts of one kind of reference.

    :ivar open: gold rows, among the false negatives, whose words are an open mention.
    :ivar wrong: what the graph says and the gold does not.
    :ivar missed: what the gold says and the graph does not.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0
    open: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def hit(self) -> None:
        self.tp += 1

    def false(self, what: str) -> None:
        """Something is asserted that the gold does not hold."""
        self.fp += 1
        self.wrong.append(what)

    def miss(self, what: str, *, open: bool = False) -> None:
        """Something of the gold is not asserted; ``open`` if its words are an open mention."""
        self.fn += 1
        self.open += open
        self.missed.append(what + (" (open)" if open else ""))

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found.

        >>> Tally(tp=3, fp=1, fn=0).f1
        0.8571428571428571
        """
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0

    def as_json(self) -> dict[str, object]:
        """The seven fixed fields, then the rows behind them."""
        return {
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "open": self.open,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "wrong": self.wrong,
            "missed": self.missed,
        }


def compare_sets(given: dict[object, str], expected: dict[object, str], optional: set[object] | None = None) -> Tally:
    """Tally two sets of rows by key; each value is what a person reads in the list of the wrong and the missed."""
    tally = Tally()
    for key, text in expected.items():
        if key in given:
            tally.hit()
        else:
            tally.miss(text)
    for key, text in given.items():
        if key not in expected and key not in (optional or ()):
            tally.false(text)
    return tally
