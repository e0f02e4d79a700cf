"""What is no choice of hers: the same sentence, whether somebody else has it or nobody."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test import Client

from agencies.models import Agency, Carrier, Membership
from cases.models import Interview, LegalBasis
from core.forms.fields import RatingField
from core.today import today
from tests.access.door import Door
from tests.access.typed import form_behind, refuse, some_forms, still_typed, valid
from tests.access.world import World, undone
from tests.factories import make_agency, make_basis

Choices = Mapping[type, Iterable[UUID]]
Check = Callable[[Door, World, Choices], None]


@pytest.fixture
def not_hers(world: World) -> Choices:
    """By model, ids that exist and that the lead must not choose in the shared case."""
    hangs_elsewhere: dict[type, list[UUID]] = {}
    for part in world.foreign.more.values():
        hangs_elsewhere.setdefault(type(part), []).append(part.pk)
    return {
        **hangs_elsewhere,
        Agency: [make_agency(active=False).pk, world.member("partner").agency_id],
        # Every carrier may be chosen by whoever writes about agencies.
        Carrier: [],
        LegalBasis: [make_basis(valid_until=today()).pk],
        Membership: [
            world.member(who).pk for who in ("partner", "uninvolved", "ended", "inactive", "moderator")
        ],
        Interview: [world.foreign.interview.pk, world.elsewhere.interview.pk],
    }


def foreign_and_random_ids_are_refused_in_the_same_words(door: Door, world: World, not_hers: Choices) -> None:
    client = world.client(door.by)
    for name, field in form_behind(door, world, client).fields.items():
        if isinstance(field, forms.ModelChoiceField):
            assert field.queryset is not None
            sent = [{name: str(key)} for key in (*not_hers[field.queryset.model], uuid4())]
            answers = [_refusal(door, world, client, each) for each in sent]
            assert all(answer == answers[0] for answer in answers), (name, answers)
            assert name in answers[0]


def choices_from_a_fixed_list_do_not_tell_an_id_from_none(
    door: Door, world: World, not_hers: Choices
) -> None:
    """Each field refuses all in the same words; the page is asked with one that exists and one that does not."""
    client = world.client(door.by)
    fields = form_behind(door, world, client).fields
    fixed = {name: field for name, field in fields.items() if type(field) in {forms.ChoiceField, RatingField}}
    keys = [*(str(key) for keys in not_hers.values() for key in keys), str(uuid4())]
    for field in fixed.values():
        assert len({_sentence(field, key) for key in keys}) == 1
    if fixed:
        there, nowhere = (_refusal(door, world, client, dict.fromkeys(fixed, keys[end])) for end in (0, -1))
        assert there == nowhere
        assert set(there) == set(fixed)


def all_wrong_at_once_is_still_a_page(door: Door, world: World, _not_hers: Choices) -> None:
    client = world.client(door.by)
    fields = form_behind(door, world, client).fields
    wrong = {
        name for name, field in fields.items() if not isinstance(field, forms.CharField | forms.BooleanField)
    }
    if wrong:
        nonsense = dict.fromkeys(_posted(wrong, fields), "\x00<x>")
        assert wrong <= set(_refusal(door, world, client, nonsense))


@some_forms
@pytest.mark.parametrize(
    "check",
    [
        foreign_and_random_ids_are_refused_in_the_same_words,
        choices_from_a_fixed_list_do_not_tell_an_id_from_none,
        all_wrong_at_once_is_still_a_page,
    ],
    ids=lambda check: check.__name__,
)
def test_forms(check: Check, doors: list[Door], world: World, not_hers: Choices) -> None:
    for door in doors:
        with undone():
            check(door, world, not_hers)


def _sentence(field: forms.Field, key: str) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(key)
    return " ".join(refused.value.messages).replace(key, "")


def _refusal(door: Door, world: World, client: Client, wrong: dict[str, str]) -> dict[str, str]:
    """The sentences at the fields, without what was sent; what was right stays in the form."""
    right = valid(door, world)
    response: Any = refuse(door, world, client, {**right, **wrong})
    typed = still_typed(response.content.decode())
    assert set(right) - set(wrong) <= set(typed), door
    errors = response.context[door.shows].errors.items()
    return {name: " ".join(sentences).replace(wrong.get(name, "\x00"), "") for name, sentences in errors}


def _posted(names: Iterable[str], fields: Mapping[str, forms.Field]) -> list[str]:
    """The names under which a browser sends them; a date in three parts has three."""
    return [name + part for name in names for part in getattr(fields[name].widget, "widgets_names", [""])]
