"""The results as a table to read, and as JSON."""

import json
from itertools import groupby
from typing import Any

from bench.match import BY_HAND, OURS, REPLAYED
from bench.result import Figure, Result

HEAD = (
    f"{'':40}{'SQL':>6}{'ours':>9}{'ours':>9}{'replayed':>10}{'by hand':>9}   {'growth':<11}{'SQL/hand':<11}"
)


def as_table(results: list[Result], *, sizes: list[int]) -> str:
    """Milliseconds in the largest database, and beside them the bounded figures with their bounds."""
    lines = [f"{'':40}{'':>6}" + f"{_short(sizes[0]):>9}{_short(sizes[-1]):>9}", HEAD]
    for reader, group in groupby(results, key=lambda result: result.reader):
        lines += ["", f"Agency: {reader}"]
        lines += [_line(result) for result in group]
    over = sum(result.is_over for result in results)
    lines += [
        "",
        "* shows fewer rows in the small database: compared with a page of it that shows at least as many",
    ]
    lines += [f"{over} of {len(results)} over their bounds." if over else "All within their bounds."]
    return "\n".join(lines) + "\n"


def as_json(results: list[Result]) -> str:
    """One object for each line."""
    return json.dumps([_as_dict(result) for result in results], indent=2) + "\n"


def _line(result: Result) -> str:
    small, large = result.baseline, result.matches[-1]
    mark = " " if small is result.matches[0] else "*"
    figures = result.figures
    columns = [
        f"  {result.name:<38}",
        f"{_bounded(figures['statements'], digits=0):>6}",
        f"{_number(small.milliseconds(OURS)):>9}{mark}{_number(large.milliseconds(OURS)):>8}",
        f"{_number(large.milliseconds(REPLAYED)):>10}{_number(large.milliseconds(BY_HAND)):>9}",
        f"   {_bounded(figures['growth']):<11}{_bounded(figures['ratio']):<11}",
        "OVER" if result.is_over else "ok",
    ]
    return "".join(columns)


def _as_dict(result: Result) -> dict[str, Any]:
    return {
        "reader": result.reader,
        "name": result.name,
        "milliseconds": {
            match.base.cases: {name: match.milliseconds(name) for name in match.seconds}
            for match in result.matches
        },
        "figures": {
            name: {"value": figure.value, "bound": figure.bound} for name, figure in result.figures.items()
        },
        "over": result.is_over,
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _bounded(figure: Figure, *, digits: int = 1) -> str:
    if figure.value is None:
        return ""
    bound = "" if figure.bound is None else f" ≤{figure.bound:g}"
    return f"{figure.value:.{digits}f}{bound}"


def _short(cases: int) -> str:
    return f"{cases // 1_000_000}M" if cases >= 1_000_000 else f"{cases // 1000}k"
