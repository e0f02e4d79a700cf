"""Drafts save themselves while somebody types; the text never leaves its writer."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from cases.form_draft import FormDraft, saved_at
from cases.models import Case
from cases.models.draft import ABOUT, DraftKind
from cases.views.scope import with_case
from core.refusal import Refusal
from core.see_other import see_other

FORM_OF: dict[str, str] = {
    DraftKind.INTERVIEW: "cases:interview_new",
    DraftKind.ANALYSIS: "cases:analysis_new",
}


@require_POST
@with_case("change_case")
def save(request: ActingRequest, case: Case, kind: str) -> HttpResponse:
    """Keep what is typed into a form of the case; the answer is the line that stands below it."""
    return _saved(FormDraft(request, kind=_known(kind), case=case, about=_about(request)))


@require_POST
def save_take_up(request: ActingRequest) -> HttpResponse:
    """Keep what is typed into the form that takes up a person."""
    require_role(request.membership, "take_up_case")
    return _saved(FormDraft(request, kind=DraftKind.TAKE_UP))


@require_POST
@with_case("change_case")
def discard(request: ActingRequest, case: Case, kind: str) -> HttpResponse:
    """Forget the draft and show the form as it was before."""
    FormDraft(request, kind=_known(kind), case=case).discard()
    messages.success(request, _("The draft has been discarded."))
    about = _about(request)
    if about and kind == DraftKind.ANALYSIS:
        return see_other("cases:analysis_edit", case_id=case.pk, analysis_id=about)
    return see_other(FORM_OF[kind], case_id=case.pk)


@require_POST
def discard_take_up(request: ActingRequest) -> HttpResponse:
    """Forget the draft about a person who is not taken up yet."""
    require_role(request.membership, "take_up_case")
    FormDraft(request, kind=DraftKind.TAKE_UP).discard()
    messages.success(request, _("The draft has been discarded."))
    return see_other("cases:take_up")


def _about(request: ActingRequest) -> str:
    try:
        return str(UUID(request.POST.get(ABOUT, "")))
    except ValueError:
        return ""


def _known(kind: str) -> str:
    if kind not in FORM_OF:
        raise Http404
    return kind


def _saved(draft: FormDraft) -> HttpResponse:
    try:
        return HttpResponse(saved_at(draft.save()), content_type="text/plain; charset=utf-8")
    except Refusal as refusal:
        return HttpResponse(refusal.sentence, content_type="text/plain; charset=utf-8", status=422)
