"""To whom which cases are given."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.forms.participation import MemberChoice
from cases.responsibility import colleagues


class AssignmentForm(forms.Form):
    """Chosen cases and a colleague; which cases there are, the action knows."""

    to = MemberChoice(label=_("Give to"), queryset=Membership.objects.none(), empty_label=_("please choose"))

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("MemberChoice", self.fields["to"]).queryset = colleagues(by.agency_id)
