"""The relatives of a person."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.correct_family_link import correct_family_link
from cases.actions.link_family import link_family
from cases.actions.remove_family_link import remove_family_link
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.family import (
    CorrectRelativeSerializer,
    RecordRelativeSerializer,
    RelativeSerializer,
)
from cases.models import Case, FamilyLink
from cases.overview import CaseOverview
from cases.person_reading import PersonReading, Relative


class FamilyView(CaseView):
    """An address below the family."""

    def relatives(self, case: Case) -> list[Relative]:
        """The relatives as the reader may see them."""
        return PersonReading(CaseOverview(case, reader=self.membership)).family

    def relative(self, case: Case, link: FamilyLink) -> Response:
        """The one relative that was just written."""
        found = next(each for each in self.relatives(case) if each.link.pk == link.pk)
        return Response(self.shown(RelativeSerializer, found))

    def link(self, case: Case, link_id: UUID) -> FamilyLink:
        """The link, if it is open to the reader and of this person."""
        links = FamilyLink.objects.visible_to(self.membership).of(case.migrant_id)
        return get_object_or_404(links, pk=link_id)


class FamilyListView(FamilyView):
    """The relatives."""

    @extend_schema(operation_id="list_relatives", responses={200: RelativeSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Relatives whose link is open to your agency: it sees both persons and covers the life area family."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(RelativeSerializer, self.relatives(case), many=True))

    @extend_schema(
        operation_id="record_relative",
        request=RecordRelativeSerializer,
        responses={201: RelativeSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Record a relative: another case that you see, or a name."""
        case = self.case(case_id, "steer_case")
        link = link_family(case, **self.sent(RecordRelativeSerializer), by=self.membership)
        answer = self.relative(case, link)
        answer.status_code = status.HTTP_201_CREATED
        return answer


class FamilyDetailView(FamilyView):
    """One relative."""

    @extend_schema(
        operation_id="correct_relative",
        request=CorrectRelativeSerializer,
        responses={200: RelativeSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID, link_id: UUID) -> Response:
        """Correct kinship, as seen from the person of this case, and what is known."""
        case = self.case(case_id, "steer_case")
        link = self.link(case, link_id)
        sent = self.sent(CorrectRelativeSerializer)
        return self.relative(case, correct_family_link(link, case=case, **sent, by=self.membership))


class FamilyRemovalView(FamilyView):
    """The removal of a link."""

    @extend_schema(
        operation_id="remove_relative",
        request=None,
        responses={200: RelativeSerializer(many=True), **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, link_id: UUID) -> Response:
        """Remove the link; the answer holds those that stay. Another person's case is not touched."""
        case = self.case(case_id, "steer_case")
        remove_family_link(self.link(case, link_id), case=case, by=self.membership)
        return Response(self.shown(RelativeSerializer, self.relatives(case), many=True))
