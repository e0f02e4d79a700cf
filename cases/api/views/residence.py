"""The residence titles of a person: listed where they are open, recorded and corrected by the leading agency."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.correct_residence import correct_residence
from cases.actions.record_residence import record_residence
from cases.actions.remove_residence import remove_residence
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.residence import (
    RecordResidenceSerializer,
    RemoveResidenceSerializer,
    ResidenceSerializer,
)
from cases.models import Case, ResidencePeriod


class ResidenceView(CaseView):
    """An address below the residence titles."""

    def periods(self, case: Case) -> Response:
        """The titles that are open to the reader, the latest first."""
        periods = ResidencePeriod.objects.visible_to(self.membership).filter(migrant_id=case.migrant_id)
        return Response(self.shown(ResidenceSerializer, periods.latest_first(), many=True))

    def period(self, case: Case, period_id: UUID) -> ResidencePeriod:
        """The title, if it is open to the reader and of this person."""
        periods = ResidencePeriod.objects.visible_to(self.membership)
        return get_object_or_404(periods, pk=period_id, migrant_id=case.migrant_id)


class ResidenceListView(ResidenceView):
    """The residence titles."""

    @extend_schema(
        operation_id="list_residence_periods", responses={200: ResidenceSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID) -> Response:
        """The titles, the latest first; none where the life area residence is not open to your agency."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return self.periods(case)

    @extend_schema(
        operation_id="record_residence_period",
        request=RecordResidenceSerializer,
        responses={201: ResidenceSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Record one more title; no two may be legally effective at a time."""
        case = self.case(case_id, "steer_case")
        period = record_residence(case, period=self.sent(RecordResidenceSerializer), by=self.membership)
        return Response(self.shown(ResidenceSerializer, period), status=status.HTTP_201_CREATED)


class ResidenceDetailView(ResidenceView):
    """One residence title."""

    @extend_schema(
        operation_id="correct_residence_period",
        request=RecordResidenceSerializer,
        responses={200: ResidenceSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID, period_id: UUID) -> Response:
        """Correct the title; what is not named is empty afterwards."""
        case = self.case(case_id, "steer_case")
        period = self.period(case, period_id)
        changes = self.sent(RecordResidenceSerializer)
        corrected = correct_residence(period, case=case, changes=changes, by=self.membership)
        return Response(self.shown(ResidenceSerializer, corrected))


class ResidenceRemovalView(ResidenceView):
    """The removal of a title that was recorded by mistake."""

    @extend_schema(
        operation_id="remove_residence_period",
        request=RemoveResidenceSerializer,
        responses={200: ResidenceSerializer(many=True), **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, period_id: UUID) -> Response:
        """Remove it; the answer holds those that stay. One that has ended is corrected instead."""
        case = self.case(case_id, "steer_case")
        period = self.period(case, period_id)
        remove_residence(period, case=case, by=self.membership, **self.sent(RemoveResidenceSerializer))
        return self.periods(case)
