"""Lists by page: where a page begins, and the addresses of its neighbours."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.request import Request

from core.api_strict import Strict
from core.keyset import Page, Position


class PageQuery(Strict):
    """What is asked of a list; `position` leads from page to page."""

    position = serializers.CharField(
        required=False, default="", max_length=200, help_text="Only as it stands in `older` and `newer`."
    )

    def validate_position(self, value: str) -> Position | None:
        """The position that one of our pages has written."""
        try:
            return Position.from_token(value)
        except BadRequest as error:
            raise serializers.ValidationError(_("There is no such page.")) from error


def page_in_answer(page: Page, request: Request) -> dict[str, Any]:
    """The rows, and the addresses of the pages beside this one."""

    def address(token: str) -> str | None:
        query = {**request.query_params.dict(), "position": token}
        return f"{request.path}?{urlencode(query)}" if token else None

    return {"newer": address(page.newer), "older": address(page.older), "results": page.rows}
