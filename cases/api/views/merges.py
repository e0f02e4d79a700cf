"""Merging two records of one person, and undoing it within a day."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.merge_migrants import merge_migrants
from cases.actions.undo_merge import undo_merge
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.search import MergeRecordsSerializer, MergeSerializer
from cases.models import MigrantMerge


class MergeListView(CaseView):
    """What the acting agency merged into the case's person."""

    @extend_schema(operation_id="list_merges", responses={200: MergeSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """The latest first."""
        case = self.case(case_id, "steer_case")
        trail.record(trail.Verb.VIEWED, case)
        merges = MigrantMerge.objects.visible_to(self.membership).filter(kept_id=case.migrant_id)
        return Response(self.shown(MergeSerializer, merges, many=True))

    @extend_schema(
        operation_id="merge_records",
        request=MergeRecordsSerializer,
        responses={201: MergeSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Merge the other case's person into this one's; a contradiction that is not decided is named."""
        case = self.case(case_id, "steer_case")
        merge = merge_migrants(case, **self.sent(MergeRecordsSerializer), by=self.membership)
        return Response(self.shown(MergeSerializer, merge), status=status.HTTP_201_CREATED)


class MergeUndoView(CaseView):
    """The way back."""

    @extend_schema(operation_id="undo_merge", request=None, responses={200: MergeSerializer, **WRITING})
    def post(self, _request: Request, case_id: UUID, merge_id: UUID) -> Response:
        """Put both records back as they were, within a day and unless what was merged was changed since."""
        case = self.case(case_id, "steer_case")
        merges = MigrantMerge.objects.visible_to(self.membership).filter(kept_id=case.migrant_id)
        merge = get_object_or_404(merges, pk=merge_id)
        undo_merge(merge, case=case, by=self.membership)
        return Response(self.shown(MergeSerializer, merges.get(pk=merge_id)))
