"""A membership: from when until when, in which roles, wearing which hat."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from agencies.models import Agency, Membership, User
from agencies.roles import ACTED_IN_ALONE, CODENAMES, Role
from core.today import day_is
from tests.factories import make_agency, make_membership, make_user

DAY = date(2026, 6, 15)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
CASE_WORK = {"take_up_case", "view_case", "change_case", "steer_case"}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "counts"),
    [
        (BEFORE, None, True),
        (DAY, None, True),
        (AFTER, None, False),
        (BEFORE, AFTER, True),
        (DAY, AFTER, True),
        (BEFORE, DAY, False),
        (DAY, DAY, False),
    ],
)
def test_the_day_of_the_end_is_the_first_that_no_longer_counts(
    starts_on: date, ends_on: date | None, counts: object, jobcentre: Agency
) -> None:
    membership = make_membership(jobcentre, starts_on=starts_on, ends_on=ends_on)
    with day_is(DAY):
        assert membership.is_in_force() is counts
        assert Membership.objects.in_force().exists() is counts
        assert membership.allows("view_case") is counts
    assert membership.is_in_force(on=DAY) is counts


@pytest.mark.parametrize("what", ["person", "agency"])
def test_of_a_closed_account_or_agency_nothing_counts(what: str, jobcentre: Agency) -> None:
    if what == "person":
        membership = make_membership(jobcentre, user=make_user(is_active=False))
    else:
        membership = make_membership(make_agency(active=False))
    assert not membership.is_in_force()
    assert not membership.allows("view_case")
    assert not Membership.objects.in_force().filter(pk=membership.pk).exists()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.CASEWORKER, CASE_WORK),
        (Role.TEAM_LEAD, CASE_WORK),
        (Role.MODERATOR, set()),
        (Role.CATALOGUE_ADMINISTRATOR, set()),
        (Role.ACCESS_ADMINISTRATOR, set()),
        (Role.DATA_PROTECTION_OFFICER, set()),
    ],
)
def test_what_a_role_may_do_at_all(role: Role, allowed: set[str], jobcentre: Agency) -> None:
    membership = make_membership(jobcentre, role, hat=role if role in ACTED_IN_ALONE else None)
    assert {codename for codename in CASE_WORK if membership.allows(codename)} == allowed


def test_every_role_stands_in_the_table() -> None:
    assert set(CODENAMES) == set(Role)


def test_working_roles_add_up_and_watching_roles_do_not(jobcentre: Agency) -> None:
    roles = [Role.CASEWORKER, Role.MODERATOR, Role.ACCESS_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER]
    membership = make_membership(jobcentre, *roles)
    assert membership.hats == [None, Role.ACCESS_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER]
    assert membership.acting_roles == {Role.CASEWORKER, Role.MODERATOR}
    membership.hat = Role.ACCESS_ADMINISTRATOR
    assert membership.acting_roles == {Role.ACCESS_ADMINISTRATOR}
    assert not membership.allows("view_case")


def test_who_only_watches_wears_no_working_hat(jobcentre: Agency) -> None:
    membership = make_membership(jobcentre, Role.DATA_PROTECTION_OFFICER)
    assert membership.hats == [Role.DATA_PROTECTION_OFFICER]
    assert membership.acting_roles == frozenset()


def test_a_membership_does_not_end_before_it_begins(jobcentre: Agency) -> None:
    with pytest.raises(IntegrityError, match="membership_ends_after_it_starts"), transaction.atomic():
        make_membership(jobcentre, starts_on=DAY, ends_on=BEFORE)


def test_a_membership_begins_once_a_day(jobcentre: Agency) -> None:
    user = make_user()
    make_membership(jobcentre, user=user, starts_on=DAY)
    with pytest.raises(IntegrityError, match="membership_starts_once_a_day"), transaction.atomic():
        make_membership(jobcentre, user=user, starts_on=DAY)


def test_no_user_can_be_in_a_group_or_above_the_rules() -> None:
    names = {field.name for field in User._meta.get_fields()}
    assert names & {"groups", "user_permissions", "is_superuser", "is_staff"} == set()


@pytest.mark.parametrize(
    ("legal_kind", "each"), [("social_benefit_body", False), ("welfare_body", True), ("public_other", True)]
)
def test_outside_of_section_35_each_area_names_its_basis(legal_kind: str, each: object) -> None:
    assert Agency(legal_kind=legal_kind).needs_basis_for_each_area is each
