"""The phases of a case: the way so far, and the next step."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.change_phase import change_phase
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.phase import ChangePhaseSerializer, PhaseChangeSerializer


class PhaseListView(CaseView):
    """The records of the phases."""

    @extend_schema(operation_id="list_phases", responses={200: PhaseChangeSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Each phase that the case entered, the oldest first."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(PhaseChangeSerializer, case.phase_changes.all(), many=True))

    @extend_schema(
        operation_id="change_phase",
        request=ChangePhaseSerializer,
        responses={201: PhaseChangeSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Move the case to another phase."""
        case = self.case(case_id, "steer_case")
        change = change_phase(case, **self.sent(ChangePhaseSerializer), by=self.membership)
        return Response(self.shown(PhaseChangeSerializer, change), status=status.HTTP_201_CREATED)
