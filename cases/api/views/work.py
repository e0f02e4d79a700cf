"""The daily work on a case: head, states of life areas, notes, what its phase needs, who is responsible."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.permissions import require_role
from audit import trail
from cases.actions.assign_case import assign_case
from cases.actions.assign_cases import assign_cases
from cases.actions.change_head import change_head
from cases.actions.correct_note import correct_note
from cases.actions.set_area_state import set_area_state
from cases.actions.take_note import take_note
from cases.api.open_parts import with_person
from cases.api.scope import ASKING, READING, SENDING, WRITING, ActingView, CaseView
from cases.api.serializers import work
from cases.api.serializers.case import CaseSerializer
from cases.models import AreaState, Note
from cases.models.vocabulary import LifeArea
from cases.overview import CaseOverview
from cases.responsibility import colleagues


class HeadView(CaseView):
    """The head of a case."""

    @extend_schema(
        operation_id="change_head",
        request=work.ChangeHeadSerializer,
        responses={200: CaseSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Replace urgency, occasion and summary; every agency in the case reads them."""
        case = self.case(case_id, "steer_case")
        change_head(case, **self.sent(work.ChangeHeadSerializer), by=self.membership)
        changed = self.case(case_id)
        return Response(self.shown(CaseSerializer, with_person(changed, reader=self.membership)))


class AreaStateListView(CaseView):
    """How the life areas of a case stand."""

    @extend_schema(
        operation_id="list_area_states", responses={200: work.AreaStateSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Your agency's states, and of the others' those that are open to it."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        states = AreaState.objects.visible_to(self.membership).filter(case=case)
        states = states.select_related("agency", "author__user").order_by("life_area", "changed_on", "pk")
        return Response(self.shown(work.AreaStateSerializer, states, many=True))


class AreaStateView(CaseView):
    """How one life area of a case stands."""

    @extend_schema(
        operation_id="set_area_state",
        request=work.SetAreaStateSerializer,
        responses={200: work.AreaStateSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID, area: str) -> Response:
        """Replace the state that your agency has noted."""
        case = self.case(case_id, "change_case")
        if area not in LifeArea.values:
            raise Http404
        sent = self.sent(work.SetAreaStateSerializer)
        state = set_area_state(case, life_area=area, by=self.membership, **sent)
        return Response(self.shown(work.AreaStateSerializer, state))


class NoteListView(CaseView):
    """The notes of a case."""

    @extend_schema(operation_id="list_notes", responses={200: work.NoteSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Those of your agency, the latest first."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        notes = Note.objects.visible_to(self.membership).filter(case=case).select_related("author__user")
        return Response(self.shown(work.NoteSerializer, notes, many=True))

    @extend_schema(
        operation_id="take_note",
        request=work.WriteNoteSerializer,
        responses={201: work.NoteSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Take a note; it stays with your agency."""
        case = self.case(case_id, "change_case")
        note = take_note(case, **self.sent(work.WriteNoteSerializer), by=self.membership)
        return Response(self.shown(work.NoteSerializer, note), status=status.HTTP_201_CREATED)


class NoteView(CaseView):
    """One note."""

    @extend_schema(
        operation_id="correct_note",
        request=work.WriteNoteSerializer,
        responses={200: work.NoteSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID, note_id: UUID) -> Response:
        """Correct a note of yours, until the end of the day."""
        case = self.case(case_id, "change_case")
        notes = Note.objects.visible_to(self.membership).select_related("author__user", "case")
        note = get_object_or_404(notes, pk=note_id, case=case)
        if not note.may_be_corrected_by(self.membership):
            raise PermissionDenied
        corrected = correct_note(note, case=case, **self.sent(work.WriteNoteSerializer), by=self.membership)
        return Response(self.shown(work.NoteSerializer, corrected))


class PhaseNeedsView(CaseView):
    """What the phases need."""

    @extend_schema(
        operation_id="show_phase_needs", responses={200: work.PhaseCheckSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID) -> Response:
        """What the present phase and the later ones need, and what of it your agency sees fulfilled."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        checks = CaseOverview(case, reader=self.membership).check_lists
        return Response(self.shown(work.PhaseCheckSerializer, checks, many=True))


class AssignmentView(CaseView):
    """Who is responsible for a case in your agency."""

    @extend_schema(
        operation_id="assign_case",
        request=work.AssignCaseSerializer,
        responses={200: work.ResponsibleSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Take a case over, hand over your own, or, as the team lead, give any case to a colleague."""
        case = self.case(case_id)
        own = assign_case(case, **self.sent(work.AssignCaseSerializer), by=self.membership)
        return Response(self.shown(work.ResponsibleSerializer, own))


class AssignmentListView(ActingView):
    """Several cases at once."""

    @extend_schema(
        operation_id="assign_cases",
        request=work.AssignCasesSerializer,
        responses={200: work.ResponsibleSerializer(many=True), **SENDING},
    )
    def post(self, _request: Request) -> Response:
        """Give chosen cases of your agency to a colleague: all of them, or none."""
        require_role(self.membership, "assign_case")
        sent = self.sent(work.AssignCasesSerializer)
        assigned = assign_cases(sent["case_ids"], to=sent["to"], by=self.membership)
        return Response(self.shown(work.ResponsibleSerializer, assigned, many=True))


class ColleagueListView(ActingView):
    """Who works on cases in your agency."""

    @extend_schema(
        operation_id="list_colleagues", responses={200: work.ColleagueSerializer(many=True), **ASKING}
    )
    def get(self, _request: Request) -> Response:
        """By name; their ids are what an assignment needs."""
        require_role(self.membership, "view_case")
        return Response(
            self.shown(work.ColleagueSerializer, colleagues(self.membership.agency_id), many=True)
        )
