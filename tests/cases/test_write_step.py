"""Writing a step: who may, what stays with the agency, and that it leaves an entry."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.trail import Verb
from cases.actions.write_step import StepContent, write_step
from cases.models import Case, JourneyStep
from core.refusal import Refusal
from tests.factories import step, working_as
from tests.trail import one_entry

CONTENT = StepContent(what="Antrag", life_area="work")


def test_it_leaves_an_entry(case: Case, lead: Membership) -> None:
    with one_entry(lead, Verb.CREATED, case=case, about="JourneyStep"), working_as(lead):
        written = write_step(case, content=CONTENT, by=lead)
    with one_entry(lead, Verb.CHANGED, case=case, about="JourneyStep"), working_as(lead):
        write_step(case, content=CONTENT, by=lead, step=written)


def test_shared_it_is_read_in_its_life_area_alone(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    step(shared_case, by=lead, area="work", shared=True)
    step(shared_case, by=lead, area="work")
    seen = []
    for who in (lead, partner, reader):
        with working_as(who):
            seen.append(JourneyStep.objects.visible_to(who).count())
    assert seen == [2, 1, 0]


def test_who_only_reads_writes_none(shared_case: Case, reader: Membership, uninvolved: Membership) -> None:
    for by, refused in ((reader, PermissionDenied), (uninvolved, Http404)):
        with working_as(by), pytest.raises(refused):
            write_step(shared_case, content=CONTENT, by=by)


def test_what_was_changed_meanwhile_is_refused(case: Case, lead: Membership) -> None:
    written = step(case, by=lead)
    with working_as(lead):
        write_step(case, content=CONTENT, by=lead, step=JourneyStep.objects.get(pk=written.pk))
        with pytest.raises(Refusal):
            write_step(case, content=CONTENT, by=lead, step=written)
