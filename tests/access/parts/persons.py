"""What the tests' worlds hold of: persons and their residence."""

from datetime import date

from django.db.models import Model

from agencies.models import Membership
from cases.models import Case, FamilyLink, FurtherLanguage, ResidencePeriod, Whereabouts
from tests.access.parts.making import Maker
from tests.factories import working_as


def _whereabouts(case: Case, by: Membership) -> Model:
    with working_as(by):
        return Whereabouts.objects.get_or_create(
            migrant=case.migrant, defaults={"municipality": "lemgo", "street": "Mittelstraße 11"}
        )[0]


def _language(case: Case, by: Membership) -> Model:
    with working_as(by):
        return FurtherLanguage.objects.create(
            migrant=case.migrant, language="Kurmandschi", mediator_needed="no"
        )


def _link(case: Case, by: Membership) -> Model:
    with working_as(by):
        return FamilyLink.objects.create(
            person=case.migrant,
            kind="sibling",
            name="Tesfay, Meron",
            place="Herkunftsland",
            changed_by=str(by),
        )


def _period(case: Case, by: Membership) -> Model:
    with working_as(by):
        return ResidencePeriod.objects.create(
            migrant=case.migrant, starts_on=date(2020, 2, 1), effective_until=date(2020, 6, 30)
        )


MADE: dict[str, Maker] = {
    "whereabouts": _whereabouts,
    "language": _language,
    "link": _link,
    "period": _period,
}
