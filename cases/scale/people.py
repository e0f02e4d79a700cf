"""Invented people: names, and a residence title from which the target group follows."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import NamedTuple

from cases.models.municipality import Municipality
from cases.models.residence_table import Title, target_group_of
from cases.models.vocabulary import Sex, TargetGroup, YesNo
from cases.scale.names import Names

ORIGINS = (
    ("Syrien", "ar"),
    ("Afghanistan", "fa"),
    ("Ukraine", "uk"),
    ("Rumänien", "ro"),
    ("Türkei", "tr"),
    ("Irak", "kmr"),
)
PLACES = [place for place in Municipality.values if place != Municipality.OUTSIDE]

# weight, title, basis
TITLES = (
    (28, Title.RESIDENCE_PERMIT, "§ 25 Abs. 2 AufenthG"),
    (18, Title.ASYLUM_PERMISSION, "§ 55 AsylG"),
    (14, Title.TOLERATION, "§ 60a Abs. 2 AufenthG"),
    (20, Title.FREEDOM_OF_MOVEMENT, "§ 2 Abs. 1 FreizügG/EU"),
    (15, Title.RESIDENCE_PERMIT, "§ 24 AufenthG"),
    (5, Title.NONE, ""),
)
MINOR = 0.03


class Person(NamedTuple):
    """What is drawn for one person, as it is written."""

    given_names: str
    family_name: str
    birth: str
    sex: str
    origin: str
    language: str
    mediator_needed: str
    unaccompanied_minor: str
    municipality: str
    title: str
    basis: str
    target_group: str


def people(rnd: Random, *, year: int) -> Iterator[Person]:
    """Person after person, as seen in a year."""
    names = Names(Random(rnd.random()))  # noqa: S311  # as in `fill`
    titles = [(title.value, basis, target_group_of(title, basis).value) for _, title, basis in TITLES]
    weights = tuple(accumulate(weight for weight, _, _ in TITLES))
    asked, minor = YesNo.values, TargetGroup.UNACCOMPANIED_MINOR.value
    sexes = (Sex.FEMALE.value, Sex.MALE.value)
    while True:
        alone = rnd.random() < MINOR
        age = rnd.randrange(10, 16) if alone else rnd.randrange(20, 65)
        ((title, basis, group),) = rnd.choices(titles, cum_weights=weights)
        yield Person(
            *names.draw(),
            f"{year - age}-{rnd.randrange(1, 13):02}",
            rnd.choice(sexes),
            *rnd.choice(ORIGINS),
            rnd.choice(asked),
            "t" if alone else "f",
            rnd.choice(PLACES),
            title,
            basis,
            minor if alone else group,
        )
