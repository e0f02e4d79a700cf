"""Notices: hers in the acting agency, and marking them as read."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.actions.open_notice import open_notice
from agencies.actions.read_all_notices import read_all_notices
from agencies.models import Notification, NotificationKind
from audit import trail
from cases.api.scope import ASKING, READING, SENDING, ActingView
from cases.api.serializers.strict import Strict
from config.notice_list import case_ids, page_of_notices, shown
from core.keyset import Position


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


class NoticeQuerySerializer(Strict):
    """Which notices, and where the page begins."""

    unread = serializers.BooleanField(required=False, default=False, help_text="Only unread ones.")
    position = serializers.CharField(
        required=False, default="", max_length=200, help_text="Only as it stands in `older` and `newer`."
    )

    def validate_position(self, value: str) -> Position | None:
        """The position that one of our pages has written."""
        try:
            return Position.from_token(value)
        except BadRequest as error:
            raise serializers.ValidationError(_("There is no such page.")) from error


class NothingSerializer(Strict):
    """An empty object."""


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
        newer, older = self._address(page.newer), self._address(page.older)
        answer = {"newer": newer, "older": older, "results": page.rows}
        return Response(self.shown(NoticePageSerializer, answer))

    def _address(self, token: str) -> str | None:
        query = {**self.request.query_params.dict(), "position": token}
        return f"{self.request.path}?{urlencode(query)}" if token else None


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
