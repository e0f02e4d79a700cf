"""For whoever runs the application: does it work, without saying what is in it."""

from typing import Any

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from core.api_view import ApiView
from core.health import clock_ticks, is_migrated

STATE = inline_serializer(
    "Health",
    {
        "migrations": serializers.ChoiceField(["ok", "missing"]),
        "clock": serializers.ChoiceField(["ok", "late"]),
    },
)


class HealthView(ApiView):
    """Answered by the database, or not at all."""

    authentication_classes: list[Any] = []
    permission_classes: list[type[BasePermission]] = [AllowAny]
    throttle_classes: list[Any] = []

    @extend_schema(operation_id="health", auth=[], responses={200: STATE, 503: STATE})
    def get(self, _request: Request) -> Response:
        """200 while pages can be served; a late clock is said, because pages work without it."""
        migrated = is_migrated()
        state = {"migrations": "ok" if migrated else "missing", "clock": "ok" if clock_ticks() else "late"}
        return Response(state, status=status.HTTP_200_OK if migrated else status.HTTP_503_SERVICE_UNAVAILABLE)
