"""What every address of the interface has in common."""

from typing import Any, Never

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from core.api_input import AlwaysJSON, PlainJSONParser
from core.api_throttle import CallsPerPerson


class ApiView(APIView):
    """JSON in, JSON out, counted; it describes itself in the schema alone, never on OPTIONS."""

    parser_classes = [PlainJSONParser]
    content_negotiation_class = AlwaysJSON
    throttle_classes = [CallsPerPerson]
    metadata_class = None


@extend_schema(exclude=True)
class UnknownAddress(ApiView):
    """Whatever the interface does not know is answered in its own format too."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> Never:
        """404, after the same check of who is asking as everywhere."""
        super().initial(request, *args, **kwargs)
        raise Http404
