"""Errors of the interface: one shape, and no word more than the pages say."""

import logging
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, NotFound, ParseError, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from core.refusal import Outdated, Refusal
from core.request_log import code_of_request

log = logging.getLogger("fallbruecke.errors")

WHOLE = "non_field_errors"


class ErrorSerializer(serializers.Serializer[Any]):
    """What every answer from 400 to 429 says."""

    detail = serializers.CharField(help_text="One sentence for a person.")
    problems = serializers.DictField(
        required=False, help_text="400 only: the sentences at each field that is wrong."
    )
    code = serializers.CharField(
        help_text="Stands in the log and in the trail; name it when you ask for help."
    )


class TooLarge(APIException):
    """The body is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = gettext_lazy("The request is too large.")
    default_code = "too_large"


class Conflict(APIException):
    """Somebody else was quicker; what was sent changed nothing."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "outdated"


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """Undo what the request did, and say what was wrong; an unforeseen error is left to the page for it."""
    response = exception_handler(_as_api_error(error), context)
    if response is not None:
        transaction.set_rollback(True)
        response.data = {**_body(response.data), "code": code_of_request.get()}
        log.info("answered with %s", response.status_code)
    return response


def _as_api_error(error: Exception) -> Exception:
    if isinstance(error, Outdated):
        return Conflict(error.sentence)
    if isinstance(error, Refusal):
        return ValidationError({error.field or WHOLE: [error.sentence]})
    if isinstance(error, Http404):
        # Without its own words, so that a foreign and a missing object give the same answer wherever it is noticed.
        return NotFound()
    if isinstance(error, RequestDataTooBig):
        return TooLarge()
    if isinstance(error, BadRequest | SuspiciousOperation):
        return ParseError(_("This request cannot be read."))
    return error


def _body(data: Any) -> dict[str, Any]:
    if isinstance(data, dict) and isinstance(data.get("detail"), str):
        return data
    problems = dict(data) if isinstance(data, dict) else {WHOLE: data}
    whole = problems.pop(WHOLE, None)
    detail = " ".join(whole) if whole else _("Please check the fields named here.")
    return {"detail": detail, "problems": problems}
