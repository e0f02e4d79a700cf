"""Steps of the way: writing one, changing and deleting one of her own agency."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.delete_step import delete_step
from cases.actions.write_step import own_step, write_step
from cases.forms.step import StepForm, after_step, of_step, stations_of
from cases.models import Case, JourneyStep
from cases.short_form import ShortForm
from cases.views.id_in_address import id_in_address
from cases.views.journey import journey_page
from cases.views.scope import with_case
from cases.views.writing import Made, sent
from core.forms.sent_form import sent_data, status_of
from core.see_other import see_other

# The button "Save, and one more step".
AGAIN = "again"


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """A step, perhaps the one after another."""
    initial: dict[str, Any] = {}
    if before := id_in_address(request, "after"):
        steps = JourneyStep.objects.visible_to(request.membership).select_related("from_agency", "to_agency")
        initial = after_step(get_object_or_404(steps, pk=before, case=case))
    return _write(request, case, initial=initial)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, step_id: UUID) -> HttpResponse:
    """Change a step of her own agency."""
    step = own_step(step_id, case=case, by=request.membership)
    return _write(request, case, initial=of_step(step), step=step)


@require_POST
@with_case("change_case")
def delete(request: ActingRequest, case: Case, step_id: UUID) -> HttpResponse:
    """Delete a step of her own agency."""
    delete_step(own_step(step_id, case=case, by=request.membership), case=case, by=request.membership)
    messages.success(request, _("The step has been deleted."))
    return see_other("cases:journey", case_id=case.pk)


def _write(
    request: ActingRequest, case: Case, *, initial: dict[str, Any], step: JourneyStep | None = None
) -> HttpResponse:
    short = ShortForm(request)
    form = StepForm(sent_data(request), initial=initial, stations=stations_of(case, step))

    def store() -> HttpResponse:
        stored = write_step(case, content=form.content(), by=request.membership, step=step, key=short.key)
        messages.success(request, _("The step has been saved."))
        return _after(request, case, stored.pk)

    if response := sent(form, short, store=store, made=_sent_before(request, case, step)):
        return response
    trail.record(trail.Verb.VIEWED, step or case)
    context = {"form": form, "draft": short, "step": step, **journey_page(request, case)}
    return render(request, "cases/journey/step.html", context, status=status_of(form))


def _sent_before(request: ActingRequest, case: Case, step: JourneyStep | None) -> Made:
    def made(key: UUID) -> HttpResponse | None:
        found = JourneyStep.objects.visible_to(request.membership).filter(pk=key, case=case)
        return _after(request, case, key) if step is None and found.exists() else None

    return made


def _after(request: ActingRequest, case: Case, step_id: UUID) -> HttpResponse:
    if AGAIN in request.POST:
        return see_other(reverse("cases:step_new", args=[case.pk]) + f"?after={step_id}")
    return see_other(reverse("cases:journey", args=[case.pk]) + f"#step-{step_id}")
