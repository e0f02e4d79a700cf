"""Every case that a merge touched has its entry, and who leads it is told."""

import pytest

from agencies.models import Membership, Notification
from audit.models import Entry
from cases.models import Case
from tests.cases.merging import merge, twin, undo
from tests.factories import working_as

__all__ = ["twin"]

pytestmark = pytest.mark.django_db


def test_every_case_has_its_entry_and_who_leads_the_other_is_told(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    merged = merge(case, twin, by=lead)
    for by, which in [(lead, case), (uninvolved, twin)]:
        with working_as(by):
            entries = Entry.objects.about(which.pk).filter(verb="changed", actor_id=lead.user_id)
            assert len(entries) == 1
            assert "Tesf" not in str(entries.values())
    with working_as(uninvolved):
        notice = Notification.objects.get(recipient=uninvolved)
        assert (notice.kind, notice.case_id) == ("persons_merged", twin.pk)
    with working_as(lead):
        assert not Notification.objects.filter(recipient=lead, kind="persons_merged").exists()
    undo(merged, case=case, by=lead)
    with working_as(uninvolved):
        assert Notification.objects.filter(recipient=uninvolved, kind="merge_undone").count() == 1
