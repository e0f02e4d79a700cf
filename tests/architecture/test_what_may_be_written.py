"""The net below writing: nobody touches the texts of others, and permissions come by migrations alone.

What decides who sees a case has tests beside the rule (tests/rules/test_net_for_writes.py).
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, transaction

from agencies.models import Membership
from audit.models import Entry
from cases.models import (
    AnalysisRow,
    AnalysisText,
    Case,
    CaseAnalysis,
    Draft,
    Interview,
    InterviewAnswer,
    ResidencePeriod,
)
from core.acting import acting
from core.today import today
from tests.factories import analysis, interview

pytestmark = pytest.mark.django_db

REFUSED = "permission denied|row-level security"


@pytest.fixture
def written(shared_case: Case, lead: Membership, partner: Membership) -> Case:
    """The shared case with an interview and an analysis of the lead, open in work and residence."""
    interview(shared_case, by=lead, shared=["work", "residence"], kept=["health"])
    analysis(shared_case, by=lead, shared=["work", "residence"], kept=["health"])
    return shared_case


def nothing_happens(deed: Callable[[], int], *, by: Membership) -> None:
    """The deed is refused, or touches no row."""
    done, why = 0, "permission denied"
    with acting(by.agency_id):
        try:
            with transaction.atomic():
                done = deed()
        except ProgrammingError as error:
            why = str(error)
    assert done == 0
    assert re.search(REFUSED, why)


@pytest.mark.parametrize("who", ["partner", "reader", "uninvolved"])
@pytest.mark.parametrize("model", [CaseAnalysis, AnalysisRow, AnalysisText, Interview, InterviewAnswer])
def test_nobody_changes_or_removes_what_another_agency_wrote(
    model: type[Any], who: str, written: Case, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    nothing_happens(lambda: model.objects.update(agency=by.agency), by=by)
    nothing_happens(lambda: model.objects.all()._raw_delete("default"), by=by)


def test_a_reader_writes_no_text(written: Case, reader: Membership) -> None:
    whose = {"case": written, "agency": reader.agency}
    forged = [
        Interview(**whose, author=reader, held_on=today(), consent="oral"),
        CaseAnalysis(**whose, author=reader, as_of=today(), title="x"),
        Draft(**whose, user_id=reader.user_id, kind="analysis"),
    ]
    with acting(reader.agency_id):
        for row in forged:
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                row.save(force_insert=True)


def test_nobody_but_the_lead_adds_a_residence_period(written: Case, reader: Membership) -> None:
    period = ResidencePeriod(migrant_id=written.migrant_id, title="toleration")
    with acting(reader.agency_id):
        assert ResidencePeriod.objects.exists()
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            period.save(force_insert=True)


def test_permissions_are_changed_by_migrations_alone(case: Case, lead: Membership) -> None:
    kind = ContentType.objects.get_for_model(Entry)
    with acting(lead.agency_id):
        for row in (
            Permission(codename="x", name="x", content_type=kind),
            ContentType(app_label="x", model="x"),
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                row.save(force_insert=True)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            lead.agency.group.permissions.add(Permission.objects.get(codename="steer_case"))
