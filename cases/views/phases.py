"""The phases of a case: their records, and the next one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.change_phase import change_phase
from cases.forms.phase import PhaseForm
from cases.models import Case
from cases.overview import CaseOverview
from cases.permissions import require
from cases.views.scope import with_case
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """The way so far; who leads the case moves it on."""
    form = refilled(PhaseForm(sent_data(request), case=case), request)
    if request.method == "POST":
        require(request.membership, "steer_case", case)
        if form.is_valid() and not refused(form, change_phase, case, by=request.membership, **form.move()):
            messages.success(request, _("The case is now in the phase chosen."))
            return redirect("cases:detail", case_id=case.pk)
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    context = {
        "case": case,
        "form": form,
        "overview": overview,
        "check_lists": overview.check_lists,
        "may_steer": request.membership.may("steer_case", case),
        "tab": "phases",
    }
    return render(request, "cases/phases.html", context, status=status_of(form))
