"""The person of a case, and the small forms by which the leading agency corrects what is known about her."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.change_block import change_block
from cases.actions.change_languages import change_languages
from cases.actions.change_person import change_person
from cases.actions.change_whereabouts import change_whereabouts
from cases.actions.set_target_group import set_target_group
from cases.duplicates import duplicates_of
from cases.forms.person import BlockForm, LanguagesForm, PersonForm, TargetGroupForm, WhereaboutsForm
from cases.models import Case, Whereabouts
from cases.overview import CaseOverview
from cases.person_reading import PersonReading
from cases.views.scope import with_case
from cases.views.short_form import short_form
from core.forms.sent_form import sent_data

SENT = ["GET", "HEAD", "POST"]
TO = "cases:person"


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case) -> HttpResponse:
    """Everything about the person, with a line who sees it."""
    duplicates = duplicates_of(case.migrant, for_=request.membership)
    trail.record(trail.Verb.VIEWED, case, listed=[hit.case.pk for hit in duplicates])
    overview = CaseOverview(case, reader=request.membership)
    context = {
        "case": case,
        "overview": overview,
        "person": PersonReading(overview),
        "duplicates": duplicates,
        "may_steer": request.membership.may("steer_case", case),
        "tab": "person",
    }
    return render(request, "cases/person/detail.html", context)


@require_http_methods(SENT)
@with_case("steer_case")
def edit(request: ActingRequest, case: Case) -> HttpResponse:
    """Names, birth, sex, nationalities, origin."""
    form = PersonForm(sent_data(request), migrant=case.migrant)
    return short_form(
        request,
        case,
        form,
        template="cases/person/edit.html",
        store=lambda: change_person(case, person=form.person(), by=request.membership),
        done=_("The person has been changed."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def whereabouts(request: ActingRequest, case: Case) -> HttpResponse:
    """Address, municipality, contact."""
    stored = Whereabouts.objects.visible_to(request.membership).filter(migrant=case.migrant).first()
    form = WhereaboutsForm(sent_data(request), present=stored)
    return short_form(
        request,
        case,
        form,
        template="cases/person/whereabouts.html",
        store=lambda: change_whereabouts(case, whereabouts=form.cleaned_data, by=request.membership),
        done=_("Address and contact have been changed."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def block(request: ActingRequest, case: Case) -> HttpResponse:
    """The information block."""
    form = BlockForm(sent_data(request), migrant=case.migrant)
    return short_form(
        request,
        case,
        form,
        template="cases/person/block.html",
        store=lambda: change_block(case, **form.cleaned_data, by=request.membership),
        done=_("The information block has been changed."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def languages(request: ActingRequest, case: Case) -> HttpResponse:
    """What she speaks, and with whom."""
    further = case.migrant.further_languages.all()
    form = LanguagesForm(sent_data(request), migrant=case.migrant, further=further)
    return short_form(
        request,
        case,
        form,
        template="cases/person/languages.html",
        store=lambda: change_languages(case, **form.languages(), by=request.membership),
        done=_("The languages have been changed."),
        to=TO,
    )


@require_http_methods(SENT)
@with_case("steer_case")
def target_group(request: ActingRequest, case: Case) -> HttpResponse:
    """The target group, set by hand or by the table."""
    form = TargetGroupForm(sent_data(request), migrant=case.migrant)
    return short_form(
        request,
        case,
        form,
        template="cases/person/target_group.html",
        store=lambda: set_target_group(case, **form.cleaned_data, by=request.membership),
        done=_("The target group has been changed."),
        to=TO,
    )
