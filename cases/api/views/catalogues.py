"""What has to be chosen from: agencies and legal bases. They name no case and leave no entry in the trail."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.models import Agency
from cases.api.scope import ASKING, ActingView
from cases.api.serializers.agency import AgencySerializer
from cases.api.serializers.legal_basis import LegalBasisSerializer
from cases.models import LegalBasis
from core.today import today


class AgencyListView(ActingView):
    """The agencies that work with Fallbrücke."""

    @extend_schema(operation_id="list_agencies", responses={200: AgencySerializer(many=True), **ASKING})
    def get(self, _request: Request) -> Response:
        """Each with its legal kind and whether it has a duty to report under § 87 AufenthG."""
        return Response(self.shown(AgencySerializer, Agency.objects.filter(active=True), many=True))


class LegalBasisListView(ActingView):
    """The catalogue of legal bases."""

    @extend_schema(
        operation_id="list_legal_bases",
        responses={200: LegalBasisSerializer(many=True), **ASKING},
    )
    def get(self, _request: Request) -> Response:
        """Those that are law today."""
        return Response(self.shown(LegalBasisSerializer, LegalBasis.objects.in_force(today()), many=True))
