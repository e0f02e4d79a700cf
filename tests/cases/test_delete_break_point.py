"""Deleting: by the agency that wrote it alone, with an entry and for good."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.trail import Verb
from cases.actions.delete_break_point import delete_break_point
from cases.models import BreakPoint, Case
from tests.factories import break_point, working_as
from tests.trail import one_entry


def test_it_is_gone_and_leaves_an_entry(case: Case, lead: Membership) -> None:
    written = break_point(case, by=lead)
    with one_entry(lead, Verb.REMOVED, case=case, about="BreakPoint"), working_as(lead):
        delete_break_point(written, case=case, by=lead)
    with working_as(lead):
        assert not BreakPoint.objects.visible_to(lead).exists()


def test_nobody_else_deletes_it(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    shared, kept = break_point(shared_case, by=lead, shared=True), break_point(shared_case, by=lead)
    for by, written, refused in (
        (partner, shared, PermissionDenied),
        (partner, kept, Http404),
        (reader, shared, PermissionDenied),
    ):
        with working_as(by), pytest.raises(refused):
            delete_break_point(written, case=shared_case, by=by)
    with working_as(lead):
        assert BreakPoint.objects.visible_to(lead).count() == 2
