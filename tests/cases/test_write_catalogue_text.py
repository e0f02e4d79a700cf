"""A changed text is a new version; the one before it stays as it was, and others are asked to check."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from agencies.models import Membership, Notification, NotificationKind
from audit.models import Entry
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.models import LeadQuestion, LegalBasis
from core.refusal import Refusal
from core.today import today
from tests.cases.catalogue_texts import basis, question, reword, second_keeper, stored
from tests.factories import working_as


def test_the_new_version_counts_at_once_and_is_not_checked(catalogue_administrator: Membership) -> None:
    before = stored("problems")
    written = reword("problems", "Was fehlt?", by=catalogue_administrator)
    assert (written.code, written.version, written.is_checked) == ("problems", 2, False)
    assert written.written_by == str(catalogue_administrator)
    assert LeadQuestion.objects.in_force(today()).get(code="problems") == written
    assert LeadQuestion.objects.get(pk=before.pk).wording == before.wording


def test_a_version_of_tomorrow_waits(catalogue_administrator: Membership) -> None:
    tomorrow = today() + timedelta(days=1)
    written = reword("problems", "Was fehlt?", by=catalogue_administrator, valid_from=tomorrow)
    assert LeadQuestion.objects.in_force(today()).get(code="problems").version == 1
    assert LeadQuestion.objects.in_force(tomorrow).get(code="problems") == written
    assert stored("problems") == written


def test_the_others_are_asked_to_check_and_the_trail_holds_no_text(
    catalogue_administrator: Membership, access_administrator: Membership
) -> None:
    other = second_keeper(catalogue_administrator)
    written = reword("problems", "Streng vertraulich?", by=catalogue_administrator)
    with working_as(other):
        (notice,) = Notification.objects.filter(kind=NotificationKind.CHECK_WANTED)
        assert (notice.recipient, notice.path) == (other, f"/catalogues/lead-questions/{written.pk}/")
        (entry,) = Entry.objects.filter(object_id=written.pk)
        assert (entry.verb, entry.object_label, entry.reason) == ("changed", "problems (2)", "")


def test_who_was_slower_is_told_and_can_save_all_the_same(catalogue_administrator: Membership) -> None:
    before, other = stored("problems"), second_keeper(catalogue_administrator)
    first = reword("problems", "Was fehlt?", by=other)
    with working_as(catalogue_administrator):
        with pytest.raises(Refusal, match="Vera"):
            write_catalogue_text(question("Was stört?"), instead_of=before, by=catalogue_administrator)
        again = write_catalogue_text(
            question("Was stört?"), instead_of=before, seen=first.pk, by=catalogue_administrator
        )
    assert again.version == 3


def test_nothing_changed_is_no_version(catalogue_administrator: Membership) -> None:
    before = stored("problems")
    same = question(before.wording, position=before.position, source=before.source)
    with working_as(catalogue_administrator), pytest.raises(Refusal, match="nichts geändert"):
        write_catalogue_text(same, instead_of=before, by=catalogue_administrator)


def test_a_version_never_counts_in_the_past(catalogue_administrator: Membership) -> None:
    with pytest.raises(Refusal) as refused:
        reword("problems", "Was fehlt?", by=catalogue_administrator, valid_from=today() - timedelta(days=1))
    assert refused.value.field == "valid_from"


def test_an_end_that_lies_ahead_goes_on_to_the_next_version(catalogue_administrator: Membership) -> None:
    ends = today() + timedelta(days=10)
    with working_as(catalogue_administrator):
        end_catalogue_text(stored("problems"), on=ends, by=catalogue_administrator)
    assert reword("problems", "Was fehlt?", by=catalogue_administrator).valid_until == ends
    with pytest.raises(Refusal) as refused:
        reword("problems", "Was noch?", by=catalogue_administrator, valid_from=ends + timedelta(days=1))
    assert refused.value.field == "valid_from"


def test_a_new_text_has_a_code_of_its_own_and_no_double(catalogue_administrator: Membership) -> None:
    by = catalogue_administrator
    with working_as(by):
        first = write_catalogue_text(question("Language", position=9), by=by)
        assert first.code == "question-language"
        with pytest.raises(Refusal, match="Namen"):
            write_catalogue_text(question("language", position=9), by=by)
        arabic = write_catalogue_text(basis("المادة"), by=by)
        assert (arabic.code, arabic.version) == ("basis", 1)


@pytest.mark.parametrize("who", ["lead", "team_lead", "moderator", "access_administrator"])
def test_nobody_else_writes(who: str, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)
    with working_as(by), pytest.raises(PermissionDenied):
        write_catalogue_text(question("Was fehlt?"), by=by)


def test_the_database_overwrites_and_deletes_nothing(catalogue_administrator: Membership) -> None:
    deeds: list[Callable[[], object]] = [
        lambda: LeadQuestion.objects.filter(code="problems").update(wording="Anders"),
        lambda: LegalBasis.objects.filter(version=1).update(valid_from=today()),
        lambda: LeadQuestion.objects.filter(code="problems")._raw_delete("default"),
    ]
    for deed in deeds:
        with (
            working_as(catalogue_administrator),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            deed()
