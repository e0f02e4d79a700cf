"""The person of a case: who she is, where she lives, the block on that, languages, target group."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.change_block import change_block
from cases.actions.change_languages import change_languages
from cases.actions.change_person import change_person
from cases.actions.change_whereabouts import change_whereabouts
from cases.actions.set_target_group import set_target_group
from cases.api.open_parts import with_person
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.person import (
    BlockSerializer,
    ChangePersonSerializer,
    LanguagesSerializer,
    PersonSerializer,
    TargetGroupSerializer,
    WhereaboutsSerializer,
)
from cases.models import Case


class PersonPartView(CaseView):
    """An address of the person; every answer is the person as the reader may see her."""

    def person(self, case_id: UUID) -> Response:
        """The person after a change, or as she is."""
        case = with_person(self.case(case_id), reader=self.membership)
        return Response(self.shown(PersonSerializer, case.migrant))

    def led(self, case_id: UUID) -> Case:
        """The case, for whoever may correct."""
        return self.case(case_id, "steer_case")


class PersonView(PersonPartView):
    """Who she is."""

    @extend_schema(operation_id="show_person", responses={200: PersonSerializer, **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Names, birth, sex, nationalities, languages, and the whereabouts unless a block hides them."""
        trail.record(trail.Verb.VIEWED, self.case(case_id))
        return self.person(case_id)

    @extend_schema(
        operation_id="change_person",
        request=ChangePersonSerializer,
        responses={200: PersonSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Change names, birth, sex, nationalities or origin; what is not named stays."""
        change_person(self.led(case_id), person=self.sent(ChangePersonSerializer), by=self.membership)
        return self.person(case_id)


class WhereaboutsView(PersonPartView):
    """Where she lives and how she is reached."""

    @extend_schema(
        operation_id="change_whereabouts",
        request=WhereaboutsSerializer,
        responses={200: PersonSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Change address, municipality or contact; what is not named stays."""
        case = self.led(case_id)
        change_whereabouts(case, whereabouts=self.sent(WhereaboutsSerializer), by=self.membership)
        return self.person(case_id)


class BlockView(PersonPartView):
    """The information block (Auskunftssperre, § 51 BMG)."""

    @extend_schema(
        operation_id="change_information_block",
        request=BlockSerializer,
        responses={200: PersonSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Set or lift the block; it counts from the next request of every agency on."""
        change_block(self.led(case_id), **self.sent(BlockSerializer), by=self.membership)
        return self.person(case_id)


class LanguagesView(PersonPartView):
    """What she speaks."""

    @extend_schema(
        operation_id="change_languages",
        request=LanguagesSerializer,
        responses={200: PersonSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Replace the main language and the further ones."""
        change_languages(self.led(case_id), **self.sent(LanguagesSerializer), by=self.membership)
        return self.person(case_id)


class TargetGroupView(PersonPartView):
    """The target group set by hand."""

    @extend_schema(
        operation_id="set_target_group",
        request=TargetGroupSerializer,
        responses={200: PersonSerializer, **WRITING},
    )
    def put(self, _request: Request, case_id: UUID) -> Response:
        """Set the group with a reason; empty, it follows the residence title again."""
        set_target_group(self.led(case_id), **self.sent(TargetGroupSerializer), by=self.membership)
        return self.person(case_id)
