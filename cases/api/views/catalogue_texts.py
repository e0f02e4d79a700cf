"""The catalogues: reading them, writing, checking and ending a text. They name no case; looking leaves no entry."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.models import Language
from agencies.permissions import require_role
from cases.actions.check_catalogue_text import check_catalogue_text
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.api.scope import ASKING, READING, WRITING, ActingView
from cases.api.serializers.catalogue import (
    CatalogueSerializer,
    CatalogueTextSerializer,
    CheckTextSerializer,
    EndTextSerializer,
    GuideSerializer,
    LanguageSerializer,
    WriteTextSerializer,
)
from cases.catalogue_list import texts_of
from cases.catalogues import CATALOGUES, Catalogue, catalogue_called, state_of
from cases.guide import prompts_by_area, questions_asked
from cases.models.vocabulary import LifeArea

EDIT = "edit_catalogues"


class LanguageListView(ActingView):
    """The languages that the forms offer."""

    @extend_schema(operation_id="list_languages", responses={200: LanguageSerializer(many=True), **ASKING})
    def get(self, _request: Request) -> Response:
        """By their German names."""
        return Response(self.shown(LanguageSerializer, Language.objects.offered(), many=True))


class GuideView(ActingView):
    """The guide of the interview."""

    @extend_schema(operation_id="show_guide", responses={200: GuideSerializer, **ASKING})
    def get(self, _request: Request) -> Response:
        """The lead questions and the prompts that count today."""
        prompts = prompts_by_area()
        guide = {
            "questions": questions_asked(),
            "prompts": [prompts[area] for area in LifeArea.values if area in prompts],
        }
        return Response(self.shown(GuideSerializer, guide))


class CatalogueListView(ActingView):
    """All catalogues."""

    @extend_schema(operation_id="list_catalogues", responses={200: CatalogueSerializer(many=True), **ASKING})
    def get(self, _request: Request) -> Response:
        """Each with its number of texts, and how many no second person has checked."""
        states = [state_of(catalogue, reader=self.membership) for catalogue in CATALOGUES]
        return Response(self.shown(CatalogueSerializer, states, many=True))


class WritingView(ActingView):
    """An address at which a text is written."""

    def written(self, catalogue: Catalogue, text_id: UUID | None = None) -> Response:
        """Store what was sent, as a new text or as the version after the one that is named."""
        before = catalogue.text(text_id) if text_id else None
        text = self.sent(WriteTextSerializer, model=catalogue.model)["text"]
        written = write_catalogue_text(text, instead_of=before, by=self.membership)
        return Response(self.shown(CatalogueTextSerializer, written), status=status.HTTP_201_CREATED)


class CatalogueView(WritingView):
    """One catalogue."""

    @extend_schema(
        operation_id="list_catalogue_texts",
        responses={200: CatalogueTextSerializer(many=True), **READING},
    )
    def get(self, _request: Request, catalogue: str) -> Response:
        """Its texts, each in the version written last."""
        texts = texts_of(catalogue_called(catalogue))
        return Response(self.shown(CatalogueTextSerializer, texts, many=True))

    @extend_schema(
        operation_id="write_catalogue_text",
        request=WriteTextSerializer,
        responses={201: CatalogueTextSerializer, **WRITING},
    )
    def post(self, _request: Request, catalogue: str) -> Response:
        """Begin a new text; the catalogue of prompts has one for each life area and takes no more."""
        require_role(self.membership, EDIT)
        found = catalogue_called(catalogue)
        if not found.new:
            self.permission_denied(self.request)
        return self.written(found)


class CatalogueTextView(ActingView):
    """The versions of one text."""

    @extend_schema(
        operation_id="list_catalogue_text_versions",
        responses={200: CatalogueTextSerializer(many=True), **READING},
    )
    def get(self, _request: Request, catalogue: str, text_id: UUID) -> Response:
        """The latest first."""
        found = catalogue_called(catalogue)
        versions = found.versions_of(found.text(text_id))
        return Response(self.shown(CatalogueTextSerializer, versions, many=True))


class CatalogueVersionView(WritingView):
    """The next version of a text."""

    @extend_schema(
        operation_id="write_catalogue_text_version",
        request=WriteTextSerializer,
        responses={201: CatalogueTextSerializer, **WRITING},
    )
    def post(self, _request: Request, catalogue: str, text_id: UUID) -> Response:
        """Write it; the address names the newest version, so that nobody's is passed over unseen."""
        require_role(self.membership, EDIT)
        return self.written(catalogue_called(catalogue), text_id)


class CatalogueCheckView(ActingView):
    """The second person's check of a version."""

    @extend_schema(
        operation_id="check_catalogue_text",
        request=CheckTextSerializer,
        responses={200: CatalogueTextSerializer, **WRITING},
    )
    def post(self, _request: Request, catalogue: str, text_id: UUID) -> Response:
        """Note that you have checked it; nobody checks what she wrote herself."""
        require_role(self.membership, EDIT)
        found = catalogue_called(catalogue)
        text = found.text(text_id)
        check_catalogue_text(text, **self.sent(CheckTextSerializer), by=self.membership)
        return Response(self.shown(CatalogueTextSerializer, found.text(text_id)))


class CatalogueEndView(ActingView):
    """The end of a text."""

    @extend_schema(
        operation_id="end_catalogue_text",
        request=EndTextSerializer,
        responses={200: CatalogueTextSerializer, **WRITING},
    )
    def post(self, _request: Request, catalogue: str, text_id: UUID) -> Response:
        """Name the first day on which it counts no longer, in none of its versions."""
        require_role(self.membership, EDIT)
        found = catalogue_called(catalogue)
        on = self.sent(EndTextSerializer)["valid_until"]
        end_catalogue_text(found.text(text_id), on=on, by=self.membership)
        return Response(self.shown(CatalogueTextSerializer, found.text(text_id)))
