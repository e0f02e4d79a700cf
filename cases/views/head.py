"""The head of a case, corrected by the leading agency."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.change_head import change_head
from cases.forms.head import HeadForm
from cases.models import Case
from cases.overview import CaseOverview
from cases.views.scope import with_case
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("steer_case")
def edit(request: ActingRequest, case: Case) -> HttpResponse:
    """Urgency, occasion and summary; every agency in the case reads them."""
    form = refilled(HeadForm(sent_data(request), case=case), request)
    if form.is_valid() and not refused(
        form, lambda: change_head(case, head=form.head(), by=request.membership)
    ):
        messages.success(request, _("The head of the case has been saved."))
        return see_other("cases:detail", case_id=case.pk)
    trail.record(trail.Verb.VIEWED, case)
    context = {
        "case": case,
        "form": form,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "overview",
    }
    return render(request, "cases/head.html", context, status=status_of(form))
