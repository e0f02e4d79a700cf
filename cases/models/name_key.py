"""By which keys a person is found; they are made from her names wherever those are stored, and nowhere else."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.search_key import stored_keys


class NameKeyQuerySet(models.QuerySet["NameKey"]):
    """Keys of persons."""

    def keep(self, migrant_id: UUID, *, names: Sequence[str], birth: str, is_new: bool) -> None:
        """Store the keys of these names and this birth; a new person has none yet."""
        keys = stored_keys(*names, birth=birth)
        if is_new:
            self.create(migrant_id=migrant_id, keys=keys)
        else:
            self.filter(migrant_id=migrant_id).update(keys=keys)


class NameKey(models.Model):
    """The keys of one person's names, read by the search alone."""

    migrant = models.OneToOneField(
        "cases.Migrant",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name=_("migrant"),
    )
    keys = ArrayField(models.TextField(), verbose_name=_("keys"))

    objects = NameKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("keys of a name")
        verbose_name_plural = _("keys of names")
        indexes = [GinIndex(fields=["keys"], name="namekey_keys")]

    def __str__(self) -> str:
        return str(self.migrant_id)
