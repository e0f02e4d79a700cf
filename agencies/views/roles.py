"""Which role may do what: drawn from the very table that decides it, for everybody who has signed in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from agencies.roles import ACTED_IN_ALONE, CODENAMES, EXPLAINED, WHAT_MAY_BE_DONE, Role


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """The roles, and what each may do at all."""
    roles = list(Role)
    context = {
        "roles": [(role, EXPLAINED[role], role in ACTED_IN_ALONE) for role in roles],
        "deeds": [
            (words, [(role, codename in CODENAMES[role]) for role in roles])
            for codename, words in WHAT_MAY_BE_DONE.items()
        ],
    }
    return render(request, "agencies/roles.html", context)
