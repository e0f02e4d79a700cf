"""How one life area stands: two clicks from the board."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.set_area_state import set_area_state
from cases.area_readers import readers_by_area
from cases.forms.area_state import AreaStateForm
from cases.models import AreaState, Case
from cases.models.vocabulary import LifeArea
from cases.overview import CaseOverview
from cases.views.scope import with_case
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, area: str) -> HttpResponse:
    """State, need and sharing of the own agency; below it what the others share."""
    life_area, by = _known(area), request.membership
    states = AreaState.objects.visible_to(by).filter(case=case, life_area=life_area).select_related("agency")
    present = next((each for each in states if each.agency_id == by.agency_id), None)
    form = refilled(AreaStateForm(sent_data(request), present=present), request)
    if form.is_valid() and not refused(
        form, lambda: set_area_state(case, life_area=life_area, by=by, **form.cleaned_data)
    ):
        messages.success(request, _("%(area)s: the state has been saved.") % {"area": life_area.label})
        return see_other("cases:detail", case_id=case.pk)
    trail.record(trail.Verb.VIEWED, case)
    context = {
        "case": case,
        "form": form,
        "area": life_area,
        "present": present,
        "others": [each for each in states if each.agency_id != by.agency_id],
        "readers": readers_by_area(case, besides=by.agency).get(life_area, ()),
        "overview": CaseOverview(case, reader=by),
        "tab": "overview",
    }
    return render(request, "cases/areas/form.html", context, status=status_of(form))


def _known(area: str) -> LifeArea:
    if area not in LifeArea.values:
        raise Http404
    return LifeArea(area)
