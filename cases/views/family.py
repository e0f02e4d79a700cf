"""The relatives of the person: recorded, corrected, removed."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from cases.actions.correct_family_link import correct_family_link
from cases.actions.link_family import link_family
from cases.actions.remove_family_link import remove_family_link
from cases.forms.family import FamilyForm, LinkForm
from cases.models import Case, FamilyLink
from cases.views.scope import with_case
from cases.views.short_form import short_form
from core.forms.sent_form import sent_data

SENT = ["GET", "HEAD", "POST"]
TO = "cases:person"


@require_http_methods(SENT)
@with_case("steer_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """A relative, with a case of her own or without."""
    form = FamilyForm(sent_data(request), by=request.membership)
    return short_form(
        request,
        case,
        form,
        template="cases/family/new.html",
        store=lambda: link_family(case, **form.family(), by=request.membership),
        done=_("The relative has been recorded."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def edit(request: ActingRequest, case: Case, link_id: UUID) -> HttpResponse:
    """What is recorded about a relative."""
    link = _link(request, case, link_id)
    form = LinkForm(sent_data(request), link=link, kind=link.kind_seen_from(case.migrant_id))
    return short_form(
        request,
        case,
        form,
        template="cases/family/edit.html",
        store=lambda: correct_family_link(link, case=case, **form.family(), by=request.membership),
        done=_("The relative has been corrected."),
        to=TO,
        link=link,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def remove(request: ActingRequest, case: Case, link_id: UUID) -> HttpResponse:
    """A relative who was recorded by mistake, or no longer belongs here."""
    link = _link(request, case, link_id)
    return short_form(
        request,
        case,
        forms.Form(sent_data(request)),
        template="cases/family/remove.html",
        store=lambda: remove_family_link(link, case=case, by=request.membership),
        done=_("The family link has been removed."),
        to=TO,
        link=link,
        other=link.other_than(case.migrant_id),
    )


def _link(request: ActingRequest, case: Case, link_id: UUID) -> FamilyLink:
    links = FamilyLink.objects.visible_to(request.membership).of(case.migrant_id)
    return get_object_or_404(links.select_related("person", "relative"), pk=link_id)
