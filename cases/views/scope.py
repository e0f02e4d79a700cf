"""Every view of a case begins here: the case in scope or 404, the right to do it or 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpResponseBase

from agencies.acting_request import ActingRequest
from cases.models import Case
from cases.permissions import require, visible_case

P = ParamSpec("P")
CaseView = Callable[Concatenate[ActingRequest, Case, P], HttpResponseBase]


def with_case(codename: str) -> Callable[[CaseView[P]], Callable[..., HttpResponseBase]]:
    """Give the view the case instead of its id, if the acting membership may do this with it."""

    def decorate(view: CaseView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def scoped(request: ActingRequest, case_id: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
            case = visible_case(case_id, to=request.membership)
            require(request.membership, codename, case)
            return view(request, case, *args, **kwargs)

        return scoped

    return decorate
