"""Notices: hers in the acting agency, and marking them as read."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.actions.open_notice import open_notice
from agencies.actions.read_all_notices import read_all_notices
from agencies.api.acting_view import ASKING, READING, SENDING, ActingView
from agencies.models import Notification, NotificationKind
from audit import trail
from config.notice_list import case_ids, page_of_notices, shown
from core.api_pages import PageQuery, page_in_answer
from core.api_strict import NothingSerializer


class NoticeSerializer(serializers.Serializer[Any]):
    """What happened; of a case that your agency does not see today neither number nor path."""

    id = serializers.UUIDField(source="notice.pk")
    kind = serializers.ChoiceField(source="notice.kind", choices=NotificationKind.choices)
    sentence = serializers.CharField(source="notice.get_kind_display")
    case_number = serializers.CharField()
    path = serializers.CharField()
    created_at = serializers.DateTimeField(source="notice.created_at")
    read_at = serializers.DateTimeField(source="notice.read_at", allow_null=True)


class NoticePageSerializer(serializers.Serializer[Any]):
    """One page of the notices."""

    newer = serializers.CharField(allow_null=True, help_text="Address of the page with newer ones, or null.")
    older = serializers.CharField(allow_null=True, help_text="Address of the page with older ones, or null.")
    results = NoticeSerializer(many=True)


class NoticeQuerySerializer(PageQuery):
    """Which notices, and where the page begins."""

    unread = serializers.BooleanField(required=False, default=False, help_text="Only unread ones.")


class ReadSerializer(serializers.Serializer[Any]):
    """How many notices were unread until now."""

    read = serializers.IntegerField()


class NoticeListView(ActingView):
    """Your notices."""

    @extend_schema(
        operation_id="list_notices",
        parameters=[NoticeQuerySerializer],
        responses={200: NoticePageSerializer, **SENDING},
    )
    def get(self, request: Request) -> Response:
        """One page of your notices in the acting agency, the latest first."""
        asked = self.checked(NoticeQuerySerializer, request.query_params.dict())
        page = page_of_notices(self.membership, **asked)
        trail.note_list(case_ids(page.rows))
        return Response(self.shown(NoticePageSerializer, page_in_answer(page, request)))


class NoticeReadView(ActingView):
    """One of your notices."""

    @extend_schema(
        operation_id="read_notice", request=NothingSerializer, responses={200: NoticeSerializer, **READING}
    )
    def post(self, _request: Request, notice_id: UUID) -> Response:
        """Mark the notice as read."""
        self.sent(NothingSerializer)
        notice: Notification = open_notice(notice_id, by=self.membership)
        lines = shown([notice], to=self.membership)
        trail.note_list(case_ids(lines))
        return Response(self.shown(NoticeSerializer, lines[0]))


class NoticesReadView(ActingView):
    """All of your notices."""

    @extend_schema(
        operation_id="read_all_notices", request=NothingSerializer, responses={200: ReadSerializer, **ASKING}
    )
    def post(self, _request: Request) -> Response:
        """Mark all your notices in the acting agency as read."""
        self.sent(NothingSerializer)
        return Response(self.shown(ReadSerializer, {"read": read_all_notices(by=self.membership)}))
