"""What the interface reads and answers: JSON in UTF-8, and nothing that could be neither stored nor answered."""

import json
from collections.abc import Mapping
from typing import IO, Any, Never

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import JSONParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class PlainJSONParser(JSONParser):
    """JSON in UTF-8, whatever charset the header names."""

    def parse(
        self, stream: IO[Any], _media_type: str | None = None, _context: Mapping[str, Any] | None = None
    ) -> Any:
        """The data of the body.

        Raises ParseError for what is no JSON, is nested too deeply or holds half a character.
        """
        try:
            data = json.loads(stream.read().decode(), parse_constant=_refuse)
            # Half of a surrogate pair can be written as an escape; it could be neither stored nor answered.
            json.dumps(data, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            raise ParseError(_("The request is no JSON that can be read.")) from error
        return data


class AlwaysJSON(DefaultContentNegotiation):
    """There is one format; what a client says it would rather have changes nothing."""

    def select_renderer(  # type: ignore[override]  # the base class may find none
        self, _request: Request, renderers: list[BaseRenderer], _suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The first renderer, also for an anonymous person and a wrong Accept header."""
        return renderers[0], str(renderers[0].media_type)


def _refuse(constant: str) -> Never:
    raise ValueError(constant)
