"""The list of cases."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.case_list import COUNT_CAP, capped_count, page_of_cases
from cases.forms.case_filter import CaseFilterForm
from cases.models import SavedFilter
from core.keyset import Position


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """The cases of the acting agency, the latest activity first."""
    require_role(request.membership, "view_case")
    form = CaseFilterForm(request.GET, by=request.membership)
    narrowed_to = form.case_filter()
    position = Position.from_token(request.GET.get("position", ""))
    page = page_of_cases(request.membership, narrowed_to, position=position)
    trail.note_list([case.pk for case in page.rows])
    count = capped_count(request.membership, narrowed_to)
    context = {
        "form": form,
        "page": page,
        "count": f"{COUNT_CAP}+" if count > COUNT_CAP else str(count),
        "is_narrowed": form.is_narrowed,
        "kept": SavedFilter.objects.visible_to(request.membership),
        "to_keep": urlencode(form.to_keep),
        "may_take_up": request.membership.allows("take_up_case"),
        "may_assign": request.membership.allows("assign_case"),
    }
    return render(request, "cases/index.html", context)
