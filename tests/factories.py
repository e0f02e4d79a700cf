"""What tests are made of; cases come about by the real actions, under the application's role and row level security."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from agencies.acting_membership import SESSION_KEY, value_of
from agencies.models import Agency, AgencyKind, Carrier, LegalKind, Membership, User
from agencies.roles import Role
from audit import trail
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.take_up_case import TakeUp, take_up_case
from cases.actions.write_analysis import write_analysis
from cases.actions.write_break_point import BreakPointContent, write_break_point
from cases.actions.write_step import Station, StepContent, write_step
from cases.analysis_content import AboutBreakPoint, AnalysisContent, ProposalContent
from cases.models import BreakPoint, Case, CaseAnalysis, Interview, JourneyStep, LegalBasis, Participation
from cases.models.analysis import TextKind
from cases.models.legal_basis import BasisKind
from core.acting import acting
from core.middleware.session_age import BEGAN, SEEN
from core.today import today

PASSWORD = "only-for-tests"
HOUR = 3600
LONG_AGO = date(2020, 1, 1)

_number = count(1)


@contextmanager
def working_as(membership: Membership, *, on: date | None = None) -> Iterator[Membership]:
    """Act for her agency, on a day, with entries of the trail in her name."""
    with (
        acting(membership.agency_id, person_id=membership.user_id, on=on),
        trail.acted_by(membership.as_actor(channel="page")),
    ):
        yield membership


def client_for(membership: Membership) -> Client:
    """A browser in which she is signed in and has chosen this membership, with its hat, in the header."""
    client = Client()
    client.force_login(membership.user)
    session = client.session
    session[SESSION_KEY] = value_of(membership)
    now = int(time.time())
    # Not written down anew with each click of a test.
    session.update({BEGAN: now, SEEN: now + HOUR})
    session.save()
    return client


def make_agency(
    name: str = "",
    *,
    kind: str = AgencyKind.COUNSELLING,
    legal_kind: str = LegalKind.WELFARE_BODY,
    active: bool = True,
    duty_to_report: bool = False,
) -> Agency:
    """An agency with its group, by default an advice centre."""
    name = name or f"Beratungsstelle {next(_number)}"
    return Agency.objects.create(
        carrier=Carrier.objects.get_or_create(name="Kreis Lippe")[0],
        group=Group.objects.create(name=name),
        name=name,
        short_name=name[:60],
        kind=kind,
        legal_kind=legal_kind,
        duty_to_report=duty_to_report,
        place="Detmold",
        active=active,
    )


def make_user(name: str = "", *, is_active: bool = True) -> User:
    """A person who can sign in with PASSWORD."""
    number = next(_number)
    user = User.objects.create_user(
        f"person-{number}@test.example", name=name or f"Person {number}", password=PASSWORD
    )
    if not is_active:
        user.is_active = False
        user.save(update_fields=["is_active"])
    return user


def make_membership(
    agency: Agency,
    *roles: str,
    user: User | None = None,
    name: str = "",
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
    hat: str | None = None,
    central: bool = False,
) -> Membership:
    """A membership, by default a caseworker's; it wears the hat that is given."""
    membership = Membership.objects.create(
        user=user or make_user(name),
        agency=agency,
        roles=list(roles or [Role.CASEWORKER]),
        starts_on=starts_on,
        ends_on=ends_on,
        central=central,
    )
    membership.hat = hat
    return membership


def make_basis(
    *,
    valid_from: date = LONG_AGO,
    valid_until: date | None = None,
    kind: str = BasisKind.STATUTE,
    title: str = "Übermittlung für die Erfüllung sozialer Aufgaben",
) -> LegalBasis:
    """A line of the catalogue of legal bases."""
    number = next(_number)
    return LegalBasis.objects.create(
        code=f"basis-{number}",
        citation=f"§ {number} SGB X",
        title=title,
        kind=kind,
        source="Gesetz",
        valid_from=valid_from,
        valid_until=valid_until,
    )


def take_up(
    by: Membership,
    *,
    basis: LegalBasis | None = None,
    on: date | None = None,
    residence: dict[str, Any] | None = None,
    occasion: str = "",
    **person: Any,
) -> Case:
    """A case that her agency leads."""
    number = next(_number)
    with working_as(by, on=on):
        return take_up_case(
            TakeUp(
                person={"given_names": "Yonas", "family_name": f"Test {number}", **person},
                legal_basis=basis or make_basis(),
                residence=residence or {},
                occasion=occasion,
            ),
            by=by,
        )


def bring_in(
    case: Case,
    agency: Agency,
    *,
    by: Membership,
    access: str = "contribute",
    areas: Iterable[str] = ("work",),
    basis: LegalBasis | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Participation:
    """A participation in these life areas, all on one basis; it starts where the basis has long been law."""
    basis = basis or make_basis()
    with working_as(by):
        return bring_in_agency(
            case,
            agency=agency,
            access=access,
            areas=dict.fromkeys(areas, basis),
            by=by,
            starts_on=starts_on,
            ends_on=ends_on,
        )


def interview(
    case: Case, *, by: Membership, shared: Iterable[str] = (), kept: Iterable[str] = (), word: str = "Gesagt"
) -> Interview:
    """An interview with an answer in each of the areas; the word stands in every text."""
    answers = {
        area: {"situation": f"{word} {area}", "shared": area in set(shared)} for area in [*shared, *kept]
    }
    record = InterviewRecord(held_on=today(), consent="oral", statements={"success": word}, answers=answers)
    with working_as(by):
        return record_interview(case, record=record, by=by)


def analysis(
    case: Case, *, by: Membership, shared: Iterable[str] = (), kept: Iterable[str] = (), word: str = "Bedarf"
) -> CaseAnalysis:
    """An analysis with a row in each of the areas; the word stands in every text."""
    rows = {area: {"need": f"{word} {area}", "shared": area in set(shared)} for area in [*shared, *kept]}
    content = AnalysisContent(as_of=today(), title=word, texts={"goals": word}, rows=rows)
    with working_as(by):
        return write_analysis(case, content=content, by=by)


def step(
    case: Case, *, by: Membership, area: str = "work", shared: bool = False, **content: Any
) -> JourneyStep:
    """A step from the person to a jobcentre, of last spring."""
    content = {"what": "Antrag abgegeben", "on": "2026-03", "to": Station("jobcentre"), **content}
    with working_as(by):
        return write_step(case, content=StepContent(life_area=area, shared=shared, **content), by=by)


def break_point(
    case: Case, *, by: Membership, area: str = "work", shared: bool = False, **content: Any
) -> BreakPoint:
    """A break point between jobcentre and road traffic office, found today."""
    content = {
        "from_kind": "jobcentre",
        "to_kind": "road_traffic_office",
        "category": "loss_of_information",
        "what_happened": "Nachricht kam nicht an",
        "found_on": today(),
        **content,
    }
    with working_as(by):
        written = BreakPointContent(life_area=area, shared=shared, **content)
        return write_break_point(case, content=written, by=by)


def full_analysis(case: Case, *, by: Membership, word: str = "Bedarf") -> CaseAnalysis:
    """An analysis with every section, made from an interview, a step and a break point; the word stands everywhere."""
    held = interview(case, by=by, kept=["work"], word=word)
    about = AboutBreakPoint(classification="generative_theme", workgroup="mobility", note=word)
    content = AnalysisContent(
        as_of=today(),
        title=word,
        interviews=(held.pk,),
        steps=(step(case, by=by, what=word).pk,),
        break_points={break_point(case, by=by, what_happened=word).pk: about},
        texts=dict.fromkeys(TextKind.values, word),
        rows={"work": {"need": f"{word} work"}},
        proposal=ProposalContent(question=word, aim=word, agencies=word, minutes=25),
    )
    with working_as(by):
        return write_analysis(case, content=content, by=by)
