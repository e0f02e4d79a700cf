"""The demo's cases, made by the same actions as in a page, each for the agency that does it, on its day."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from agencies.models import Agency
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.change_phase import change_phase
from cases.actions.name_contact import name_contact
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.take_up_case import TakeUp, take_up_case
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.demo.acting_for import as_of, member
from cases.demo.daily_work import latest_day, note_daily_work
from cases.demo.full_analyses import seed_full_analyses
from cases.demo.person import (
    day,
    known_day,
    language_name,
    person_fields,
    residence_fields,
    whereabouts_fields,
)
from cases.demo.persons import seed_persons
from cases.demo.ways import seed_ways
from cases.models import Case, Interview, LegalBasis, Migrant, ResidencePeriod
from cases.models.vocabulary import TargetGroup
from core.acting import acting
from core.today import BERLIN, today

HERE = Path(__file__).parent
GROUPS = [g for g in TargetGroup.values if (HERE / f"{g}.json").exists()]


def seed_cases() -> int:
    """Make the cases that are not there; returns how many are new."""
    people = [
        person
        for group in GROUPS
        for person in json.loads((HERE / f"{group}.json").read_text(encoding="utf-8"))
    ]
    new = sorted(
        (person for person in people if not _is_there(person)), key=lambda person: person["taken_up"]
    )
    for person in new:
        DemoCase(person).make()
    seed_persons({person["key"]: person for person in people})
    seed_ways(member)
    seed_full_analyses(member, interview_record)
    return len(new)


def _is_there(person: dict[str, Any]) -> bool:
    agency = Agency.objects.get(short_name=person["lead"])
    names = {name: person[name] for name in ("given_names", "family_name")}
    with acting(agency.pk):
        return Migrant.objects.filter(taken_up_by=agency, **names).exists()


def interview_record(data: dict[str, Any]) -> InterviewRecord:
    """What was said, as the action takes it."""
    return InterviewRecord(
        held_on=known_day(data["held"]),
        consent=data["consent"],
        language=language_name(data["language"]),
        mediator=data["mediator"],
        statements=data["statements"],
        answers=data["answers"],
    )


class DemoCase:
    """One case and its story, told in the order of its days."""

    def __init__(self, person: dict[str, Any]) -> None:
        self.person = person
        self.lead = member(person["lead_account"], person["lead"])
        self.bases = {basis.code: basis for basis in LegalBasis.objects.filter(version=1)}
        self.case: Case
        self.interview: Interview | None = None

    def make(self) -> None:
        """Take up the person, then let happen what happened."""
        with as_of(self.lead, self.person["taken_up"]):
            self.case = self._take_up()
        for on, happen in sorted(self._events(), key=lambda event: event[0]):
            happen(on)
        note_daily_work(self.case, key=self.person["key"])
        self._settle()

    def _events(self) -> Iterator[tuple[int, Callable[[int], None]]]:
        for phase, on, reason in self.person["phases"]:
            yield on, partial(self._enter, phase, reason)
        for participation in self.person["participations"]:
            yield participation["starts"], partial(self._bring_in, participation)
        if self.person.get("interview"):
            yield self.person["interview"]["held"], self._record
        if self.person.get("analysis"):
            yield self.person["analysis"]["as_of"], self._analyse

    def _take_up(self) -> Case:
        person = self.person
        data = TakeUp(
            person=person_fields(person),
            whereabouts=whereabouts_fields(person),
            legal_basis=self.bases[person["lead_basis"]],
            occasion=person["occasion"],
            file_number=person.get("lead_file_number", ""),
        )
        case = take_up_case(data, by=self.lead)
        ResidencePeriod.objects.bulk_create(
            ResidencePeriod(migrant=case.migrant, **residence_fields(period))
            for period in person["residence"]
        )
        return case

    def _enter(self, phase: str, reason: str, on: int) -> None:
        with as_of(self.lead, on):
            change_phase(self.case, to=phase, by=self.lead, reason=reason)

    def _bring_in(self, data: dict[str, Any], on: int) -> None:
        agency = Agency.objects.get(short_name=data["agency"])
        areas = {area: self.bases[code] for area, code in data["areas"].items()}
        with as_of(self.lead, on):
            bring_in_agency(
                self.case,
                agency=agency,
                access=data["access"],
                areas=areas,
                by=self.lead,
                ends_on=day(data["ends"]),
            )
        if data.get("responsible"):
            contact = member(data["responsible"], data["agency"])
            with as_of(contact, on):
                name_contact(
                    self.case,
                    responsible=contact,
                    telephone=contact.telephone,
                    file_number=data.get("file_number", ""),
                    by=contact,
                )

    def _record(self, on: int) -> None:
        record = interview_record(self.person["interview"])
        with as_of(self.lead, on):
            self.interview = record_interview(self.case, record=record, by=self.lead)

    def _analyse(self, on: int) -> None:
        data = self.person["analysis"]
        rows = {row["life_area"]: {**row, "deadline": day(row["deadline"])} for row in data["rows"]}
        for row in rows.values():
            del row["life_area"]
        content = AnalysisContent(
            as_of=known_day(data["as_of"]),
            title=data["title"],
            interviews=(self.interview.pk,) if self.interview else (),
            texts={kind: data[kind] for kind in ("occasion", "own_words", "goals")},
            rows=rows,
        )
        with as_of(self.lead, on):
            write_analysis(self.case, content=content, by=self.lead)

    def _settle(self) -> None:
        """Today's target group, and the last activity on the day of the last event."""
        noted = latest_day(self.person["key"]) or self.person["taken_up"]
        latest = max([self.person["taken_up"], noted, *(on for on, _ in self._events() if on <= 0)])
        at = datetime.combine(today() + timedelta(days=latest), time(10, 20), tzinfo=BERLIN)
        with as_of(self.lead, 0):
            case = Case.objects.select_related("migrant").get(pk=self.case.pk)
            case.target_group = case.migrant.target_group_on(today())
            case.last_activity = at
            case.save(update_fields=["target_group", "last_activity"])
