"""What is said about an agency changes everywhere at once."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.actions.change_agency import change_agency
from agencies.models import Agency, LegalKind, Membership
from core.refusal import Refusal
from tests.agencies.entries import entry
from tests.factories import working_as


def test_legal_kind_and_duty_count_from_now_on(access_administrator: Membership, jobcentre: Agency) -> None:
    with working_as(access_administrator):
        change_agency(
            jobcentre,
            entry=entry(legal_kind=LegalKind.OTHER, duty_to_report=False),
            by=access_administrator,
        )
    jobcentre.refresh_from_db()
    assert jobcentre.needs_basis_for_each_area
    assert (jobcentre.name, jobcentre.active) == ("Pflegestützpunkt Lippe", True)


def test_another_agencys_name_is_refused(
    access_administrator: Membership, jobcentre: Agency, youth_office: Agency
) -> None:
    with working_as(access_administrator), pytest.raises(Refusal) as refused:
        change_agency(jobcentre, entry=entry(name=youth_office.name), by=access_administrator)
    assert refused.value.field == "name"


def test_a_delegated_administrator_changes_not_even_her_own(delegated_administrator: Membership) -> None:
    with working_as(delegated_administrator), pytest.raises(PermissionDenied):
        change_agency(delegated_administrator.agency, entry=entry(), by=delegated_administrator)
