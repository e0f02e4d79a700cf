"""The interface is closed to everybody who acts for no agency."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView


class IsActing(BasePermission):
    """Signed in, and acting with a membership that is in force."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """What she may do with a case is asked where the case is loaded."""
        return getattr(request._request, "membership", None) is not None
