"""Reminders: those of the reader in all cases, setting one, moving it, ticking it off."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.permissions import require_role
from audit import trail
from cases.actions.change_follow_up import change_follow_up
from cases.actions.finish_follow_up import finish_follow_up
from cases.actions.set_follow_up import set_follow_up
from cases.api.scope import SENDING, WRITING, ActingView, CaseView
from cases.api.serializers import work
from cases.follow_up_list import VIEWS, page_of_follow_ups
from cases.models import Case, FollowUp
from core.api_pages import PageQuery, page_in_answer


class FollowUpQuerySerializer(PageQuery):
    """Which reminders, and where the page begins."""

    show = serializers.ChoiceField(choices=list(VIEWS), required=False, default="open")


class FollowUpListView(ActingView):
    """Your reminders in all cases."""

    @extend_schema(
        operation_id="list_follow_ups",
        parameters=[FollowUpQuerySerializer],
        responses={200: work.FollowUpPageSerializer, **SENDING},
    )
    def get(self, request: Request) -> Response:
        """One page: open ones by their day, done ones the latest first."""
        require_role(self.membership, "view_case")
        asked = self.checked(FollowUpQuerySerializer, request.query_params.dict())
        page = page_of_follow_ups(self.membership, shown=asked["show"], position=asked["position"])
        trail.note_list([each.case_id for each in page.rows])
        return Response(self.shown(work.FollowUpPageSerializer, page_in_answer(page, request)))


class NewFollowUpView(CaseView):
    """A reminder on a case."""

    @extend_schema(
        operation_id="set_follow_up",
        request=work.SetFollowUpSerializer,
        responses={201: work.FollowUpSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Set a reminder; nobody else sees it."""
        case = self.case(case_id)
        follow_up = set_follow_up(case, **self.sent(work.SetFollowUpSerializer), by=self.membership)
        return Response(self.shown(work.FollowUpSerializer, follow_up), status=status.HTTP_201_CREATED)


class HersView(CaseView):
    """An address of one reminder."""

    def hers(self, case: Case, follow_up_id: UUID) -> FollowUp:
        """Her own one in the case."""
        own = FollowUp.objects.visible_to(self.membership).select_related("case")
        return get_object_or_404(own, pk=follow_up_id, case=case)


class FollowUpView(HersView):
    """One reminder of yours."""

    @extend_schema(
        operation_id="change_follow_up",
        request=work.SetFollowUpSerializer,
        responses={200: work.FollowUpSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID, follow_up_id: UUID) -> Response:
        """Move it to another day, or say better what it is for; a done one is open again."""
        case = self.case(case_id)
        present = self.hers(case, follow_up_id)
        sent = self.sent(work.SetFollowUpSerializer)
        changed = change_follow_up(present, case=case, by=self.membership, **sent)
        return Response(self.shown(work.FollowUpSerializer, changed))


class FollowUpDoneView(HersView):
    """That it is done."""

    @extend_schema(
        operation_id="finish_follow_up",
        request=work.FinishFollowUpSerializer,
        responses={200: work.FollowUpSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, follow_up_id: UUID) -> Response:
        """Done, or not done after all."""
        case = self.case(case_id)
        present = self.hers(case, follow_up_id)
        done = self.sent(work.FinishFollowUpSerializer)["done"]
        finished = finish_follow_up(present, case=case, by=self.membership, done=done)
        return Response(self.shown(work.FollowUpSerializer, finished))
