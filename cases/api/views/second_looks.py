"""The second look at an analysis: how it stands, asking, doing without, answering."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.ask_second_look import ask_second_look
from cases.actions.give_second_look import give_second_look
from cases.actions.waive_second_look import waive_second_look
from cases.api.scope import READING, WRITING
from cases.api.serializers.second_look import (
    AskSerializer,
    GiveSerializer,
    SecondLookStateSerializer,
    WaiveSerializer,
)
from cases.api.views.analysis_scope import OwnAnalysisView
from cases.models import CaseAnalysis, SecondLook
from cases.second_look_state import second_look_states
from core.api_errors import ErrorSerializer


class AnsweringView(OwnAnalysisView):
    """Every address of the second look answers with how it stands then."""

    def state_of(self, analysis: CaseAnalysis, *, code: int = status.HTTP_200_OK) -> Response:
        """The latest of what was asked, answered or waived."""
        state = second_look_states([analysis], reader=self.membership)[analysis.pk]
        return Response(self.shown(SecondLookStateSerializer, state), status=code)


class SecondLookView(AnsweringView):
    """How it stands."""

    @extend_schema(operation_id="show_second_look", responses={200: SecondLookStateSerializer, **READING})
    def get(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Who was asked, what was answered, or why it was waived; of your agency's analysis."""
        analysis = self.analysis(self.case(case_id), analysis_id)
        trail.record(trail.Verb.VIEWED, analysis)
        return self.state_of(analysis)


class SecondLookRequestView(AnsweringView):
    """Asking a colleague."""

    @extend_schema(
        operation_id="ask_second_look",
        request=AskSerializer,
        responses={201: SecondLookStateSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Ask a colleague who works on cases and has written in none of the versions; she is told."""
        case = self.case(case_id, "change_case")
        analysis = self.analysis(case, analysis_id)
        sent = self.sent(AskSerializer, analysis=analysis)
        ask_second_look(analysis, case=case, by=self.membership, **sent)
        return self.state_of(analysis, code=status.HTTP_201_CREATED)


class SecondLookWaiverView(AnsweringView):
    """Doing without it."""

    @extend_schema(
        operation_id="waive_second_look",
        request=WaiveSerializer,
        responses={201: SecondLookStateSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Note for the present version why nobody looks at it."""
        case = self.case(case_id, "change_case")
        analysis = self.analysis(case, analysis_id)
        waive_second_look(analysis, case=case, by=self.membership, **self.sent(WaiveSerializer))
        return self.state_of(analysis, code=status.HTTP_201_CREATED)


class SecondLookAnswerView(AnsweringView):
    """Answering."""

    @extend_schema(
        operation_id="give_second_look",
        request=GiveSerializer,
        responses={200: SecondLookStateSerializer, **WRITING, 409: ErrorSerializer},
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID, second_look_id: UUID) -> Response:
        """Say what you think of the version that you have read; only the colleague who was asked may."""
        case = self.case(case_id, "change_case")
        analysis = self.analysis(case, analysis_id)
        looks = SecondLook.objects.visible_to(self.membership)
        look = get_object_or_404(looks, pk=second_look_id, analysis=analysis)
        give_second_look(look, case=case, by=self.membership, **self.sent(GiveSerializer))
        return self.state_of(analysis)
