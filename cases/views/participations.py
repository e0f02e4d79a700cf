"""Who takes part in the case, bringing in an agency, ending its participation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.end_participation import end_participation
from cases.actions.name_contact import name_contact
from cases.forms.participation import ContactForm, EndForm, ParticipationForm
from cases.models import Case
from cases.overview import CaseOverview
from cases.views.scope import with_case
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Each agency: what it sees, on which basis, since when, until when, who granted it."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    past = case.participations.over().select_related("agency").order_by("-ends_on")
    context = {
        "case": case,
        "overview": overview,
        "past": past,
        "may_steer": request.membership.may("steer_case", case),
        "tab": "participations",
    }
    return render(request, "cases/participations/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("steer_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Bring in an agency."""
    form = refilled(ParticipationForm(sent_data(request), case=case), request)
    if form.is_valid() and not refused(form, bring_in_agency, case, by=request.membership, **form.grant()):
        agency = form.cleaned_data["agency"]
        messages.success(request, _("%(agency)s now takes part in the case.") % {"agency": agency.name})
        return redirect("cases:participations", case_id=case.pk)
    context = {
        "case": case,
        "form": form,
        "tab": "participations",
        "overview": CaseOverview(case, reader=request.membership),
    }
    trail.record(trail.Verb.VIEWED, case)
    return render(request, "cases/participations/new.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("view_case")
def own(request: ActingRequest, case: Case) -> HttpResponse:
    """The contact of the own agency."""
    overview = CaseOverview(case, reader=request.membership)
    mine = get_object_or_404(case.participations.in_force(), agency_id=request.membership.agency_id)
    form = refilled(ContactForm(sent_data(request), participation=mine), request)
    if form.is_valid() and not refused(form, name_contact, case, by=request.membership, **form.cleaned_data):
        messages.success(request, _("The contact of your agency has been noted."))
        return redirect("cases:participations", case_id=case.pk)
    context = {"case": case, "form": form, "tab": "participations", "overview": overview}
    trail.record(trail.Verb.VIEWED, case)
    return render(request, "cases/participations/own.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("steer_case")
def end(request: ActingRequest, case: Case, participation_id: UUID) -> HttpResponse:
    """End a participation, at once or on a day."""
    participation = get_object_or_404(case.participations.select_related("agency"), pk=participation_id)
    form = refilled(EndForm(sent_data(request)), request)
    if form.is_valid():
        data = form.cleaned_data
        arguments = {"case": case, "by": request.membership, "reason": data["reason"], "on": data["ends_on"]}
        if not refused(form, end_participation, participation, **arguments):
            messages.success(
                request, _("The participation of %(agency)s ends.") % {"agency": participation.agency.name}
            )
            return redirect("cases:participations", case_id=case.pk)
    context = {
        "case": case,
        "form": form,
        "participation": participation,
        "tab": "participations",
        "overview": CaseOverview(case, reader=request.membership),
    }
    trail.record(trail.Verb.VIEWED, case)
    return render(request, "cases/participations/end.html", context, status=status_of(form))
