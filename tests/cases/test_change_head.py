"""The head of a case is changed by the leading agency alone."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.change_head import CaseHead, change_head
from cases.models import Case, Participation
from core.acting import acting
from core.refusal import Refusal
from tests.factories import working_as
from tests.trail import CANARY, no_entry, one_entry

HEAD = CaseHead(urgency="urgent", urgency_reason="Räumung am Freitag", occasion="Umzug", summary="Stand")


def change(case: Case, head: CaseHead = HEAD, *, by: Membership) -> Case:
    with working_as(by):
        return change_head(case, head=head, by=by)


def test_every_agency_in_the_case_reads_it(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    change(shared_case, by=lead)
    for who in (lead, partner, reader):
        with working_as(who):
            case = Case.objects.get()
            assert (case.urgency, case.summary) == ("urgent", "Stand")
            assert Participation.objects.get(agency=who.agency).urgency == "urgent"


def test_it_is_one_entry_without_content(shared_case: Case, lead: Membership) -> None:
    typed = replace(HEAD, urgency_reason=CANARY, occasion=CANARY, summary=CANARY)
    with one_entry(lead, Verb.CHANGED, case=shared_case, about="Case", reason=""):
        change(shared_case, typed, by=lead)


@pytest.mark.parametrize("who", ["partner", "reader"])
def test_no_other_agency_changes_it(who: str, shared_case: Case, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)
    with no_entry(by), pytest.raises(PermissionDenied):
        change(shared_case, by=by)


@pytest.mark.parametrize("column", ["occasion", "summary", "urgency", "urgency_reason"])
def test_the_database_lets_no_other_agency_change_it(
    column: str, shared_case: Case, partner: Membership
) -> None:
    with (
        acting(partner.agency_id),
        pytest.raises(ProgrammingError, match="only the leading agency"),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=shared_case.pk).update(**{column: "soon"})


def test_an_urgency_needs_its_reason(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        change(case, replace(HEAD, urgency_reason=""), by=lead)
    assert refusal.value.field == "urgency_reason"


def test_what_is_not_urgent_has_no_reason(case: Case, lead: Membership) -> None:
    assert change(case, replace(HEAD, urgency="normal"), by=lead).urgency_reason == ""
