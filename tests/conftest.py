"""The cast: everyone knows them, so that a test is read without looking anything up.

Environment and database come from the plugins that the root's conftest.py names. The integration centre leads
`case`; the jobcentre contributes in the areas work and finances; the immigration office reads residence alone;
the youth office has nothing to do with it.
"""

import gc
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import client as test_client
from django.test import override_settings
from whitenoise.middleware import WhiteNoiseMiddleware

from agencies.models import Agency, AgencyKind, LegalKind, Membership
from agencies.roles import Role
from cases.models import Case, LegalBasis, Participation
from cases.models.residence_table import Title
from cases.models.vocabulary import Access
from core.api_throttle import CallsPerPerson
from core.today import today
from tests.factories import bring_in, make_agency, make_basis, make_membership, make_user, take_up

# As in the demo: without a second factor and without TLS.
DEMO = {
    "DEMO": True,
    "SECURE_SSL_REDIRECT": False,
    "SESSION_COOKIE_SECURE": False,
    "SESSION_COOKIE_NAME": "sessionid",
    "CSRF_COOKIE_SECURE": False,
    "CSRF_COOKIE_NAME": "csrftoken",
}


def pytest_collection_finish() -> None:
    """What was imported stays; looking through it for garbage again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def settings_of_the_tests() -> Iterator[None]:
    """No broker, no slow hash, no certificate."""
    with override_settings(
        **DEMO,
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def nobody_has_called_yet() -> None:
    """What a person may call within a minute is counted for each test from nothing."""
    CallsPerPerson.cache.clear()


@pytest.fixture(scope="session", autouse=True)
def static_files_are_listed_once() -> Iterator[None]:
    """Each client of a test has a chain of middleware of its own; listing the files anew took half of the time."""
    listed: dict[str, Any] = {}
    add_files = WhiteNoiseMiddleware.add_files_from_finders

    def add_once(middleware: WhiteNoiseMiddleware) -> None:
        if not listed:
            add_files(middleware)
            listed.update(middleware.files)
        middleware.files.update(listed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_context_of_a_page_is_kept() -> Iterator[None]:
    """A client copies the context of every piece of a page; the page's own holds the form that is asked for."""
    keep = getattr(test_client, "store_rendered_templates")  # noqa: B009  # its types do not know it

    def keep_first(store: dict[str, Any], **rendered: Any) -> None:
        if "context" not in store:
            keep(store, **rendered)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_client, "store_rendered_templates", keep_first)
        yield


# --- Agencies --------------------------------------------------------------------------------------------------


@pytest.fixture
def integration_centre(db: None) -> Agency:
    """It leads the case."""
    return make_agency(
        "Kommunales Integrationszentrum Kreis Lippe",
        kind=AgencyKind.INTEGRATION_CENTRE,
        legal_kind=LegalKind.PUBLIC_OTHER,
    )


@pytest.fixture
def jobcentre(db: None) -> Agency:
    """A body under § 35 SGB I that contributes."""
    return make_agency(
        "Jobcenter Lippe",
        kind=AgencyKind.JOBCENTRE,
        legal_kind=LegalKind.SOCIAL_BENEFIT_BODY,
        duty_to_report=True,
    )


@pytest.fixture
def immigration_office(db: None) -> Agency:
    """It reads, and only the residence."""
    return make_agency(
        "Ausländerbehörde Kreis Lippe", kind=AgencyKind.IMMIGRATION_OFFICE, legal_kind=LegalKind.PUBLIC_OTHER
    )


@pytest.fixture
def youth_office(db: None) -> Agency:
    """It takes no part."""
    return make_agency(
        "Jugendamt Kreis Lippe", kind=AgencyKind.YOUTH_OFFICE, legal_kind=LegalKind.SOCIAL_BENEFIT_BODY
    )


# --- People, each as the membership that acts ----------------------------------------------------------------


@pytest.fixture
def lead(integration_centre: Agency) -> Membership:
    """The caseworker who leads the case."""
    return make_membership(integration_centre, name="Lea Führend")


@pytest.fixture
def team_lead(integration_centre: Agency) -> Membership:
    """Her team lead."""
    return make_membership(integration_centre, Role.TEAM_LEAD, name="Tanja Leitung")


@pytest.fixture
def partner(jobcentre: Agency) -> Membership:
    """A caseworker of the jobcentre."""
    return make_membership(jobcentre, name="Paul Partner")


@pytest.fixture
def reader(immigration_office: Agency) -> Membership:
    """A caseworker of the immigration office."""
    return make_membership(immigration_office, name="Rita Lesend")


@pytest.fixture
def uninvolved(youth_office: Agency) -> Membership:
    """A caseworker of the youth office."""
    return make_membership(youth_office, name="Uwe Unbeteiligt")


@pytest.fixture
def in_two_agencies(jobcentre: Agency, youth_office: Agency) -> tuple[Membership, Membership]:
    """One person, at the partner's and at the uninvolved agency."""
    user = make_user("Zora Zweifach")
    return make_membership(jobcentre, user=user), make_membership(youth_office, user=user)


@pytest.fixture
def ended(integration_centre: Agency) -> Membership:
    """A caseworker of the leading agency until yesterday."""
    return make_membership(integration_centre, name="Emil Ehemals", ends_on=today())


@pytest.fixture
def inactive(integration_centre: Agency) -> Membership:
    """A caseworker of the leading agency whose account is closed."""
    return make_membership(integration_centre, user=make_user("Ina Inaktiv", is_active=False))


@pytest.fixture
def moderator(integration_centre: Agency) -> Membership:
    """She plans conferences and sees no case."""
    return make_membership(integration_centre, Role.MODERATOR, name="Mona Moderation")


@pytest.fixture
def catalogue_administrator(integration_centre: Agency) -> Membership:
    """She keeps legal bases and texts and sees no case."""
    return make_membership(integration_centre, Role.CATALOGUE_ADMINISTRATOR, name="Karl Katalog")


@pytest.fixture
def access_administrator(integration_centre: Agency) -> Membership:
    """She administers the access of all agencies and never sees a case."""
    role = Role.ACCESS_ADMINISTRATOR
    return make_membership(integration_centre, role, name="Anna Zugang", hat=role, central=True)


@pytest.fixture
def delegated_administrator(jobcentre: Agency) -> Membership:
    """She administers the access of the jobcentre alone."""
    role = Role.ACCESS_ADMINISTRATOR
    return make_membership(jobcentre, role, name="Dora Delegiert", hat=role)


@pytest.fixture
def data_protection_officer(integration_centre: Agency) -> Membership:
    """She watches over the others and works on no case."""
    role = Role.DATA_PROTECTION_OFFICER
    return make_membership(integration_centre, role, name="Doris Datenschutz", hat=role)


# --- The case ----------------------------------------------------------------------------------------------------


@pytest.fixture
def basis(db: None) -> LegalBasis:
    """A statute that has long been law."""
    return make_basis()


@pytest.fixture
def case(lead: Membership, basis: LegalBasis) -> Case:
    """A tolerated person's case; until another fixture brings someone in, the integration centre alone takes part."""
    residence = {
        "title": Title.TOLERATION,
        "basis": "§ 60a Abs. 2 AufenthG",
        "starts_on": today() - timedelta(days=30),
        "effective_until": today() + timedelta(days=60),
    }
    return take_up(
        lead, basis=basis, residence=residence, given_names="Yonas", family_name="Tesfay", birth="1994-05"
    )


@pytest.fixture
def jobcentre_in_case(case: Case, jobcentre: Agency, lead: Membership, basis: LegalBasis) -> Participation:
    """The jobcentre contributes in the areas work and finances."""
    return bring_in(
        case, jobcentre, by=lead, access=Access.CONTRIBUTE, areas=["work", "finances"], basis=basis
    )


@pytest.fixture
def immigration_office_in_case(
    case: Case, immigration_office: Agency, lead: Membership, basis: LegalBasis
) -> Participation:
    """The immigration office reads the area residence."""
    return bring_in(case, immigration_office, by=lead, access=Access.READ, areas=["residence"], basis=basis)


@pytest.fixture
def shared_case(
    case: Case, jobcentre_in_case: Participation, immigration_office_in_case: Participation
) -> Case:
    """The case with everybody in it."""
    return case
