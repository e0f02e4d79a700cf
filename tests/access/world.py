"""The fixed world: a case with everybody in it, another one of the lead's, and one that is the youth office's alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.test import Client, override_settings
from django.test.client import ClientHandler
from django.utils import timezone

from agencies.models import Agency, LegalKind, Membership
from cases.actions.request_pdf import request_pdf
from cases.models import (
    AnalysisPdf,
    Case,
    CaseAnalysis,
    Interview,
    InterviewAnswer,
    LegalBasis,
    Participation,
)
from tests.access.parts.administration import token_of
from tests.access.parts.all import MADE
from tests.factories import (
    analysis,
    bring_in,
    client_for,
    interview,
    make_agency,
    make_basis,
    take_up,
    working_as,
)

HANDLER = ClientHandler(enforce_csrf_checks=False)
SHARED = ("residence", "work")
OWN_PARTS = ("case", "participation", "interview", "answer", "analysis", "pdf")

# What stands in addresses beside ids; the link to a new password is made up.
WORDS = {
    "kind": "interview",
    "catalogue": "legal-bases",
    "area": "work",
    "uidb36": "0" * 32,
    "key": "unknown",
}


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A case and one of each kind of what hangs on it; their ids stand in addresses."""

    case: Case
    participation: Participation
    interview: Interview
    answer: InterviewAnswer
    analysis: CaseAnalysis
    pdf: AnalysisPdf
    more: dict[str, Model]

    @property
    def arguments(self) -> dict[str, UUID | str]:
        """By the name of the parameter."""
        parts = {name: getattr(self, name) for name in OWN_PARTS} | self.more
        return {
            **{f"{name}_id": part.pk for name, part in parts.items()},
            **WORDS,
            "token": token_of(self.case),
        }


@dataclass(frozen=True, kw_only=True)
class World:
    """Who is there, and what there is."""

    cast: dict[str, Membership | None]
    sessions: dict[str, str]
    shared: Holding
    elsewhere: Holding
    foreign: Holding
    basis: LegalBasis
    not_in_the_case: Agency

    def member(self, who: str) -> Membership:
        """The membership of one who has an account."""
        membership = self.cast[who]
        assert membership is not None, who
        return membership

    def client(self, who: str) -> Client:
        """A new browser of this person, in the one session that she has; all go through one chain of middleware."""
        client = Client()
        client.handler = HANDLER
        if session := self.sessions.get(who):
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        return client

    def hidden_from(self, who: str) -> Holding:
        """A case that she does not see."""
        return self.shared if who in {"uninvolved", "acting_for_the_wrong_one"} else self.foreign


def random_arguments() -> dict[str, UUID | str]:
    """Ids that nobody has ever used."""
    names = [f"{name}_id" for name in (*OWN_PARTS, *MADE)]
    return {**{name: uuid4() for name in names}, **WORDS, "token": "unknown"}


@contextmanager
def undone() -> Iterator[None]:
    """What somebody does inside does not stand in the way of the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    """Where the files of this test lie."""
    directory = tmp_path / "files"
    directory.mkdir(mode=0o700)
    with override_settings(FILES_DIR=directory):
        yield directory


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> dict[str, Membership | None]:
    """Everybody of tests/conftest.py by name, the anonymous person too."""
    names = ["lead", "team_lead", "partner", "reader", "uninvolved", "ended", "inactive"]
    names += ["moderator", "access_administrator", "catalogue_administrator", "data_protection_officer"]
    _right, wrong = request.getfixturevalue("in_two_agencies")
    people = {name: request.getfixturevalue(name) for name in names}
    return {"anonymous": None, "acting_for_the_wrong_one": wrong, **people}


@pytest.fixture
def world(
    cast: dict[str, Membership | None],
    shared_case: Case,
    jobcentre_in_case: Participation,
    basis: LegalBasis,
    files: Path,
) -> World:
    """All of it."""
    lead, uninvolved = cast["lead"], cast["uninvolved"]
    assert lead
    assert uninvolved
    return World(
        cast=cast,
        sessions={who: str(client_for(each).session.session_key) for who, each in cast.items() if each},
        shared=holding(shared_case, participation=jobcentre_in_case, by=lead),
        elsewhere=holding(take_up(lead, basis=basis), by=lead, basis=basis),
        foreign=holding(take_up(uninvolved, basis=basis), by=uninvolved, basis=basis),
        basis=basis,
        not_in_the_case=make_agency("Sozialamt Detmold", legal_kind=LegalKind.SOCIAL_BENEFIT_BODY),
    )


def holding(
    case: Case,
    *,
    by: Membership,
    participation: Participation | None = None,
    basis: LegalBasis | None = None,
) -> Holding:
    """The case with an interview, an analysis and its PDF, partly shared; somebody is brought in if nobody is."""
    written = analysis(case, by=by, shared=SHARED, kept=["health"])
    held = interview(case, by=by, shared=SHARED, kept=["health"])
    with working_as(by):
        answer = held.answers.get(life_area=SHARED[1])
    return Holding(
        case=case,
        participation=participation or bring_in(case, make_agency(), by=by, basis=basis or make_basis()),
        interview=held,
        answer=answer,
        analysis=written,
        pdf=finished_pdf(written, by=by),
        more={name: make(case, by) for name, make in MADE.items()},
    )


def finished_pdf(of: CaseAnalysis, *, by: Membership) -> AnalysisPdf:
    """A job that is done, with a stand-in for the file; nothing of what it holds can be taken away."""
    with working_as(by):
        job = request_pdf(of, by=by)
        job.started_at = job.finished_at = timezone.now()
        job.progress, job.size = 100, 8
        job.save()
    job.path.write_bytes(b"%PDF-1.7")
    return job
