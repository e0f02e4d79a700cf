"""Two states of an analysis side by side, section by section; what differs is marked word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.analysis_content import AboutBreakPoint, AnalysisContent, ProposalContent
from cases.models.analysis import TextKind
from cases.models.analysis_basis import Classification, SuggestedWorkgroup
from cases.models.conference_proposal import Naming
from cases.models.vocabulary import LifeArea

WORD = re.compile(r"\S+[^\S\n]*|\s+")

# How the ids in a content are called, as far as the reader may see what they name.
Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both states have, or one of them alone."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field in both states; without a label where a section is a single text."""

    label: str
    before: Sequence[Piece]
    after: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """A section with the fields that differ."""

    label: str
    fields: Sequence[ComparedField]


class Comparison:
    """What differs between two contents of one analysis."""

    def __init__(self, before: AnalysisContent, after: AnalysisContent, *, names: Names) -> None:
        sides = [dict(_sections(each.in_order(), names)) for each in (before, after)]
        compared = [
            ComparedSection(label, list(_differing(sides[0].get(label, {}), sides[1].get(label, {}))))
            for label in dict.fromkeys([*sides[0], *sides[1]])
        ]
        self.changed = [section for section in compared if section.fields]
        self.unchanged = [section.label for section in compared if not section.fields]


def marked(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; words that the other does not have at this place are marked."""
    left, right = WORD.findall(before), WORD.findall(after)
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for what, start, end, other_start, other_end in SequenceMatcher(None, left, right).get_opcodes():
        for side, words in zip(pieces, (left[start:end], right[other_start:other_end]), strict=True):
            if words:
                side.append(Piece("".join(words), what != "equal"))
    return pieces


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[ComparedField]:
    for label in dict.fromkeys([*before, *after]):
        texts = before.get(label, ""), after.get(label, "")
        if texts[0] != texts[1]:
            yield ComparedField(label, *marked(*texts))


def _sections(content: AnalysisContent, names: Names) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each section with its fields, in the order of the page."""
    yield (
        _("Head"),
        {
            pgettext("of an analysis", "Title"): content.title,
            _("As of"): date_format(content.as_of),
            _("Interviews"): _named(content.interviews, names),
        },
    )
    for kind in (TextKind.OCCASION, TextKind.OWN_WORDS, TextKind.GOALS):
        yield str(kind.label), {"": content.texts.get(kind, "")}
    for area in LifeArea:
        yield str(area.label), _row(content.rows.get(area))
    yield _("Way through the offices"), {"": _named(content.steps, names)}
    yield _("Break points"), _break_points(content.break_points, names)
    for kind in (TextKind.WORKED, TextKind.CASE_OR_THEME):
        yield str(kind.label), {"": content.texts.get(kind, "")}
    yield _("Proposal for the case conference"), _proposal(content.proposal)
    yield str(TextKind.SHARING_WISH.label), {"": content.texts.get(TextKind.SHARING_WISH, "")}


def _row(row: Mapping[str, Any] | None) -> Mapping[str, str]:
    """A life area, as people read it."""
    if row is None:
        return {}
    return {
        _("Situation"): row["situation"],
        _("Resources"): row["resources"],
        _("Need"): row["need"],
        _("Agencies involved"): row["agencies"],
        _("Deadline"): date_format(row["deadline"]) if row["deadline"] else "",
        _("Note on the deadline"): row["deadline_note"],
        _("Sharing"): _("shared") if row["shared"] else _("own agency"),
    }


def _proposal(proposal: ProposalContent | None) -> Mapping[str, str]:
    if proposal is None:
        return {}
    return {
        _("Question to the conference"): proposal.question,
        _("What is to be reached"): proposal.aim,
        _("Agencies needed"): proposal.agencies,
        _("Minutes"): str(proposal.minutes or ""),
        _("How the case is put forward"): str(Naming(proposal.naming).label),
    }


def _break_points(said: Mapping[UUID, AboutBreakPoint], names: Names) -> Mapping[str, str]:
    """What the analysis says about each; the break points themselves are recorded in the way."""
    return {_name(key, names): _classified(said[key]) for key in _in_order(said, names)}


def _classified(said: AboutBreakPoint) -> str:
    words = [
        str(Classification(said.classification).label) if said.classification else _("not classified"),
        str(SuggestedWorkgroup(said.workgroup).label) if said.workgroup else "",
        said.note,
    ]
    return " · ".join(filter(None, words))


def _name(key: UUID, names: Names) -> str:
    """What the reader does not see any more is still one of them."""
    return names.get(key, _("no longer open to your agency"))


def _named(keys: Iterable[UUID], names: Names) -> str:
    """What they name, one in a line."""
    return "\n".join(_name(key, names) for key in _in_order(keys, names))


def _in_order(keys: Iterable[UUID], names: Names) -> list[UUID]:
    """As the names stand; what has none comes last."""
    places = {key: place for place, key in enumerate(names)}
    return sorted(keys, key=lambda key: places.get(key, len(places)))
