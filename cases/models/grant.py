"""What guardian reads: a database view over participations in force; nothing can be granted but by them."""

from django.contrib.auth.models import Group, Permission
from django.db import models
from guardian.models import GroupObjectPermissionBase

from cases.models.case import Case


class CaseGrant(GroupObjectPermissionBase):
    """One codename that one agency's group holds on one case today. `assign_perm` fails loudly: it is a view."""

    id = models.TextField(primary_key=True)
    group = models.ForeignKey(Group, on_delete=models.DO_NOTHING)
    permission = models.ForeignKey(Permission, on_delete=models.DO_NOTHING)
    content_object = models.ForeignKey(Case, on_delete=models.DO_NOTHING)

    class Meta(GroupObjectPermissionBase.Meta):
        managed = False
        db_table = "cases_casegrant"
        verbose_name = "case grant"
        verbose_name_plural = "case grants"

    def __str__(self) -> str:
        return self.id
