"""Interviews of a case: those that are open to the reader, and recording one."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.record_interview import record_interview
from cases.api.open_parts import interviews_of
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.interview import InterviewSerializer, RecordInterviewSerializer


class InterviewListView(CaseView):
    """The interviews of a case."""

    @extend_schema(operation_id="list_interviews", responses={200: InterviewSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Your agency's interviews, and of the others' what is open to it; the latest first."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        interviews = interviews_of(case, reader=self.membership)
        return Response(self.shown(InterviewSerializer, interviews, many=True))

    @extend_schema(
        operation_id="record_interview",
        request=RecordInterviewSerializer,
        responses={201: InterviewSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Record an interview; what is marked as shared is open to its readers at once."""
        case = self.case(case_id, "change_case")
        recorded = record_interview(case, **self.sent(RecordInterviewSerializer), by=self.membership)
        interview = interviews_of(case, reader=self.membership).get(pk=recorded.pk)
        return Response(self.shown(InterviewSerializer, interview), status=status.HTTP_201_CREATED)


class InterviewDetailView(CaseView):
    """One interview."""

    @extend_schema(operation_id="show_interview", responses={200: InterviewSerializer, **READING})
    def get(self, _request: Request, case_id: UUID, interview_id: UUID) -> Response:
        """The interview as far as it is open to your agency."""
        found = interviews_of(self.case(case_id), reader=self.membership).select_related("case")
        interview = get_object_or_404(found, pk=interview_id)
        trail.record(trail.Verb.VIEWED, interview)
        return Response(self.shown(InterviewSerializer, interview))
