"""Interviews of a case: their list, one of them, and recording a new one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.area_readers import readers_by_area
from cases.form_draft import FormDraft
from cases.forms.interview import InterviewForm
from cases.guide import prompts_by_area, questions_asked
from cases.interview_reading import InterviewReading, count_of_areas
from cases.models import Case, Interview
from cases.models.draft import DraftKind
from cases.overview import CaseOverview
from cases.views.list_order import in_chosen_order, oldest_first
from cases.views.scope import with_case
from cases.views.writing import sent
from core.forms.sent_form import sent_data, status_of
from core.see_other import see_other


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Interviews of which she may read something."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    areas = count_of_areas(overview.interviews, reader=request.membership)
    rows = [(interview, areas.get(interview.pk, 0)) for interview in overview.interviews]
    context = {
        "case": case,
        "overview": overview,
        "tab": "interviews",
        "rows": in_chosen_order(rows, request),
        "oldest_first": oldest_first(request),
        "may_write": request.membership.may("change_case", case),
    }
    return render(request, "cases/interviews/list.html", context)


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case, interview_id: UUID) -> HttpResponse:
    """One interview, as far as she may read it."""
    interviews = Interview.objects.visible_to(request.membership).select_related(
        "agency", "author__user", "case"
    )
    interview = get_object_or_404(interviews, pk=interview_id, case=case)
    trail.record(trail.Verb.VIEWED, interview)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "interviews",
        "interview": interview,
        "reading": InterviewReading(interview, reader=request.membership),
        "may_write": request.membership.may("change_case", case),
    }
    return render(request, "cases/interviews/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Record an interview by the guide."""
    draft = FormDraft(request, kind=DraftKind.INTERVIEW, case=case)
    form = _form(request, case, draft)

    def store() -> HttpResponse:
        interview = record_interview(
            case, record=InterviewRecord(**form.record()), by=request.membership, key=draft.key
        )
        messages.success(request, _("The interview has been recorded."))
        return see_other("cases:interview", case_id=case.pk, interview_id=interview.pk)

    def made(key: UUID) -> HttpResponse | None:
        there = Interview.objects.visible_to(request.membership).filter(pk=key, case=case).exists()
        return see_other("cases:interview", case_id=case.pk, interview_id=key) if there else None

    if response := sent(form, draft, store=store, made=made):
        return response
    trail.record(trail.Verb.VIEWED, case)
    context = {"case": case, "form": form, "draft": draft}
    return render(request, "cases/interviews/form.html", context, status=status_of(form))


def _form(request: ActingRequest, case: Case, draft: FormDraft) -> InterviewForm:
    """By the guide of today; a question that was retired while she wrote is still there for her answer."""
    return InterviewForm(
        sent_data(request),
        initial={"language": case.migrant.language},
        readers=readers_by_area(case, besides=request.membership.agency),
        questions=questions_asked(besides=draft.names_with_text),
        prompts=prompts_by_area(),
    )
