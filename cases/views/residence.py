"""The residence titles of the person: their history as a line, and the forms that keep it right."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.correct_residence import correct_residence
from cases.actions.record_residence import record_residence
from cases.actions.remove_residence import remove_residence
from cases.forms.residence import RemovalForm, ResidenceForm
from cases.models import Case, ResidencePeriod
from cases.overview import CaseOverview
from cases.person_reading import PersonReading
from cases.views.scope import with_case
from cases.views.short_form import short_form
from core.forms.sent_form import sent_data

SENT = ["GET", "HEAD", "POST"]
TO = "cases:residence"


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """The history, where the life area residence is open to the reader."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    context = {
        "case": case,
        "overview": overview,
        "person": PersonReading(overview),
        "may_steer": request.membership.may("steer_case", case),
        "tab": "person",
    }
    return render(request, "cases/residence/index.html", context)


@require_http_methods(SENT)
@with_case("steer_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """One more title."""
    form = ResidenceForm(sent_data(request))
    return short_form(
        request,
        case,
        form,
        template="cases/residence/new.html",
        store=lambda: record_residence(case, period=form.cleaned_data, by=request.membership),
        done=_("The residence title has been recorded."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def edit(request: ActingRequest, case: Case, period_id: UUID) -> HttpResponse:
    """A title that was recorded with a mistake, or whose days have changed."""
    period = _period(request, case, period_id)
    form = ResidenceForm(sent_data(request), period=period)
    return short_form(
        request,
        case,
        form,
        template="cases/residence/edit.html",
        store=lambda: correct_residence(period, case=case, changes=form.cleaned_data, by=request.membership),
        done=_("The residence title has been corrected."),
        to=TO,
        period=period,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def remove(request: ActingRequest, case: Case, period_id: UUID) -> HttpResponse:
    """A title that was recorded by mistake."""
    period = _period(request, case, period_id)
    form = RemovalForm(sent_data(request))
    return short_form(
        request,
        case,
        form,
        template="cases/residence/remove.html",
        store=lambda: remove_residence(period, case=case, by=request.membership, **form.cleaned_data),
        done=_("The residence title has been removed."),
        to=TO,
        period=period,
    )


def _period(request: ActingRequest, case: Case, period_id: UUID) -> ResidencePeriod:
    periods = ResidencePeriod.objects.visible_to(request.membership)
    return get_object_or_404(periods, pk=period_id, migrant=case.migrant)
