"""Changing the languages of a person, and with which of them somebody has to mediate."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, FurtherLanguage, Migrant
from cases.permissions import locked
from core.refusal import Refusal

# A language, and whether it needs a mediator.
Spoken = tuple[str, str]


@transaction.atomic
def change_languages(case: Case, *, main: Spoken, further: Iterable[Spoken], by: Membership) -> Migrant:
    """Store the main language and, in place of those stored before, the further ones.

    Raises Refusal for a language named twice.
    """
    case = locked(case, for_=by, codename="steer_case")
    languages = [(language, needed) for language, needed in further if language]
    names = [language.casefold() for language, _needed in [main, *languages]]
    if len(names) != len(set(names)):
        raise Refusal(_("A language is named twice."))
    migrant = Migrant.objects.select_for_update().get(pk=case.migrant_id)
    migrant.language, migrant.mediator_needed = main
    migrant.save(update_fields=["language", "mediator_needed"])
    FurtherLanguage.objects.filter(migrant=migrant).delete()
    FurtherLanguage.objects.bulk_create(
        FurtherLanguage(migrant=migrant, language=language, mediator_needed=needed)
        for language, needed in languages
    )
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Languages"))
    return migrant
