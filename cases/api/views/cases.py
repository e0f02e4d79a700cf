"""Cases: the list, taking one up, the head of one."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.permissions import require_role
from audit import trail
from cases.actions.take_up_case import take_up_case
from cases.api.open_parts import with_person
from cases.api.scope import READING, SENDING, ActingView, CaseView
from cases.api.serializers.case import CaseSerializer, TakeUpSerializer
from cases.api.serializers.case_list import CaseListQuerySerializer, CasePageSerializer
from cases.case_list import COUNT_CAP, capped_count, page_of_cases
from core.api_pages import page_in_answer


class CaseListView(ActingView):
    """The cases of the acting agency."""

    @extend_schema(
        operation_id="list_cases",
        parameters=[CaseListQuerySerializer],
        responses={200: CasePageSerializer, **SENDING},
    )
    def get(self, request: Request) -> Response:
        """One page of the cases, the latest activity first unless you ask for the oldest."""
        require_role(self.membership, "view_case")
        asked = self.checked(CaseListQuerySerializer, request.query_params.dict())
        page = page_of_cases(self.membership, **asked)
        trail.note_list([case.pk for case in page.rows])
        count = capped_count(self.membership, asked["narrowed_to"])
        answer = {
            "count": min(count, COUNT_CAP),
            "more_than_counted": count > COUNT_CAP,
            **page_in_answer(page, request),
        }
        return Response(self.shown(CasePageSerializer, answer))

    @extend_schema(
        operation_id="take_up_case", request=TakeUpSerializer, responses={201: CaseSerializer, **SENDING}
    )
    def post(self, _request: Request) -> Response:
        """Take up a person: person, case and your agency's leading participation in one step."""
        require_role(self.membership, "take_up_case")
        case = take_up_case(**self.sent(TakeUpSerializer), by=self.membership)
        head = self.shown(CaseSerializer, with_person(case, reader=self.membership))
        return Response(head, status=status.HTTP_201_CREATED)


class CaseDetailView(CaseView):
    """One case."""

    @extend_schema(operation_id="show_case", responses={200: CaseSerializer, **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """The head of the case: the person, the phase, and the residence where it is open to your agency."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(CaseSerializer, with_person(case, reader=self.membership)))
