"""What came out for one line of the table, smallest and largest database side by side."""

from dataclasses import dataclass

from bench.contest import Bounds
from bench.match import BY_HAND, OURS, REPLAYED, Match


@dataclass(frozen=True)
class Figure:
    """A measured value and what was promised; no promise is never broken."""

    value: float | None
    bound: float | None

    @property
    def is_over(self) -> bool:
        """The promise is broken."""
        return self.value is not None and self.bound is not None and self.value > self.bound


@dataclass(frozen=True)
class Result:
    """One contest in all databases, the smallest first."""

    matches: list[Match]
    # What growth is measured against: the same in the smallest database; if that shows fewer rows, a full page.
    baseline: Match

    @property
    def name(self) -> str:
        """What was measured."""
        return self.matches[-1].contest.name

    @property
    def reader(self) -> str:
        """For whom."""
        return self.matches[-1].contest.reader.name

    @property
    def bounds(self) -> Bounds:
        """What was promised."""
        return self.matches[-1].contest.bounds

    @property
    def figures(self) -> dict[str, Figure]:
        """The four figures that may be bounded."""
        ours, replayed, by_hand = (self.matches[-1].milliseconds(name) for name in (OURS, REPLAYED, BY_HAND))
        small = self.baseline.milliseconds(OURS)
        growth = ours / small if ours and small and self.baseline.base is not self.matches[-1].base else None
        return {
            "statements": Figure(self.matches[-1].statements, self.bounds.statements),
            "ratio": Figure(replayed / by_hand if replayed and by_hand else None, self.bounds.ratio),
            "growth": Figure(growth, self.bounds.growth),
            "milliseconds": Figure(replayed or ours, self.bounds.milliseconds),
        }

    @property
    def is_over(self) -> bool:
        """One of the promises is broken."""
        return any(figure.is_over for figure in self.figures.values())
