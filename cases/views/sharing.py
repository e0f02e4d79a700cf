"""Sharing an answer, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agencies.acting_request import ActingRequest
from cases.actions.share_answer import share_answer
from cases.models import Case, InterviewAnswer
from cases.views.scope import with_case
from core.see_other import see_other


@require_POST
@with_case("change_case")
def change(request: ActingRequest, case: Case, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """Share it, or keep it from now on."""
    answers = InterviewAnswer.objects.visible_to(request.membership)
    answer = get_object_or_404(answers, pk=answer_id, interview_id=interview_id, case=case)
    shared = "shared" in request.POST
    share_answer(answer, case=case, shared=shared, by=request.membership)
    messages.success(
        request, _("The life area is shared.") if shared else _("The life area is no longer shared.")
    )
    return see_other("cases:interview", case_id=case.pk, interview_id=interview_id)
