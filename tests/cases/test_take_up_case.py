"""Taking up a person makes person, case and leading participation in one step."""

from datetime import date, timedelta

import pytest

from agencies.models import Agency, Membership
from audit.models.entry import Verb
from cases.actions.take_up_case import TakeUp, take_up_case
from cases.models import Case, LegalBasis, Migrant, Participation, PhaseChange, ResidencePeriod
from cases.models.residence_table import Title
from cases.models.vocabulary import Access, LifeArea, Phase, TargetGroup
from core.refusal import Refusal
from core.today import today
from tests.factories import LONG_AGO, make_membership, take_up, working_as
from tests.trail import CANARY, entries_for, says

TOLERATION = {"title": Title.TOLERATION, "basis": "§ 60a AufenthG", "starts_on": LONG_AGO}


def test_the_agency_leads_the_case_in_all_life_areas(lead: Membership, basis: LegalBasis) -> None:
    case = take_up(lead, basis=basis, occasion="Beratung")
    with working_as(lead):
        case = Case.objects.visible_to(lead).get()
        assert (case.lead_agency, case.phase, case.occasion) == (lead.agency, Phase.CLARIFICATION, "Beratung")
        own = Participation.objects.get(case=case)
        assert (own.agency, own.access, own.responsible) == (lead.agency, Access.LEAD, lead)
        assert (own.starts_on, own.ends_on) == (today(), None)
        assert {area.life_area for area in own.areas.all()} == set(LifeArea)
        assert {area.legal_basis for area in own.areas.all()} == {basis}
        assert all(lead.may(codename, case) for codename in ("view_case", "change_case", "steer_case"))


def test_the_first_phase_leaves_its_record(lead: Membership) -> None:
    case = take_up(lead)
    with working_as(lead):
        change = PhaseChange.objects.get(case=case)
        assert (change.phase, change.on, change.by) == (Phase.CLARIFICATION, today(), str(lead))


def test_a_name_is_enough(lead: Membership, basis: LegalBasis) -> None:
    with working_as(lead):
        case = take_up_case(TakeUp(person={"family_name": "Tesfay"}, legal_basis=basis), by=lead)
        assert case.target_group == TargetGroup.UNDETERMINED
        assert (case.migrant.birth, case.migrant.name) == ("", "Tesfay")
        assert ResidencePeriod.objects.count() == 0


def test_the_target_group_follows_the_title(lead: Membership) -> None:
    assert take_up(lead, residence=TOLERATION).target_group == TargetGroup.TOLERATED


def test_two_days_that_differ_need_a_reason_from_the_first_day_on(lead: Membership) -> None:
    differing = {**TOLERATION, "printed_until": today(), "effective_until": today() + timedelta(days=1)}
    with pytest.raises(Refusal) as refusal:
        take_up(lead, residence=differing)
    assert refusal.value.field is not None
    assert refusal.value.field.endswith("effective_reason")
    take_up(lead, residence={**differing, "effective_reason": "§ 81 Abs. 4 AufenthG"})


def test_an_unaccompanied_minor_is_one_whatever_the_title(lead: Membership) -> None:
    young = take_up(lead, residence=TOLERATION, unaccompanied_minor=True, birth=str(today().year - 16))
    assert young.target_group == TargetGroup.UNACCOMPANIED_MINOR


def test_the_copies_for_the_list_equal_the_case(lead: Membership) -> None:
    case = take_up(lead, residence=TOLERATION)
    with working_as(lead):
        own = Participation.objects.get(case=case)
        assert (own.target_group, own.phase) == (TargetGroup.TOLERATED, Phase.CLARIFICATION)


def test_numbers_ascend_within_a_year_and_begin_anew(lead: Membership) -> None:
    numbers = [take_up(lead, on=date(2031, 5, 1)).number for _ in range(3)]
    assert numbers == ["LIP-2031-0001", "LIP-2031-0002", "LIP-2031-0003"]
    assert take_up(lead, on=date(2032, 1, 1)).number == "LIP-2032-0001"


def test_nobody_else_sees_person_or_case(lead: Membership, uninvolved: Membership) -> None:
    take_up(lead)
    with working_as(uninvolved):
        assert not Case.objects.exists()
        assert not Migrant.objects.exists()


def test_taking_up_is_one_entry_without_content(lead: Membership) -> None:
    case = take_up(
        lead,
        given_names=CANARY,
        family_name=CANARY,
        origin=CANARY,
        language=CANARY,
        aliases=[CANARY],
        occasion=CANARY,
        residence={**TOLERATION, "effective_reason": CANARY},
    )
    (entry,) = entries_for(lead)
    assert (entry.verb, entry.case_id, entry.object_label) == (Verb.CREATED, case.pk, case.number)
    assert (entry.actor_id, entry.agency_id) == (lead.user_id, lead.agency_id)
    assert CANARY not in says(entry)


@pytest.mark.parametrize("field", ["responsible", "telephone", "file_number"])
def test_the_contact_of_the_agency_is_noted(field: str, lead: Membership, basis: LegalBasis) -> None:
    lead.telephone = "05231 1234"
    with working_as(lead):
        data = TakeUp(person={"family_name": "Tesfay"}, legal_basis=basis, file_number="KI 12/26")
        case = take_up_case(data, by=lead)
        own = Participation.objects.get(case=case)
    expected = {"responsible": lead, "telephone": "05231 1234", "file_number": "KI 12/26"}
    assert getattr(own, field) == expected[field]


def test_with_two_agencies_she_takes_up_for_the_one_she_acts_for(
    in_two_agencies: tuple[Membership, Membership], jobcentre: Agency
) -> None:
    here, there = in_two_agencies
    case = take_up(here)
    assert case.lead_agency == jobcentre
    with working_as(there):
        assert not Case.objects.visible_to(there).exists()
    colleague = make_membership(jobcentre)
    with working_as(colleague):
        assert Case.objects.visible_to(colleague).get() == case
