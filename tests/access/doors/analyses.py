"""Doors: case analyses in full."""

from collections.abc import Mapping
from typing import Any

from cases.models import CaseAnalysis
from tests.access.door import CHANGE, READ, Door, get, post
from tests.access.forms import nothing
from tests.access.world import World
from tests.factories import make_membership, working_as

# They read the shared rows of the analysis; its versions and its second look are the writing agency's alone.
OTHERS = dict.fromkeys(("partner", "reader"), 403)
# The team lead was asked, and nobody else.
ASKED = {**OTHERS, "lead": 403}


def colleague(world: World, who: str) -> Mapping[str, Any]:
    """Somebody of the writing agency who has not written in it."""
    return {"colleague": str(make_membership(world.member("lead").agency).pk)}


def reason(world: World, who: str) -> Mapping[str, Any]:
    """Why nobody looks."""
    return {"reason": "Es eilt"}


def answer(world: World, who: str) -> Mapping[str, Any]:
    """All is well with what now stands there."""
    with working_as(world.member("lead")):
        analysis = CaseAnalysis.objects.get(pk=world.shared.analysis.pk)
    return {"version": analysis.version, "verdict": "in_order"}


DOORS: list[Door] = [
    get("cases:analysis_versions", READ, differing=OTHERS),
    get("cases:analysis_comparison", READ, differing=OTHERS),
    post("cases:analysis_restoration", CHANGE, done=303, form=nothing, differing=OTHERS),
    get("cases:second_look", READ, differing=OTHERS),
    # Answered first: the question ends when somebody else is asked.
    get("cases:second_look_answer", CHANGE, differing=OTHERS),
    post("cases:second_look_answer", CHANGE, done=303, form=answer, differing=ASKED, shows="give_form"),
    get("cases:second_look_request", CHANGE, differing=OTHERS),
    post("cases:second_look_request", CHANGE, done=303, form=colleague, differing=OTHERS, shows="ask_form"),
    get("cases:second_look_waiver", CHANGE, differing=OTHERS),
    post("cases:second_look_waiver", CHANGE, done=303, form=reason, differing=OTHERS, shows="waive_form"),
    get("api:analysis_versions", READ, differing=OTHERS),
    post("api:analysis_restoration", CHANGE, form=nothing, differing=OTHERS),
    get("api:second_look", READ, differing=OTHERS),
    post("api:second_look_request", CHANGE, done=201, form=colleague, differing=OTHERS),
    post("api:second_look_waiver", CHANGE, done=201, form=reason, differing=OTHERS),
    post("api:second_look_answer", CHANGE, form=answer, differing=ASKED),
]
