"""Taking up a person and her case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from cases.actions.take_up_case import take_up_case
from cases.form_draft import FormDraft
from cases.forms.take_up import TakeUpForm
from cases.models import Case
from cases.models.draft import DraftKind
from cases.views.see_other import see_other
from cases.views.writing import sent


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """One form, few mandatory fields; the case page follows."""
    require_role(request.membership, "take_up_case")
    draft = FormDraft(request, kind=DraftKind.TAKE_UP)
    form = TakeUpForm(request.POST if request.method == "POST" else None)

    def store() -> HttpResponse:
        case = take_up_case(form.take_up(), by=request.membership, key=draft.once)
        messages.success(request, _("The case %(number)s has been taken up.") % {"number": case.number})
        return see_other("cases:detail", case_id=case.pk)

    def made(key: UUID) -> HttpResponse | None:
        there = Case.objects.visible_to(request.membership).filter(pk=key).exists()
        return see_other("cases:detail", case_id=key) if there else None

    if response := sent(form, draft, store=store, made=made):
        return response
    context = {"form": form, "draft": draft}
    return render(request, "cases/take_up.html", context, status=422 if form.is_bound else 200)
