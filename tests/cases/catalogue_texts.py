"""What tests of the catalogues are made of: two who keep them, and texts."""

from typing import Any

from agencies.models import CheckedText, Membership
from agencies.roles import Role
from cases.actions.check_catalogue_text import check_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.models import AreaPrompts, LeadQuestion, LegalBasis
from core.today import today
from tests.factories import make_membership, working_as


def second_keeper(first: Membership) -> Membership:
    """A colleague who keeps the catalogues too."""
    return make_membership(first.agency, Role.CATALOGUE_ADMINISTRATOR, name="Vera Vier-Augen")


def question(wording: str, **fields: Any) -> LeadQuestion:
    """A wording that is not stored yet."""
    return LeadQuestion(**{"wording": wording, "source": "Leitfaden", "valid_from": today(), **fields})


def basis(citation: str, **fields: Any) -> LegalBasis:
    """A basis that is not stored yet."""
    more = {"title": "Übermittlung", "kind": "statute", "source": "Gesetz", "valid_from": today()}
    return LegalBasis(**{"citation": citation, **more, **fields})


def stored(code: str) -> LeadQuestion:
    """The newest version of a lead question."""
    return LeadQuestion.objects.newest().get(code=code)


def reword(code: str, wording: str, *, by: Membership, **fields: Any) -> LeadQuestion:
    """The next version of a lead question."""
    before = stored(code)
    with working_as(by):
        text = question(wording, position=before.position, **fields)
        return write_catalogue_text(text, instead_of=before, by=by)


def checked(text: CheckedText, *, by: Membership) -> None:
    """The check by somebody."""
    with working_as(by):
        check_catalogue_text(text, against="Gesetz", by=by)


def prompts(area: str) -> AreaPrompts:
    """The newest prompts of a life area."""
    return AreaPrompts.objects.newest().get(code=area)
