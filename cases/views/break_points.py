"""Break points: noting one, changing and deleting one of her own agency."""

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
from cases.actions.delete_break_point import delete_break_point
from cases.actions.write_break_point import own_break_point, write_break_point
from cases.forms.break_point import BreakPointForm, at_step, of_break_point
from cases.models import BreakPoint, Case, JourneyStep
from cases.short_form import ShortForm
from cases.views.id_in_address import id_in_address
from cases.views.journey import journey_page
from cases.views.scope import with_case
from cases.views.writing import Made, sent
from core.forms.sent_form import sent_data, status_of
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """A break point, perhaps found at a step, whose interface is then filled in."""
    initial: dict[str, Any] = {}
    if at := id_in_address(request, "step"):
        steps = JourneyStep.objects.visible_to(request.membership)
        initial = at_step(get_object_or_404(steps, pk=at, case=case))
    return _write(request, case, initial=initial)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, break_point_id: UUID) -> HttpResponse:
    """Change a break point of her own agency."""
    break_point = own_break_point(break_point_id, case=case, by=request.membership)
    return _write(request, case, initial=of_break_point(break_point), break_point=break_point)


@require_POST
@with_case("change_case")
def delete(request: ActingRequest, case: Case, break_point_id: UUID) -> HttpResponse:
    """Delete a break point of her own agency."""
    found = own_break_point(break_point_id, case=case, by=request.membership)
    delete_break_point(found, case=case, by=request.membership)
    messages.success(request, _("The break point has been deleted."))
    return see_other("cases:journey", case_id=case.pk)


def _write(
    request: ActingRequest, case: Case, *, initial: dict[str, Any], break_point: BreakPoint | None = None
) -> HttpResponse:
    by, short = request.membership, ShortForm(request)
    form = BreakPointForm(sent_data(request), initial=initial, case=case, by=by)

    def store() -> HttpResponse:
        stored = write_break_point(
            case, content=form.content(), by=by, break_point=break_point, key=short.key
        )
        messages.success(request, _("The break point has been saved."))
        return _after(case, stored.pk)

    if response := sent(form, short, store=store, made=_sent_before(request, case, break_point)):
        return response
    trail.record(trail.Verb.VIEWED, break_point or case)
    context = {"form": form, "draft": short, "break_point": break_point, **journey_page(request, case)}
    return render(request, "cases/journey/break_point.html", context, status=status_of(form))


def _sent_before(request: ActingRequest, case: Case, break_point: BreakPoint | None) -> Made:
    def made(key: UUID) -> HttpResponse | None:
        found = BreakPoint.objects.visible_to(request.membership).filter(pk=key, case=case)
        return _after(case, key) if break_point is None and found.exists() else None

    return made


def _after(case: Case, break_point_id: UUID) -> HttpResponse:
    return see_other(reverse("cases:journey", args=[case.pk]) + f"#break-{break_point_id}")
