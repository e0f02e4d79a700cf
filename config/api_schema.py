"""The description of the interface, as OpenAPI."""

from functools import cache
from typing import Any

from django.utils.translation import get_language
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer2
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.api_view import ApiView


@extend_schema(exclude=True)
class SchemaView(ApiView):
    """The same document for everybody who may use the interface."""

    renderer_classes = [OpenApiJsonRenderer2]

    def get(self, _request: Request) -> Response:
        """The document as JSON."""
        return Response(_document(get_language()))


@cache
def _document(_language: str | None) -> Any:
    """Drawn once for each language, because drawing it takes a while."""
    generator: Any = SchemaGenerator
    return generator().get_schema(request=None, public=True)
