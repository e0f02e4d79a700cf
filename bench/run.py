"""One run: all databases, all readers, all contests, the contenders taking turns."""

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.base import Base, filled
from bench.contests import contests
from bench.match import Match
from bench.reader import readers
from bench.result import Result
from bench.table import as_json, as_table
from core.dev.cannot_start import CannotStart
from core.dev.places import private_directory
from core.dev.postgres import EmbeddedPostgres
from core.dev.running_alone import running_alone

ROUNDS = 15
# What is slower than this takes fewer turns.
SECONDS_FOR_A_CONTENDER = 6.0


def main(arguments: Sequence[str], *, directory: Path) -> int:
    """Measure and print; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(
        prog="script/bench", description="Measures what docs/performance.md promises."
    )
    parser.add_argument("--cases", type=int, nargs="+", default=[1000, 1_000_000], metavar="N")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    sizes = sorted(options.cases)
    try:
        results = _measured(sizes, directory=directory)
    except CannotStart as refusal:
        parser.exit(1, f"{refusal}\n")
    sys.stdout.write(as_json(results) if options.json else as_table(results, sizes=sizes))
    return int(any(result.is_over for result in results))


def _measured(sizes: list[int], *, directory: Path) -> list[Result]:
    with ExitStack() as stack:
        stack.enter_context(running_alone(private_directory(directory)))
        server = EmbeddedPostgres(directory)
        stack.callback(server.stop)
        server.start()
        results = _paired([stack.enter_context(filled(cases)) for cases in sizes])
        _take_turns(results)
        # A second look at what is over: the machine may have been busy with something else.
        _take_turns([result for result in results if result.is_over])
        return results


def _paired(bases: list[Base]) -> list[Result]:
    """The contests of the largest database, each beside what its growth is measured against."""
    found = [_matches(base) for base in bases]
    results = []
    for key in found[-1]:
        matches = [matches[key] for matches in found if key in matches]
        results.append(Result(matches, _baseline(matches, list(found[0].values()))))
    return results


def _matches(base: Base) -> dict[tuple[str, str], Match]:
    """All contests of a database, by reader and name."""
    base.use()
    matches = [Match(contest, base) for reader in readers() for contest in contests(reader)]
    return {(match.contest.reader.name, match.contest.name): match for match in matches}


def _baseline(matches: list[Match], smallest: list[Match]) -> Match:
    """The same in the smallest database; if that shows fewer rows, what shows as many there, or the next more."""
    own, large = matches[0], matches[-1]
    if own in smallest and (large.rows in (None, own.rows) or large.contest.bounds.growth is None):
        return own
    alike = [match for match in smallest if match.contest.bounds == large.contest.bounds]
    enough = [(rows, match) for match in alike if (rows := match.rows or 0) >= (large.rows or 0)]
    return min(enough, key=lambda found: found[0], default=(0, own))[1]


def _take_turns(results: list[Result]) -> None:
    """Round after round, each contender once, so that a disturbance of the machine meets all of them."""
    matches = {id(match): match for result in results for match in [*result.matches, result.baseline]}
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        for match in matches.values():
            match.run_all(at_most=SECONDS_FOR_A_CONTENDER)
    gc.enable()
