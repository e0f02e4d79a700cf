"""How unevenly the work is spread over agencies; docs/performance.md says why each of these agencies is there."""

from itertools import accumulate
from random import Random

BIG, SMALL, TINY, PASSING_ON = range(4)

# Share of all cases; the agencies not named here fill up each case, the first of them most often.
SHARE = {BIG: 0.40, SMALL: 0.035, PASSING_ON: 0.10}
NEVER_LEADS = (TINY, PASSING_ON)
TINY_CASES = 40
OLDEST = range(TINY_CASES // 2)
AGENCIES_PER_CASE = range(2, 7)
LEAST_AGENCIES = 12
LEAST_CASES = 100

# How often a participation has ended before today, and how often a second period follows on it.
ENDED = {PASSING_ON: 0.95}
USUALLY_ENDED = 0.10
RETURNS = 0.05


class Shape:
    """Which agencies work in which case, counted from the oldest case on."""

    def __init__(self, rnd: Random, *, cases: int, agencies: int) -> None:
        self.rnd = rnd
        self.others = range(PASSING_ON + 1, agencies)
        self.weights = tuple(accumulate(1 / (rank + 4) for rank in range(len(self.others))))
        later = rnd.sample(range(len(OLDEST), cases), TINY_CASES - len(OLDEST))
        self.tiny = frozenset([*OLDEST, *later])

    def taking_part(self, index: int) -> list[int]:
        """The agencies of one case; the first leads it."""
        size = self.rnd.choice(AGENCIES_PER_CASE)
        drawn = {agency for agency, share in SHARE.items() if self.rnd.random() < share}
        while len(drawn) < size:
            drawn.update(self.rnd.choices(self.others, cum_weights=self.weights))
        found = sorted(drawn)
        self.rnd.shuffle(found)
        found.sort(key=NEVER_LEADS.__contains__)
        if index in self.tiny:
            found[-1] = TINY
        return found

    def has_ended(self, agency: int) -> bool:
        """Whether a participation that does not lead is over."""
        return self.rnd.random() < ENDED.get(agency, USUALLY_ENDED)
