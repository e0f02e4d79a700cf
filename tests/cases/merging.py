"""A person taken up twice, and merging both records; shared by the tests of what a merge does."""

import pytest

from agencies.models import Membership
from cases.actions.merge_migrants import merge_migrants
from cases.actions.undo_merge import undo_merge
from cases.models import Case, Migrant, MigrantMerge
from tests.factories import bring_in, take_up, working_as

TABLES = (
    "cases_migrant",
    "cases_namekey",
    "cases_whereabouts",
    "cases_furtherlanguage",
    "cases_residenceperiod",
    "cases_familylink",
)
SPELT_DIFFERENTLY = {"given_names": "this", "family_name": "this"}


@pytest.fixture
def twin(uninvolved: Membership, lead: Membership) -> Case:
    """The youth office took up the same person; the integration centre takes part in that case."""
    twin = take_up(
        uninvolved,
        given_names="Jonas",
        family_name="Tesfai",
        birth="1994-05-17",
        language="Tigrinya",
        aliases=["Yonas Berhane"],
        nationalities=["ERI"],
    )
    bring_in(twin, lead.agency, by=uninvolved, access="read", areas=["residence", "family"])
    return twin


def merge(case: Case, other: Case, *, by: Membership, **chosen: str) -> MigrantMerge:
    with working_as(by):
        present = [Case.objects.get(pk=each.pk) for each in (case, other)]
        return merge_migrants(present[0], other=present[1], chosen=SPELT_DIFFERENTLY | chosen, by=by)


def undo(merged: MigrantMerge, *, case: Case, by: Membership) -> None:
    with working_as(by):
        undo_merge(merged, case=case, by=by)


def person_of(case: Case, *, by: Membership) -> Migrant:
    with working_as(by):
        return Case.objects.select_related("migrant").get(pk=case.pk).migrant
