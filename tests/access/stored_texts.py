"""Every text that the database holds, as far as one agency sees it."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from agencies.models import Membership
from tests.factories import working_as


def stored_texts(membership: Membership) -> set[str]:
    """The values of all text fields of agencies, of cases and of the trail."""
    with working_as(membership):
        return set(_texts())


def _texts() -> Iterator[str]:
    for label in ("agencies", "cases", "audit"):
        for model in apps.get_app_config(label).get_models():
            names = [each.name for each in model._meta.concrete_fields if _holds_text(each)]
            for row in model._default_manager.values_list(*names) if names else []:
                for value in row:
                    yield from value if isinstance(value, list) else [value]


def _holds_text(field: object) -> bool:
    inner = field.base_field if isinstance(field, ArrayField) else field
    return isinstance(inner, models.CharField | models.TextField)
