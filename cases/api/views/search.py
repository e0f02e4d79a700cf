"""Search and duplicates: sent, so that no name stands in an address."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.permissions import require_role
from audit import trail
from cases.api.scope import SENDING, ActingView
from cases.api.serializers.search import FoundSerializer, PersonAskedSerializer, WantedSerializer
from cases.case_search import Found, find_cases
from cases.duplicates import find_duplicates


class SearchView(ActingView):
    """The cases of the acting agency, by number or name."""

    @extend_schema(
        operation_id="search_cases", request=WantedSerializer, responses={200: FoundSerializer, **SENDING}
    )
    def post(self, _request: Request) -> Response:
        """Cases with this number; without one those of persons with this name, however it is spelt."""
        require_role(self.membership, "view_case")
        found = find_cases(self.sent(WantedSerializer)["wanted"], for_=self.membership)
        trail.note_list([hit.case.pk for hit in found.hits])
        return Response(self.shown(FoundSerializer, found))


class DuplicateView(ActingView):
    """Who is perhaps there already."""

    @extend_schema(
        operation_id="find_duplicates",
        request=PersonAskedSerializer,
        responses={200: FoundSerializer, **SENDING},
    )
    def post(self, _request: Request) -> Response:
        """Visible persons with a name alike whose date of birth does not contradict."""
        require_role(self.membership, "take_up_case")
        asked = {"given_names": "", "birth": "", **self.sent(PersonAskedSerializer)}
        found = Found(find_duplicates(**asked, for_=self.membership))
        trail.note_list([hit.case.pk for hit in found.hits])
        return Response(self.shown(FoundSerializer, found))
