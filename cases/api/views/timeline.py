"""The time line of a case, page by page."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.api.scope import WRITING, CaseView
from cases.api.serializers.timeline import TimelinePageSerializer, TimelineQuerySerializer
from cases.timeline.pages import count_of_timeline, page_of_timeline
from core.api_pages import page_in_answer


class TimelineView(CaseView):
    """What happened in a case."""

    @extend_schema(
        operation_id="show_timeline",
        parameters=[TimelineQuerySerializer],
        responses={200: TimelinePageSerializer, **WRITING},
    )
    def get(self, request: Request, case_id: UUID) -> Response:
        """One page of what your agency may see, the latest first unless you ask for the oldest."""
        case = self.case(case_id)
        asked = self.checked(TimelineQuerySerializer, request.query_params.dict())
        trail.record(trail.Verb.VIEWED, case)
        page = page_of_timeline(case, reader=self.membership, **asked)
        answer = {
            "count": count_of_timeline(case, reader=self.membership, narrowed_to=asked["narrowed_to"]),
            **page_in_answer(page, request),
        }
        return Response(self.shown(TimelinePageSerializer, answer))
