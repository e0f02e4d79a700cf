"""Every address of the interface begins here: who acts, what was sent, what she is shown."""

from typing import Any, cast

from rest_framework.serializers import BaseSerializer

from agencies.acting_request import ActingRequest
from agencies.models import Membership
from core.api_errors import ErrorSerializer
from core.api_view import ApiView

# Which errors the schema names: of an address that is there for everybody, of one below an object, of what is sent.
Errors = dict[int, type[ErrorSerializer]]
ASKING: Errors = {403: ErrorSerializer}
READING: Errors = {**ASKING, 404: ErrorSerializer}
SENDING: Errors = {400: ErrorSerializer, **ASKING}
WRITING: Errors = {**SENDING, **READING}


class ActingView(ApiView):
    """An address for whoever acts for an agency."""

    @property
    def membership(self) -> Membership:
        """With which membership she acts; without one no view is reached."""
        request = cast("ActingRequest", self.request._request)  # noqa: SLF001 - Django's request carries it
        return request.membership

    def sent(self, serializer: type[BaseSerializer[Any]], **context: Any) -> dict[str, Any]:
        """What the body says, checked for its shape."""
        return self.checked(serializer, self.request.data, **context)

    def checked(self, serializer: type[BaseSerializer[Any]], data: Any, **context: Any) -> dict[str, Any]:
        """The data, checked for their shape; what is wrong is answered at its field."""
        form = serializer(data=data, context={"membership": self.membership, **context})
        form.is_valid(raise_exception=True)
        valid: dict[str, Any] = form.validated_data
        return valid

    def shown(self, serializer: type[BaseSerializer[Any]], subject: Any, *, many: bool = False) -> Any:
        """What she may see of the subject."""
        return serializer(subject, many=many, context={"membership": self.membership}).data
