"""An answer shared by mistake is taken back; the others' next request no longer shows it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from agencies.models import Membership
from audit.trail import Verb
from cases.actions.share_answer import share_answer
from cases.models import Case, InterviewAnswer
from tests.factories import client_for, interview, working_as
from tests.trail import one_entry


@pytest.fixture
def answer(shared_case: Case, lead: Membership) -> InterviewAnswer:
    """An answer in the area work that the integration centre shares."""
    held = interview(shared_case, by=lead, shared=["work"])
    with working_as(lead):
        return held.answers.get()


def sees(membership: Membership) -> int:
    with working_as(membership):
        return InterviewAnswer.objects.visible_to(membership).count()


def test_taken_back_is_gone_for_the_others(
    answer: InterviewAnswer, shared_case: Case, lead: Membership, partner: Membership
) -> None:
    assert sees(partner) == 1
    address = reverse("cases:answer_sharing", args=[shared_case.pk, answer.interview_id, answer.pk])

    client_for(lead).post(address)

    assert (sees(partner), sees(lead)) == (0, 1)
    page = reverse("cases:interview", args=[shared_case.pk, answer.interview_id])
    assert client_for(partner).get(page).status_code == 404

    client_for(lead).post(address, {"shared": "1"})

    assert sees(partner) == 1


def test_it_leaves_an_entry(answer: InterviewAnswer, shared_case: Case, lead: Membership) -> None:
    with one_entry(lead, Verb.UNSHARED, case=shared_case, about="InterviewAnswer"), working_as(lead):
        share_answer(answer, case=shared_case, shared=False, by=lead)


def test_nobody_else_changes_it(
    answer: InterviewAnswer, shared_case: Case, partner: Membership, reader: Membership
) -> None:
    with working_as(partner), pytest.raises(Http404):
        share_answer(answer, case=shared_case, shared=False, by=partner)
    with working_as(reader), pytest.raises(PermissionDenied):
        share_answer(answer, case=shared_case, shared=False, by=reader)
