"""Deleting: by the agency that wrote it alone, with an entry and for good."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.trail import Verb
from cases.actions.delete_step import delete_step
from cases.models import Case, JourneyStep
from tests.factories import step, working_as
from tests.trail import one_entry


def test_it_is_gone_and_leaves_an_entry(case: Case, lead: Membership) -> None:
    written = step(case, by=lead)
    with one_entry(lead, Verb.REMOVED, case=case, about="JourneyStep"), working_as(lead):
        delete_step(written, case=case, by=lead)
    with working_as(lead):
        assert not JourneyStep.objects.visible_to(lead).exists()


def test_nobody_else_deletes_it(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    shared, kept = step(shared_case, by=lead, shared=True), step(shared_case, by=lead)
    for by, written, refused in (
        (partner, shared, PermissionDenied),
        (partner, kept, Http404),
        (reader, shared, PermissionDenied),
    ):
        with working_as(by), pytest.raises(refused):
            delete_step(written, case=shared_case, by=by)
    with working_as(lead):
        assert JourneyStep.objects.visible_to(lead).count() == 2
