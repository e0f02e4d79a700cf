"""A text is checked by a second person, once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from agencies.models import Membership
from audit.models import Entry
from cases.actions.check_catalogue_text import check_catalogue_text
from cases.models import LeadQuestion
from core.refusal import Refusal
from core.today import today
from tests.cases.catalogue_texts import checked, reword, second_keeper, stored
from tests.factories import working_as


def test_a_second_person_checks(catalogue_administrator: Membership) -> None:
    other = second_keeper(catalogue_administrator)
    written = reword("problems", "Was fehlt?", by=catalogue_administrator)
    checked(written, by=other)
    now = stored("problems")
    assert (now.checked_on, now.checked_by, now.checker_id) == (today(), str(other), other.user_id)
    assert now.checked_against == "Gesetz"
    with working_as(other):
        assert Entry.objects.filter(object_id=written.pk, reason="second check").count() == 1


def test_who_wrote_it_cannot(catalogue_administrator: Membership) -> None:
    written = reword("problems", "Was fehlt?", by=catalogue_administrator)
    with pytest.raises(Refusal, match="selbst geschrieben"):
        checked(written, by=catalogue_administrator)
    by = catalogue_administrator
    for whose in (by.user_id, None):
        with working_as(by), pytest.raises(IntegrityError, match="checked_by_another"), transaction.atomic():
            LeadQuestion.objects.filter(pk=written.pk).update(checked_on=today(), checker_id=whose)


def test_what_came_with_the_program_is_checked_by_one_person(catalogue_administrator: Membership) -> None:
    checked(stored("success"), by=catalogue_administrator)
    assert stored("success").is_checked


def test_a_check_is_given_once(catalogue_administrator: Membership) -> None:
    checked(stored("success"), by=catalogue_administrator)
    with pytest.raises(Refusal, match="bereits geprüft"):
        checked(stored("success"), by=second_keeper(catalogue_administrator))


def test_a_changed_text_is_unchecked_again(catalogue_administrator: Membership) -> None:
    checked(stored("success"), by=catalogue_administrator)
    assert not reword("success", "Was wäre gut?", by=catalogue_administrator).is_checked
    assert LeadQuestion.objects.get(code="success", version=1).is_checked


@pytest.mark.parametrize("who", ["lead", "team_lead", "data_protection_officer"])
def test_nobody_else_checks(who: str, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)
    with working_as(by), pytest.raises(PermissionDenied):
        check_catalogue_text(stored("success"), against="-", by=by)
