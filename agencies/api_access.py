"""The interface is closed to everybody who acts for no agency."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission

if TYPE_CHECKING:
    # Django REST framework loads this class while it loads its own views.
    from rest_framework.request import Request
    from rest_framework.views import APIView


class IsActing(BasePermission):
    """Signed in, and acting with a membership that is in force."""

    def has_permission(self, request: "Request", view: "APIView") -> bool:
        """What she may do with a case is asked where the case is loaded."""
        return getattr(request, "membership", None) is not None
