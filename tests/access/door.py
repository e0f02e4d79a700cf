"""One address with one method: for whom it is, and what it answers them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tests.access.world import World

Answer = int | str
Form = Callable[[World, str], Mapping[str, Any]]

PUBLIC: Final = "public"
SIGNED_IN: Final = "signed in"
LOGIN: Final = "sign-in page"

SIGNED_OUT = ("anonymous", "inactive")
WITHOUT_MEMBERSHIP = (*SIGNED_OUT, "ended")
ON_CASES = ("lead", "team_lead", "partner", "reader", "uninvolved", "acting_for_the_wrong_one")
WATCHING = ("moderator", "access_administrator", "catalogue_administrator", "data_protection_officer")
EVERYBODY = (*WITHOUT_MEMBERSHIP, *ON_CASES, *WATCHING)

READ, CHANGE, STEER = "case:view_case", "case:change_case", "case:steer_case"

SUCCESS = (200, 201, 202, 302, 303)

STEERS = frozenset({"view_case", "change_case", "steer_case"})
# What the shared case allows; whoever is not named does not see it.
IN_THE_CASE: dict[str, frozenset[str]] = {
    "lead": STEERS,
    "team_lead": STEERS,
    "partner": frozenset({"view_case", "change_case"}),
    "reader": frozenset({"view_case"}),
}


# Who may do at all what hangs on no case.
HOLDERS: dict[str, tuple[str, ...]] = {
    "take_up_case": ON_CASES,
    "view_case": ON_CASES,
    "assign_case": ("team_lead",),
    "manage_access": ("access_administrator",),
    "edit_catalogues": ("catalogue_administrator",),
}


@dataclass(frozen=True, kw_only=True)
class Door:
    """An entry of the register.

    kind is one of "public", "signed in", "role:<codename>" and "case:<codename>"; `done` is the status for
    whoever may, `differing` names those for whom the kind does not say it, for example because the object is
    somebody's own. `shows` is the name of the form in the context of its page, empty for a button alone; `query` is
    what the address says besides; `stores` is False where what is typed is looked up and not kept.
    """

    name: str
    method: str = "GET"
    kind: str
    done: Answer = 200
    form: Form | None = None
    differing: Mapping[str, Answer] = field(default_factory=dict)
    shows: str = "form"
    query: str = ""
    stores: bool = True

    def __str__(self) -> str:
        return f"{self.method} {self.name}"

    @property
    def is_api(self) -> bool:
        """Answers in JSON; nobody is led to the sign-in."""
        return self.name.startswith("api:")

    @property
    def is_of_a_case(self) -> bool:
        """Its first argument is a case."""
        return self.kind.startswith("case:")

    @property
    def by(self) -> str:
        """Somebody who may: the caseworker who leads the case, where she may."""
        return next(who for who in ("lead", *EVERYBODY) if self.expected(who) in {self.done, *SUCCESS})

    def expected(self, who: str) -> Answer:
        """The answer to one of the cast, for the shared case."""
        if who in self.differing:
            return self.differing[who]
        if self.kind == PUBLIC:
            return self.done
        if who in SIGNED_OUT or (self.is_api and who in WITHOUT_MEMBERSHIP):
            return 403 if self.is_api else LOGIN
        return self.done if self.kind == SIGNED_IN else self._by_codename(who)

    def _by_codename(self, who: str) -> Answer:
        scope, codename = self.kind.split(":")
        if scope == "role":
            return self.done if who in HOLDERS[codename] else 403
        if who not in IN_THE_CASE:
            return 404
        return self.done if codename in IN_THE_CASE[who] else 403


def get(name: str, kind: str, **rest: object) -> Door:
    """A page; HEAD comes with it."""
    return Door(name=name, kind=kind, **rest)  # type: ignore[arg-type]  # handed on as it is


def post(name: str, kind: str, **rest: object) -> Door:
    """A form or a button."""
    return Door(name=name, method="POST", kind=kind, **rest)  # type: ignore[arg-type]  # handed on as it is


def put(name: str, kind: str, **rest: object) -> Door:
    """Replacing something by the interface."""
    return Door(name=name, method="PUT", kind=kind, **rest)  # type: ignore[arg-type]  # handed on as it is
