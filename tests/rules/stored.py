"""A world as rows. The owner writes them, whom no policy holds, so that a world need not have come about by rule."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import Group
from django.db import models, transaction

from agencies import models as agencies
from cases import models as cases
from cases.models.vocabulary import Access
from tests.rules.statement import Participation, Sheet, Text
from tests.rules.worlds import NOON, World

ACTIVITY = datetime(2026, 6, 1, 12, tzinfo=UTC)
_number = count(1)


class StoredWorld:
    """The rows of a world, and under which key each thing of it stands."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.keys: dict[int, UUID] = {}
        self.rows: list[models.Model] = []
        self.memberships: dict[int, agencies.Membership] = {}
        self.interface = agencies.Interface.objects.using("owner").between("jobcentre", "school_office")
        self.asked = cases.LeadQuestion.objects.get(code="success")
        self._agencies()
        self._memberships()
        self._law_and_persons()
        self._cases()
        for interview in world.interviews:
            self._interview(interview)
        for analysis in world.analyses:
            self._analysis(analysis)
        self._drafts_and_papers()
        self._write()

    def key(self, thing: object) -> UUID:
        """The primary key of a thing; two things never share one."""
        return self.keys.setdefault(id(thing), uuid4())

    def _add(self, row: models.Model) -> None:
        self.rows.append(row)

    def _write(self) -> None:
        by_model: dict[type[models.Model], list[models.Model]] = {}
        for row in self.rows:
            by_model.setdefault(type(row), []).append(row)
        with transaction.atomic(using="owner"):
            for model, rows in by_model.items():
                model._default_manager.using("owner").bulk_create(rows)

    def _agencies(self) -> None:
        number = next(_number)
        carrier = agencies.Carrier(name=f"Kreis {number}")
        self._add(carrier)
        for index, agency in enumerate(self.world.agencies):
            name = f"Stelle {number}.{index}"
            group = Group(pk=number * 10 + index, name=name)
            self._add(group)
            self._add(
                agencies.Agency(
                    pk=self.key(agency),
                    carrier=carrier,
                    group=group,
                    name=name,
                    short_name=name,
                    kind=agencies.AgencyKind.COUNSELLING,
                    legal_kind=agencies.LegalKind.OTHER,
                    duty_to_report=False,
                    active=agency.active,
                )
            )

    def _memberships(self) -> None:
        for person in {id(m.person): m.person for m in self.world.memberships}.values():
            key = self.key(person)
            self._add(
                agencies.User(pk=key, email=f"{key}@test.example", name="Person", is_active=person.active)
            )
        for m in self.world.memberships:
            row = agencies.Membership(
                pk=self.key(m),
                user_id=self.key(m.person),
                agency_id=self.key(m.agency),
                roles=sorted(m.roles),
                starts_on=m.period.since,
                ends_on=m.period.until,
            )
            self._add(row)

    def _law_and_persons(self) -> None:
        for basis in self.world.bases:
            key = self.key(basis)
            dates = {"valid_from": basis.period.since, "valid_until": basis.period.until}
            self._add(
                cases.LegalBasis(pk=key, code=key.hex, citation="§", title="-", kind="statute", **dates)
            )
        for migrant in self.world.migrants:
            key = self.key(migrant)
            self._add(
                cases.Migrant(pk=key, family_name="Test", taken_up_by_id=self.key(self.world.agencies[0]))
            )
            self._add(cases.ResidencePeriod(pk=uuid4(), migrant_id=key))

    def _cases(self) -> None:
        for entry in self.world.listed:
            case, key = entry.case, self.key(entry.case)
            at = ACTIVITY + timedelta(hours=entry.activity)
            copied = {"phase": entry.phase, "target_group": entry.group, "last_activity": at}
            persons = {"migrant_id": self.key(case.migrant), "lead_agency_id": self.key(case.lead)}
            self._add(cases.Case(pk=key, number=key.hex[:20], **persons, **copied))
            for participation in case.participations:
                self._participation(participation, case_id=key, copied=copied)

    def _participation(self, p: Participation, *, case_id: UUID, copied: dict[str, Any]) -> None:
        row = cases.Participation(
            pk=self.key(p),
            case_id=case_id,
            agency_id=self.key(p.agency),
            access=Access(p.access),
            starts_on=p.period.since,
            ends_on=p.period.until,
            responsible_id=self.key(p.responsible) if p.responsible else None,
            **copied,
        )
        self._add(row)
        for area, basis in p.areas.items():
            law = {"life_area": area, "legal_basis_id": self.key(basis)}
            self._add(cases.ParticipationArea(participation=row, case_id=case_id, **law))

    def _of(self, thing: Sheet | Text) -> dict[str, UUID]:
        return {"pk": self.key(thing), "case_id": self.key(thing.case), "agency_id": self.key(thing.agency)}

    def _author(self, sheet: Sheet) -> UUID:
        # The author decides nothing; an agency without any person borrows one.
        people = self.world.memberships
        return self.key(next((m for m in people if m.agency is sheet.agency), people[0]))

    def _interview(self, sheet: Sheet) -> None:
        whose = self._of(sheet)
        self._add(cases.Interview(**whose, author_id=self._author(sheet), held_on=NOON, consent="oral"))
        for text in sheet.texts:
            below = {**self._of(text), "interview_id": whose["pk"]}
            if text.area is None:
                self._add(cases.InterviewStatement(**below, question="success", asked=self.asked, text="-"))
            else:
                self._add(cases.InterviewAnswer(**below, life_area=text.area, shared=text.shared))
                self._on_the_way(text, author_id=self._author(sheet))

    def _on_the_way(self, text: Text, *, author_id: UUID) -> None:
        """A step and a break point for each such text; the rule for them is the same."""
        whose = {**self._of(text), "author_id": author_id, "life_area": text.area, "shared": text.shared}
        self._add(cases.JourneyStep(**whose, what="-", from_kind="person", to_kind="jobcentre"))
        self._add(cases.BreakPoint(**whose, interface=self.interface, what_happened="-", found_on=NOON))

    def _analysis(self, sheet: Sheet) -> None:
        whose = self._of(sheet)
        self._add(cases.CaseAnalysis(**whose, author_id=self._author(sheet), as_of=NOON, title="-"))
        for text in sheet.texts:
            below = {**self._of(text), "analysis_id": whose["pk"]}
            if text.area is None:
                self._add(cases.AnalysisText(**below, kind="goals", text="-"))
            else:
                self._add(cases.AnalysisRow(**below, life_area=text.area, shared=text.shared))

    def _drafts_and_papers(self) -> None:
        for draft in self.world.drafts:
            self._add(
                cases.Draft(
                    pk=self.key(draft),
                    agency_id=self.key(draft.agency),
                    user_id=self.key(draft.person),
                    case_id=self.key(draft.case) if draft.case else None,
                    kind="analysis",
                )
            )
        for paper, analysis in zip(self.world.papers, self.world.analyses, strict=True):
            self._add(
                cases.AnalysisPdf(
                    pk=self.key(paper),
                    case_id=self.key(paper.case),
                    agency_id=self.key(paper.requester.agency),
                    analysis_id=self.key(analysis),
                    requester_id=self.key(paper.requester),
                )
            )
