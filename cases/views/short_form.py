"""A short form of a case: shown, stored by one action, refused at its field; what was typed outlives the session."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from agencies.acting_request import ActingRequest
from audit import trail
from cases.models import Case
from cases.overview import CaseOverview
from core.forms.refused import refused
from core.forms.sent_form import status_of
from core.kept_text import refilled
from core.see_other import see_other


def short_form(
    request: ActingRequest,
    case: Case,
    form: forms.Form,
    *,
    template: str,
    store: Callable[[], Any],
    done: str,
    to: str,
    listed: Iterable[UUID] = (),
    **context: Any,
) -> HttpResponse:
    """The page with the form, or, when it is stored, the way to the page that shows it."""
    if form.is_bound and form.is_valid() and not refused(form, store):
        messages.success(request, done)
        return see_other(to, case_id=case.pk)
    refilled(form, request)
    trail.record(trail.Verb.VIEWED, case, listed=listed)
    overview = CaseOverview(case, reader=request.membership)
    context |= {"case": case, "form": form, "overview": overview, "tab": "person"}
    return render(request, template, context, status=status_of(form))
