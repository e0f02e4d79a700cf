"""What the demo's persons have beside a name: other names, addresses, languages, a block, a family."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.actions.change_languages import change_languages
from cases.actions.change_person import change_person
from cases.actions.change_whereabouts import change_whereabouts
from cases.actions.link_family import link_family
from cases.actions.take_up_case import TakeUp, take_up_case
from cases.demo.acting_for import as_of, member
from cases.demo.person import known_day, real_today
from cases.models import Case, LegalBasis, ResidencePeriod
from cases.models.residence_table import Title
from core.today import today

FILE = Path(__file__).parent / "persons.json"
ADDRESS = ("street", "postal_code", "town", "telephone", "email")
RELATIVES_TAKEN_UP = -60


def seed_persons(people: dict[str, dict[str, Any]]) -> None:
    """Complete the persons that are not complete yet; people are those of the demo, by key."""
    for more in json.loads(FILE.read_text(encoding="utf-8")):
        person = people[more["person"]]
        lead = member(person["lead_account"], person["lead"])
        with as_of(lead, 0):
            case = (
                Case.objects.visible_to(lead)
                .select_related("migrant")
                .get(migrant__given_names=person["given_names"], migrant__family_name=person["family_name"])
            )
            if not case.migrant.nationalities:
                DemoPerson(case, more, lead=lead, basis=person["lead_basis"]).complete()


class DemoPerson:
    """One person of the demo."""

    def __init__(self, case: Case, more: dict[str, Any], *, lead: Membership, basis: str) -> None:
        self.case = case
        self.more = more
        self.lead = lead
        self.basis = LegalBasis.objects.filter(code=basis).latest("valid_from")

    def complete(self) -> None:
        """Let the leading agency record it; the list keeps the order of the story."""
        before = self.case.last_activity
        self._facts()
        for kind, name, birth, place, note in self.more.get("family", []):
            about = {"name": name, "birth": birth, "place": place, "note": note}
            link_family(self.case, kind=kind, relative=None, about=about, by=self.lead)
        self._relatives()
        Case.objects.filter(pk=self.case.pk).update(last_activity=before)

    def _facts(self) -> None:
        more, lead, migrant = self.more, self.lead, self.case.migrant
        person = {"aliases": more.get("aliases", []), "nationalities": more["nationalities"]}
        change_person(self.case, person=person, by=lead)
        address = {name: more[name] for name in ADDRESS if more.get(name)}
        if address:
            change_whereabouts(self.case, whereabouts=address, by=lead)
        change_languages(
            self.case,
            main=(migrant.language, migrant.mediator_needed),
            further=[(language, needed) for language, needed in more.get("languages", [])],
            by=lead,
        )
        if "block_days" in more:
            change_block(self.case, blocked=True, until=known_day(more["block_days"]), by=lead)
        if "conditions" in more:
            present = ResidencePeriod.objects.filter(migrant=migrant).effective_on(today())
            present.update(conditions=more["conditions"])

    def _relatives(self) -> None:
        """A family whose members have cases of their own, each linked with each."""
        linked = [("", self.case)]
        for relative in self.more.get("relatives", []):
            case = self._take_up(relative)
            for kind, other in linked:
                kinship = "child" if kind == "partner" else relative["kind"]
                link_family(other, kind=kinship, relative=case, about={}, by=self.lead)
            linked.append((relative["kind"], case))

    def _take_up(self, relative: dict[str, Any]) -> Case:
        person = {name: relative[name] for name in ("given_names", "family_name", "birth", "sex")}
        about = self.case.migrant
        since = real_today() - timedelta(days=relative["days"])
        until = known_day(73)
        data = TakeUp(
            person=person
            | {
                "nationalities": self.more["nationalities"],
                "origin": about.origin,
                "language": about.language,
            },
            whereabouts={name: self.more[name] for name in ADDRESS if self.more.get(name)}
            | {"municipality": "kalletal"},
            residence={
                "title": Title.RESIDENCE_PERMIT,
                "basis": "§ 30 AufenthG" if relative["kind"] == "partner" else "§ 32 AufenthG",
                "starts_on": since,
                "printed_until": until,
                "effective_until": until,
            },
            legal_basis=self.basis,
            occasion=relative["occasion"],
        )
        with as_of(self.lead, RELATIVES_TAKEN_UP):
            return take_up_case(data, by=self.lead)
