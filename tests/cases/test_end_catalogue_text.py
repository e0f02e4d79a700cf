"""A text that ends counts no longer, in none of its versions; what was recorded with it stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.models import Case, InterviewAnswer, LeadQuestion, LegalBasis
from core.refusal import Refusal
from core.today import today
from tests.cases.catalogue_texts import basis, reword, stored
from tests.factories import interview, working_as


def test_it_is_no_longer_asked(catalogue_administrator: Membership) -> None:
    with working_as(catalogue_administrator):
        end_catalogue_text(stored("problems"), on=today(), by=catalogue_administrator)
    assert not LeadQuestion.objects.in_force(today()).filter(code="problems").exists()


@pytest.mark.parametrize("days", [-1, -400])
def test_not_in_the_past(days: int, catalogue_administrator: Membership) -> None:
    problems, on = stored("problems"), today() + timedelta(days=days)
    with working_as(catalogue_administrator), pytest.raises(Refusal) as refused:
        end_catalogue_text(problems, on=on, by=catalogue_administrator)
    assert refused.value.field == "valid_until"


def test_an_end_ahead_is_taken_back_one_that_has_come_is_not(catalogue_administrator: Membership) -> None:
    by = catalogue_administrator
    with working_as(by):
        end_catalogue_text(stored("problems"), on=today() + timedelta(days=3), by=by)
        end_catalogue_text(stored("problems"), on=None, by=by)
        assert stored("problems").valid_until is None
        end_catalogue_text(stored("problems"), on=today(), by=by)
        with pytest.raises(Refusal, match="gilt bereits nicht mehr"):
            end_catalogue_text(stored("problems"), on=None, by=by)


def test_not_before_a_version_begins(catalogue_administrator: Membership) -> None:
    by, later = catalogue_administrator, today() + timedelta(days=5)
    reword("problems", "Was fehlt?", by=by, valid_from=later)
    with working_as(by), pytest.raises(Refusal, match="späteren Tag"):
        end_catalogue_text(stored("problems"), on=today() + timedelta(days=1), by=by)


def test_a_new_wording_leaves_open_what_was_granted_an_end_closes_it(
    shared_case: Case, lead: Membership, partner: Membership, catalogue_administrator: Membership
) -> None:
    interview(shared_case, by=lead, shared=["work"])
    by, granted = catalogue_administrator, LegalBasis.objects.get(code__startswith="basis-")

    def open_answers() -> int:
        with working_as(partner):
            return InterviewAnswer.objects.visible_to(partner).count()

    with working_as(by):
        written = write_catalogue_text(_reworded(granted), instead_of=granted, by=by)
    assert open_answers() == 1
    assert list(LegalBasis.objects.in_force(today()).filter(code=granted.code)) == [written]
    with working_as(by):
        end_catalogue_text(written, on=today(), by=by)
    assert open_answers() == 0


def _reworded(before: LegalBasis) -> LegalBasis:
    return basis(before.citation, title="Übermittlung, neu gefasst")


def test_nobody_else_ends(lead: Membership) -> None:
    with working_as(lead), pytest.raises(PermissionDenied):
        end_catalogue_text(stored("problems"), on=today(), by=lead)
