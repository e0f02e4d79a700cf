"""Who takes part in a case, bringing in an agency, ending its participation."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.end_participation import end_participation
from cases.api.open_parts import participations_of
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.participation import (
    BringInSerializer,
    EndParticipationSerializer,
    ParticipationSerializer,
)


class ParticipationListView(CaseView):
    """The agencies in the case."""

    @extend_schema(
        operation_id="list_participations", responses={200: ParticipationSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Each agency that takes or took part: what is open to it, on which basis, from when until when."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(ParticipationSerializer, participations_of(case), many=True))

    @extend_schema(
        operation_id="bring_in_agency",
        request=BringInSerializer,
        responses={201: ParticipationSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Bring in an agency; from the next request on it sees its share of the case."""
        case = self.case(case_id, "steer_case")
        granted = bring_in_agency(case, **self.sent(BringInSerializer), by=self.membership)
        participation = participations_of(case).get(pk=granted.pk)
        return Response(self.shown(ParticipationSerializer, participation), status=status.HTTP_201_CREATED)


class ParticipationEndView(CaseView):
    """The end of a participation."""

    @extend_schema(
        operation_id="end_participation",
        request=EndParticipationSerializer,
        responses={200: ParticipationSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, participation_id: UUID) -> Response:
        """End a participation; the case is closed to the agency from its next request on, or from a day."""
        case = self.case(case_id, "steer_case")
        participation = get_object_or_404(participations_of(case), pk=participation_id)
        end_participation(
            participation, case=case, by=self.membership, **self.sent(EndParticipationSerializer)
        )
        ended = participations_of(case).get(pk=participation_id)
        return Response(self.shown(ParticipationSerializer, ended))
