"""What is written about one life area."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api_strict import StrictModel


class AreaEntry(StrictModel):
    """An area that nothing is said about is left out, as in the forms."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Something besides the area and the sharing must be said."""
        said = {name for name, value in attrs.items() if value not in ("", None)}
        if not said - {"life_area", "shared"}:
            raise serializers.ValidationError(_("Please write something here or leave the life area out."))
        return attrs
