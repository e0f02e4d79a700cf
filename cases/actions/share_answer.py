"""Sharing an answer later, or taking the sharing back: the very next request of the others no longer shows it."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from agencies.models import Membership
from audit import trail
from cases.models import Case, InterviewAnswer
from cases.permissions import locked


@transaction.atomic
def share_answer(answer: InterviewAnswer, *, case: Case, shared: bool, by: Membership) -> InterviewAnswer:
    """Share the answer with the agencies in its life area, or keep it from now on.

    Raises Http404 for an answer that her agency did not write.
    """
    case = locked(case, for_=by, codename="change_case")
    own = InterviewAnswer.objects.visible_to(by).filter(agency_id=by.agency_id, case=case)
    answer = get_object_or_404(own.select_for_update(of=("self",)), pk=answer.pk)
    answer.shared = shared
    answer.save(update_fields=["shared"])
    case.touch()
    trail.record(trail.Verb.SHARED if shared else trail.Verb.UNSHARED, answer)
    return answer
