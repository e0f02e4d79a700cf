"""Finding a case by what somebody reads out: its number, the agency's own file number, or the person's name."""

import json
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.case_list import visible_participations
from cases.models import Case
from cases.search_key import wanted_keys

HITS_AT_MOST = 50
LONGEST = 200
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


class Why(models.TextChoices):
    """Why a case was found; the nearest first."""

    NUMBER = "number", _("Case number")
    FILE_NUMBER = "file_number", _("Your file number")
    SAME_NAME = "same_name", _("Same name")
    ALIKE = "alike", _("Name spelt differently")
    NEARLY = "nearly", _("Name nearly the same")


BY_CLOSENESS = (Why.SAME_NAME, Why.ALIKE, Why.NEARLY)


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that was found, with its person and leading agency."""

    case: Case
    why: Why


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and whether there are more."""

    hits: list[Hit]
    is_cut: bool = False

    @property
    def only(self) -> Case | None:
        """The one case that bears the number that was typed."""
        numbers = {Why.NUMBER, Why.FILE_NUMBER}
        return self.hits[0].case if len(self.hits) == 1 and self.hits[0].why in numbers else None


def find_cases(typed: str, *, for_: Membership) -> Found:
    """Visible cases with this number; if there are none, those of persons with this name."""
    wanted = typed.replace("\x00", "").strip()[:LONGEST]
    if not wanted:
        return Found([])
    return find_by_number(wanted, for_=for_) or find_by_name(wanted, for_=for_)


def find_by_name(typed: str, *, for_: Membership, born: str | None = None) -> Found:
    """Visible cases of persons who bear each word as a name; a year that was typed, or a birth, narrows.

    Same spelling goes before another spelling, that before a typing error; then the latest activity.
    """
    if born is None:
        year = YEAR.search(typed)
        born = year[0] if year else ""
    words = [
        {"exact": [*each.exact], "alike": [*each.alike], "near": [*each.near]} for each in wanted_keys(typed)
    ]
    if not words or not for_.allows("view_case"):
        return Found([])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, closeness FROM find_by_name(%s::jsonb, %s, %s)",
            [json.dumps(words), born, HITS_AT_MOST + 1],
        )
        rows: list[tuple[UUID, int]] = cursor.fetchall()
    hits = _hits({case_id: BY_CLOSENESS[closeness] for case_id, closeness in rows[:HITS_AT_MOST]})
    return Found(hits, is_cut=len(rows) > HITS_AT_MOST)


def find_by_number(typed: str, *, for_: Membership) -> Found | None:
    """Visible cases with this case number or own file number, letter by letter; None without one."""
    number = typed.replace("\x00", "").strip()[:LONGEST]
    by_file = visible_participations(for_).filter(file_number=number).exclude(file_number="")
    by_number = Case.objects.visible_to(for_).filter(number=number.upper())
    found = dict.fromkeys(by_file.values_list("case_id", flat=True)[: HITS_AT_MOST + 1], Why.FILE_NUMBER)
    found.update(dict.fromkeys(by_number.values_list("pk", flat=True), Why.NUMBER))
    hits = sorted(_hits(found), key=lambda hit: hit.case.last_activity, reverse=True)
    return Found(hits[:HITS_AT_MOST], is_cut=len(hits) > HITS_AT_MOST) if hits else None


def _hits(found: dict[UUID, Any]) -> list[Hit]:
    cases = Case.objects.select_related("migrant", "lead_agency").in_bulk(list(found))
    return [Hit(cases[key], why) for key, why in found.items() if key in cases]
