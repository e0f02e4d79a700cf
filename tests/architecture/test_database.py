"""What the database itself must forbid, whatever the application does."""

from datetime import timedelta
from random import Random

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, transaction
from django.db.models import Model
from guardian.shortcuts import assign_perm  # noqa: TID251 - the call that must fail

from agencies.models import Agency, Membership
from cases.actions.change_phase import change_phase
from cases.models import Case, Participation
from cases.models.vocabulary import Phase, TargetGroup, Urgency
from core.acting import acting
from core.today import today
from tests.access.parts.all import MADE
from tests.architecture.catalogue import ask, names
from tests.factories import analysis, bring_in, interview, make_agency, working_as

pytestmark = pytest.mark.django_db

REFUSED = "violates row-level security policy"

# Tables of the app cases that are bound to no case and no person.
CATALOGUES = {
    "cases_legalbasis": "statutes; every agency must read them before it shares",
    "cases_leadquestion": "the guide of the interview; every agency asks by it",
    "cases_areaprompts": "the guide of the interview; every agency asks by it",
    "cases_casenumber": "a counter; the application's role may not read it at all",
    "cases_savedfilter": "what somebody chose in the form above the list; it names no case",
}

# The whole closed list of what runs with the owner's rights: questions of the policies, the trigger that keeps the
# copies, and the work without an acting agency (cases/without_agency.py).
DEFINERS = {
    "area_open",
    "case_writable",
    "migrant_taken_up",
    "case_led",
    "case_visible",
    "migrant_led",
    "residence_open",
    "family_open",
    "copy_municipality_to_participation",
    "copy_municipality_of_person",
    "list_after_ended_blocks",
    "copy_case_to_participations",
    "copy_urgency_to_participations",
    "cases_with",
    "next_case_number",
    "unfinished_pdfs",
    "expired_pdfs",
    "find_by_name",
    "person_visible",
    "lock_persons",
    "merge_persons",
    "cases_of_merge",
    "close_merge",
    "changed_since_merge",
    "undo_merge",
    "empty_merges",
    "cases_with_a_changed_basis",
}


# --- Every case-bound table has its policy --------------------------------------------------------------------


def case_bound_tables() -> set[str]:
    """Whatever leads to a case or a person by foreign keys, or names a case without one."""
    return names(
        """
        WITH RECURSIVE bound (oid) AS (
          SELECT unnest(ARRAY['cases_case'::regclass, 'cases_migrant'::regclass])::oid
          UNION SELECT c.conrelid FROM pg_constraint c JOIN bound ON c.confrelid = bound.oid WHERE c.contype = 'f'
        )
        SELECT oid::regclass::text FROM bound
        UNION
        SELECT a.attrelid::regclass::text FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
        WHERE t.relkind IN ('r', 'p') AND a.attname IN ('case_id', 'migrant_id')
        """
    )


def test_every_table_of_cases_is_case_bound_or_a_named_exception() -> None:
    tables = names("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relname LIKE 'cases%%'")
    assert tables - case_bound_tables() == CATALOGUES.keys()


def test_every_case_bound_table_has_row_level_security_and_a_rule_who_reads() -> None:
    secured = names("SELECT relname FROM pg_class WHERE relrowsecurity")
    assert case_bound_tables() <= secured
    readable = names(
        "SELECT polrelid::regclass::text FROM pg_policy WHERE polcmd IN ('r', '*') AND polpermissive"
    )
    assert secured <= readable


def test_no_policy_lets_everybody_read() -> None:
    open_to_all = ask(
        """
        SELECT polrelid::regclass::text, polname FROM pg_policy
        WHERE polcmd IN ('r', '*')
          AND pg_get_expr(polqual, polrelid) !~ 'app_agency|visible|open|led|FROM cases_(case|migrant)'
        """
    )
    # A person is seen by a case, an interview and an analysis by one of their parts; those have policies of their own.
    assert open_to_all == []


def test_policies_hold_for_every_role() -> None:
    assert ask("SELECT polname FROM pg_policy WHERE polroles <> '{0}'") == []


# --- Nobody acts: nothing is there --------------------------------------------------------------------------


def case_bound_models() -> list[type[Model]]:
    """The models of those tables; the view that guardian reads is one of them."""
    tables = case_bound_tables() | {"cases_casegrant"}
    return [model for model in apps.get_models() if model._meta.db_table in tables]


@pytest.fixture
def full_case(shared_case: Case, lead: Membership, partner: Membership) -> Case:
    """A case with a row in every case-bound table."""
    interview(shared_case, by=lead, shared=["work"], kept=["health"])
    written = analysis(shared_case, by=partner, shared=["work"], kept=["health"])
    with working_as(partner):
        draft = apps.get_model("cases", "Draft")
        draft.objects.create(
            agency=partner.agency, user_id=partner.user_id, case=shared_case, kind="interview"
        )
        paper = apps.get_model("cases", "AnalysisPdf")
        paper.objects.create(agency=partner.agency, case=shared_case, analysis=written, requester=partner)
    for make in MADE.values():
        make(shared_case, lead)
    return shared_case


def test_without_an_acting_agency_there_is_nothing(
    full_case: Case, lead: Membership, partner: Membership
) -> None:
    models = case_bound_models()
    assert len(models) >= 15
    for model in models:
        assert model._default_manager.count() == 0, model
        with acting(None):
            assert model._default_manager.count() == 0, model
        seen = []
        for membership in (lead, partner):
            with acting(membership.agency_id):
                seen.append(model._default_manager.count())
        assert any(seen), f"{model} has no row that the test could miss"


def test_an_uninvolved_agency_sees_nothing_and_no_entry_about_the_case(
    full_case: Case, uninvolved: Membership
) -> None:
    with acting(uninvolved.agency_id):
        for model in case_bound_models():
            assert model._default_manager.count() == 0, model


@pytest.mark.django_db(transaction=True)
def test_the_next_transaction_of_a_connection_acts_for_nobody(integration_centre: Agency) -> None:
    with acting(integration_centre.pk):
        assert ask("SELECT app_agency()") == [(integration_centre.pk,)]
    assert ask("SELECT app_agency()") == [(None,)]


def test_a_new_row_of_another_agency_is_refused(
    full_case: Case, partner: Membership, uninvolved: Membership
) -> None:
    forged = apps.get_model("cases", "Interview")(
        case=full_case, agency=partner.agency, author=partner, held_on=today(), consent="oral"
    )
    with acting(uninvolved.agency_id), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        forged.save(force_insert=True)


def test_a_partner_can_neither_bring_in_nor_widen_her_agencys_areas(
    full_case: Case, partner: Membership, uninvolved: Membership
) -> None:
    copied = {"last_activity": full_case.last_activity, "phase": full_case.phase, "target_group": "tolerated"}
    grant = Participation(
        case=full_case, agency=uninvolved.agency, access="read", starts_on=today(), granted_by="-", **copied
    )
    with acting(partner.agency_id):
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            grant.save(force_insert=True)
        area = Participation.objects.get(agency=partner.agency).areas.get(life_area="work")
        area.pk, area.life_area, area._state.adding = None, "health", True
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            area.save(force_insert=True)


# --- What runs with the owner's rights -----------------------------------------------------------------------


def test_functions_with_the_owners_rights_are_a_closed_list() -> None:
    assert names("SELECT proname FROM pg_proc WHERE prosecdef") == DEFINERS


def test_functions_with_the_owners_rights_name_their_schema() -> None:
    path = "search_path=public, pg_temp"
    question = "SELECT proname FROM pg_proc WHERE prosecdef AND NOT coalesce(%s = ANY (proconfig), false)"
    assert ask(question, path) == []


def test_views_are_read_with_the_askers_rights() -> None:
    question = (
        "SELECT relname, reloptions FROM pg_class WHERE relkind = 'v' AND relnamespace = %s::regnamespace"
    )
    options: dict[str, list[str] | None] = dict(ask(question, "public"))
    assert "cases_casegrant" in options
    assert {view for view, said in options.items() if "security_invoker=true" not in (said or [])} == set()


def test_nothing_can_be_granted_past_the_participation(
    case: Case, lead: Membership, youth_office: Agency
) -> None:
    with (
        acting(lead.agency_id),
        pytest.raises(DatabaseError, match="cannot insert into view"),
        transaction.atomic(),
    ):
        assign_perm("view_case", youth_office.group, case)


# --- The copies on participations ----------------------------------------------------------------------------


COPIES = ("phase", "target_group", "urgency", "last_activity")


def test_copies_on_participations_equal_the_case(case: Case, lead: Membership) -> None:
    random = Random(7)  # noqa: S311 - no secret comes of it
    for number in range(4):
        starts_on = today() + timedelta(days=number - 2)
        ends_on = random.choice([None, starts_on + timedelta(days=1)])
        bring_in(case, make_agency(), by=lead, starts_on=starts_on, ends_on=ends_on)
    with working_as(lead):
        for _ in range(20):
            case.refresh_from_db()
            if random.random() < 0.5:
                to = random.choice([p for p in Phase if p != case.phase])
                change_phase(case, to=to, by=lead, reason="weiter")
            else:
                drawn = {"target_group": TargetGroup, "urgency": Urgency}
                changed = {name: random.choice(values.values) for name, values in drawn.items()}
                Case.objects.filter(pk=case.pk).update(**changed)
            truth = Case.objects.values_list(*COPIES).get(pk=case.pk)
            assert set(Participation.objects.filter(case=case).values_list(*COPIES)) == {truth}
        assert Participation.objects.filter(case=case).count() == 5
