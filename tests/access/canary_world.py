"""The shared case written in by two agencies, and a third agency's own: canaries everywhere."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db.models import Model

from agencies.models import Agency, Membership
from cases.models import Case, LegalBasis, Participation
from cases.models.vocabulary import Access
from core.models import KeptText
from tests.access.canaries import Aviary
from tests.access.parts.all import MADE
from tests.access.planting import COVERING, LEADS, YOUTH_OFFICE, Planter
from tests.access.world import Holding, World, finished_pdf
from tests.factories import bring_in, client_for, make_agency, working_as

IN_THE_CASE = (*LEADS, "partner", "reader")


@dataclass(frozen=True, kw_only=True)
class PlantedWorld:
    """The words, and what hangs on the two cases, by who wrote it."""

    aviary: Aviary
    world: World
    partners: Holding
    kept: list[KeptText]

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """All that an address can name."""
        return self.world.shared, self.partners, self.world.foreign


@pytest.fixture
def planted(
    cast: dict[str, Membership | None],
    jobcentre: Agency,
    immigration_office: Agency,
    basis: LegalBasis,
    files: Path,
) -> PlantedWorld:
    """Two agencies in one case, a third in its own."""
    aviary = Aviary()
    leads = _planter(aviary, cast, "lead", own=LEADS, everybody=IN_THE_CASE)
    partners = _planter(aviary, cast, "partner", own=("partner",), everybody=IN_THE_CASE)
    readers = _planter(aviary, cast, "reader", own=("reader",), everybody=IN_THE_CASE)
    strangers = _planter(aviary, cast, "uninvolved", own=YOUTH_OFFICE, everybody=YOUTH_OFFICE)

    case = leads.take_up(basis)
    brought = bring_in(case, jobcentre, by=leads.by, areas=["work", "finances"], basis=basis)
    bring_in(case, immigration_office, by=leads.by, access=Access.READ, areas=["residence"], basis=basis)
    readers.name_contact(case)
    foreign = strangers.take_up(basis)
    guest = bring_in(foreign, make_agency(), by=strangers.by, basis=basis)
    shared = _holding(leads, case, brought)
    world = World(
        cast=cast,
        sessions={who: str(client_for(each).session.session_key) for who, each in cast.items() if each},
        shared=shared,
        elsewhere=shared,
        foreign=_holding(strangers, foreign, guest),
        basis=basis,
        not_in_the_case=make_agency(),
    )
    return PlantedWorld(
        aviary=aviary,
        world=world,
        partners=_holding(partners, case, brought, more=shared.more),
        kept=[leads.drafts(case), partners.drafts(case), strangers.drafts(foreign)],
    )


def _planter(
    aviary: Aviary,
    cast: dict[str, Membership | None],
    who: str,
    *,
    own: tuple[str, ...],
    everybody: tuple[str, ...],
) -> Planter:
    by = cast[who]
    assert by
    covering = COVERING if who in IN_THE_CASE else {"residence": (), "work": ()}
    return Planter(aviary=aviary, by=by, own=own, everybody=everybody, covering=covering, writer=(who,))


def _holding(
    planter: Planter, case: Case, participation: Participation, *, more: dict[str, Model] | None = None
) -> Holding:
    """What the worlds hold is made after what it hangs on, and before the words, which it would cover up."""
    planter.name_contact(case)
    interview = planter.interview(case)
    analysis = planter.analysis(case, interview)
    made = more or {name: make(case, planter.by) for name, make in MADE.items()}
    planter.way(case)
    planter.judgement(analysis)
    planter.daily_work(case)
    with working_as(planter.by):
        answer = interview.answers.get(life_area="work")
    return Holding(
        case=case,
        participation=participation,
        interview=interview,
        answer=answer,
        analysis=analysis,
        pdf=finished_pdf(analysis, by=planter.by),
        more=made,
    )
