"""What the tests' worlds hold of: search, duplicates and merging."""

from django.db.models import Model

from agencies.models import Membership
from cases.actions.merge_migrants import merge_migrants
from cases.models import Case
from tests.access.parts.making import Maker
from tests.factories import take_up, working_as


def _taken_up_twice(case: Case, by: Membership) -> Case:
    person = case.migrant
    return take_up(by, given_names=person.given_names, family_name=person.family_name)


def _merge(case: Case, by: Membership) -> Model:
    other = _taken_up_twice(case, by)
    with working_as(by):
        return merge_migrants(case, other=other, chosen={}, by=by)


MADE: dict[str, Maker] = {"other": _taken_up_twice, "merge": _merge}
