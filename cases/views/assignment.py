"""Who works on which case: the team lead's list, and taking over a case oneself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.actions.assign_case import assign_case
from cases.actions.assign_cases import assign_cases
from cases.case_list import CaseFilter, page_of_cases
from cases.forms.assignment import AssignmentForm
from cases.models import Case
from cases.responsibility import loads
from cases.views.scope import with_case
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.keyset import Position
from core.see_other import back_to_form, see_other


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: ActingRequest) -> HttpResponse:
    """The agency's cases by colleague; chosen ones are given to somebody, all or none."""
    by = request.membership
    require_role(by, "assign_case")
    form = refilled(AssignmentForm(sent_data(request), by=by), request)
    if form.is_valid():
        chosen, to = _chosen(request), form.cleaned_data["to"]
        if not refused(form, assign_cases, chosen, to=to, by=by):
            messages.success(request, _given(len(chosen), to.user.name))
            return see_other(request.get_full_path())
    all_loads = loads(by)
    of = next((each for each in all_loads if str(each.key) == request.GET.get("of", "")), all_loads[0])
    narrowed_to = CaseFilter(responsible=of.key, unassigned=of.key is None)
    page = page_of_cases(by, narrowed_to, position=Position.from_token(request.GET.get("position", "")))
    trail.note_list([case.pk for case in page.rows])
    context = {"form": form, "loads": all_loads, "of": of, "page": page, "chosen": _chosen(request)}
    return render(request, "cases/assignment/index.html", context, status=status_of(form))


@require_POST
@with_case("view_case")
def take_over(request: ActingRequest, case: Case) -> HttpResponse:
    """Be responsible oneself, in one click."""
    assign_case(case, to=request.membership, by=request.membership)
    messages.success(request, _("You are now responsible for this case in your agency."))
    return back_to_form(request, default=reverse("cases:detail", kwargs={"case_id": case.pk}))


def _chosen(request: ActingRequest) -> set[UUID]:
    """Ids of the ticked cases; what is no id at all is no other mistake than a wrong id."""
    return {_as_id(value) for value in request.POST.getlist("cases")}


def _as_id(value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        return UUID(int=0)


def _given(count: int, name: str) -> str:
    sentence = ngettext(
        "%(count)d case has been given to %(name)s.", "%(count)d cases have been given to %(name)s.", count
    )
    return sentence % {"count": count, "name": name}
