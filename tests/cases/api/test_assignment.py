"""Who works on a case within an agency is that agency's own affair."""

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import Api, of


def test_a_case_is_assigned_to_nobody_of_another_agency(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    answer = Api(partner).post(of(shared_case, "assignment/"), {"to": str(lead.pk)})
    assert answer.status_code == 400
