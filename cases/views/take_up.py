"""Taking up a person and her case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.actions.take_up_case import take_up_case
from cases.case_search import Hit
from cases.duplicates import find_duplicates
from cases.form_draft import FormDraft
from cases.forms.take_up import TakeUpForm
from cases.models import Case
from cases.models.draft import DraftKind
from cases.views.writing import sent
from core.forms.sent_form import sent_data, status_of
from core.refusal import Refusal
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """One form, few mandatory fields; the case page follows."""
    require_role(request.membership, "take_up_case")
    draft = FormDraft(request, kind=DraftKind.TAKE_UP)
    form = TakeUpForm(sent_data(request))

    duplicates: list[Hit] = []

    def store() -> HttpResponse:
        duplicates.extend(_not_shown_yet(request, form))
        if duplicates:
            raise Refusal(_("Perhaps this person is there already. Please look at the cases below."))
        case = take_up_case(form.take_up(), by=request.membership, key=draft.key)
        messages.success(request, _("The case %(number)s has been taken up.") % {"number": case.number})
        return see_other("cases:detail", case_id=case.pk)

    def made(key: UUID) -> HttpResponse | None:
        there = Case.objects.visible_to(request.membership).filter(pk=key).exists()
        return see_other("cases:detail", case_id=key) if there else None

    if response := sent(form, draft, store=store, made=made):
        return response
    _note(duplicates)
    context = {"form": form, "draft": draft, "duplicates": duplicates}
    return render(request, "cases/take_up.html", context, status=status_of(form))


def _not_shown_yet(request: ActingRequest, form: TakeUpForm) -> list[Hit]:
    """Who is perhaps the same; nobody, once she has seen these very cases and still takes the person up."""
    person = {name: form.cleaned_data[name] for name in ("given_names", "family_name", "birth")}
    hits = find_duplicates(**person, for_=request.membership)
    seen = set(request.POST.get("seen", "").split())
    return [] if {str(hit.case.pk) for hit in hits} <= seen else hits


def _note(duplicates: list[Hit]) -> None:
    if duplicates:
        trail.note_list([hit.case.pk for hit in duplicates])
