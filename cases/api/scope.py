"""Every address of a case begins here: the case in scope or 404, the right to do it or 403."""

from uuid import UUID

from agencies.api.acting_view import ASKING, READING, SENDING, WRITING, ActingView
from cases.models import Case
from cases.permissions import require, visible_case

__all__ = ["ASKING", "READING", "SENDING", "WRITING", "ActingView", "CaseView"]


class CaseView(ActingView):
    """An address below a case."""

    def case(self, case_id: UUID, codename: str = "view_case") -> Case:
        """The case of the address, if she may do this with it.

        Raises Http404 when she does not see it, PermissionDenied when she sees it and may not.
        """
        case = visible_case(case_id, to=self.membership)
        require(self.membership, codename, case)
        return case
