"""The way through the offices: steps and break points of a case, and the interfaces."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.models import Interface
from audit import trail
from cases.actions.delete_break_point import delete_break_point
from cases.actions.delete_step import delete_step
from cases.actions.write_break_point import own_break_point, write_break_point
from cases.actions.write_step import own_step, write_step
from cases.api.scope import ASKING, READING, WRITING, ActingView, CaseView
from cases.api.serializers.way import (
    BreakPointSerializer,
    InterfaceSerializer,
    JourneyStepSerializer,
    WriteBreakPointSerializer,
    WriteStepSerializer,
)
from cases.models import BreakPoint, Case
from cases.way_reading import break_points_of, steps_of
from core.api_errors import ErrorSerializer


class InterfaceListView(ActingView):
    """Where kinds of agencies meet, as far as somebody has found a break point there."""

    @extend_schema(operation_id="list_interfaces", responses={200: InterfaceSerializer(many=True), **ASKING})
    def get(self, _request: Request) -> Response:
        """They name no case and leave no entry in the trail."""
        return Response(
            self.shown(InterfaceSerializer, Interface.objects.order_by("from_kind", "to_kind"), many=True)
        )


class StepListView(CaseView):
    """The steps of a case."""

    @extend_schema(operation_id="list_steps", responses={200: JourneyStepSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Your agency's steps, and those shared with it, in the order of their days."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(JourneyStepSerializer, steps_of(case, reader=self.membership), many=True))

    @extend_schema(
        operation_id="write_step",
        request=WriteStepSerializer,
        responses={201: JourneyStepSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Write down a step."""
        case = self.case(case_id, "change_case")
        step = write_step(case, **self.sent(WriteStepSerializer), by=self.membership)
        return Response(self.shown(JourneyStepSerializer, step), status=status.HTTP_201_CREATED)


class StepView(CaseView):
    """One step of your agency."""

    @extend_schema(
        operation_id="rewrite_step",
        request=WriteStepSerializer,
        responses={200: JourneyStepSerializer, **WRITING, 409: ErrorSerializer},
    )
    def put(self, _request: Request, case_id: UUID, step_id: UUID) -> Response:
        """Replace what it says."""
        case = self.case(case_id, "change_case")
        step = own_step(step_id, case=case, by=self.membership)
        written = write_step(case, **self.sent(WriteStepSerializer), by=self.membership, step=step)
        return Response(self.shown(JourneyStepSerializer, written))

    @extend_schema(operation_id="delete_step", responses={204: None, **READING})
    def delete(self, _request: Request, case_id: UUID, step_id: UUID) -> Response:
        """Delete it; break points found at it stay."""
        case = self.case(case_id, "change_case")
        delete_step(own_step(step_id, case=case, by=self.membership), case=case, by=self.membership)
        return Response(status=status.HTTP_204_NO_CONTENT)


class AnyBreakPointView(CaseView):
    """Break points in an answer, with the step only where it is open to the reader."""

    def shown_of(self, case: Case, found: list[BreakPoint]) -> list[dict[str, object]]:
        """What she may see of them."""
        steps = {step.pk for step in steps_of(case, reader=self.membership)}
        context = {"membership": self.membership, "steps": steps}
        return list(BreakPointSerializer(found, many=True, context=context).data)


class BreakPointListView(AnyBreakPointView):
    """The break points of a case."""

    @extend_schema(
        operation_id="list_break_points", responses={200: BreakPointSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Your agency's break points, and those shared with it; the latest first."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown_of(case, break_points_of(case, reader=self.membership)))

    @extend_schema(
        operation_id="write_break_point",
        request=WriteBreakPointSerializer,
        responses={201: BreakPointSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Note a break point."""
        case = self.case(case_id, "change_case")
        sent = self.sent(WriteBreakPointSerializer, case=case)
        written = write_break_point(case, **sent, by=self.membership)
        return Response(self.shown_of(case, [written])[0], status=status.HTTP_201_CREATED)


class BreakPointView(AnyBreakPointView):
    """One break point of your agency."""

    @extend_schema(
        operation_id="rewrite_break_point",
        request=WriteBreakPointSerializer,
        responses={200: BreakPointSerializer, **WRITING, 409: ErrorSerializer},
    )
    def put(self, _request: Request, case_id: UUID, break_point_id: UUID) -> Response:
        """Replace what it says."""
        case = self.case(case_id, "change_case")
        present = own_break_point(break_point_id, case=case, by=self.membership)
        sent = self.sent(WriteBreakPointSerializer, case=case)
        written = write_break_point(case, **sent, by=self.membership, break_point=present)
        return Response(self.shown_of(case, [written])[0])

    @extend_schema(operation_id="delete_break_point", responses={204: None, **READING})
    def delete(self, _request: Request, case_id: UUID, break_point_id: UUID) -> Response:
        """Delete it."""
        case = self.case(case_id, "change_case")
        present = own_break_point(break_point_id, case=case, by=self.membership)
        delete_break_point(present, case=case, by=self.membership)
        return Response(status=status.HTTP_204_NO_CONTENT)
