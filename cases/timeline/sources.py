"""Everything that stands on the time line of a case; whatever is added here must be seen by its own rule alone."""

from collections.abc import Sequence

from cases.timeline.analyses import Analyses
from cases.timeline.area_states import AreaStates
from cases.timeline.break_points import BreakPoints
from cases.timeline.follow_ups import FollowUps
from cases.timeline.interviews import Interviews
from cases.timeline.notes import Notes
from cases.timeline.participations import ParticipationsBegun, ParticipationsEnded
from cases.timeline.phases import Phases
from cases.timeline.residence import Residence
from cases.timeline.source import Source
from cases.timeline.steps import Steps

SOURCES: Sequence[Source] = (
    Phases(),
    ParticipationsBegun(),
    ParticipationsEnded(),
    Interviews(),
    Analyses(),
    Steps(),
    BreakPoints(),
    Residence(),
    AreaStates(),
    Notes(),
    FollowUps(),
)
