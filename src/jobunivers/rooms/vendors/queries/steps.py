# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps in which a solution is described: two that are asked for, three that can wait."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.addresses import address
from jobunivers.rooms.marketplace.queries import OfferVersion
from jobunivers.rooms.marketplace.queries.words import STATEMENTS

SAYS = "says_"


@dataclass(frozen=True, slots=True)
class Step:
    """Some fields of a description on a page of their own.

    Attributes:
        code: its part of the address.
        waits: it can be handed in without.
        lack: what `actions.lacks` calls it, when nothing stands there that has to.
    """

    code: str
    label: Promise
    fields: tuple[str, ...]
    waits: bool = True
    lack: str = ""


STEPS = (
    Step(
        "hvad",
        _("Hvad er det?"),
        ("title_da", "summary_da", "about_da", "categories", "languages", "minutes"),
        waits=False,
        lack="about",
    ),
    Step(
        "aabnes",
        _("Hvordan åbnes den?"),
        ("way", "url", "contact", "gets"),
        waits=False,
        lack="way",
    ),
    Step(
        "hvor",
        _("Til hvem, hvor og hvornår?"),
        ("level", "skills", "format", "kommuner", "address", "starts_at", "ends_at", "seats"),
    ),
    Step(
        "kommuner",
        _("Det, kommunerne læser"),
        ("price_da", *(f"{SAYS}{code}" for code in STATEMENTS), "note"),
    ),
    Step("engelsk", _("På engelsk"), ("title_en", "summary_en", "about_en")),
)
WIDTHS: Mapping[str, str] = {
    "level": "m", "minutes": "s", "format": "m", "starts_at": "m", "ends_at": "m", "seats": "s",
}  # fmt: skip


def step_of(code: str) -> Step | None:
    """Return a step by its code; None: there is none."""
    return next((one for one in STEPS if one.code == code), None)


def after(step: Step) -> Step | None:
    """Return the step after one; None after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step of one description; `state`: whether something stands there, in words.

    `lacks`: nothing stands there, and it cannot be handed in without.
    """

    label: str
    url: str
    state: str
    lacks: bool


# They say something before anybody has written, or whatever else is said.
_ALWAYS = frozenset({"title_da", "summary_da", "way", "format", "level"})


def steps_shown(version: OfferVersion, lacks: Collection[str]) -> list[StepShown]:
    """Return the steps of a description, and how far each is."""
    return [
        StepShown(
            label=str(one.label),
            url=address("vendors:describe_step", version.offer_id, one.code),
            state=str(_state(one, version, lacks)),
            lacks=one.lack in lacks,
        )
        for one in STEPS
    ]


def _state(step: Step, version: OfferVersion, lacks: Collection[str]) -> Promise:
    if step.lack in lacks:
        return _("mangler")
    said = [_said(version, name) for name in step.fields if name not in _ALWAYS]
    return _("skrevet") if any(said) else _("kan vente")


def _said(version: OfferVersion, name: str) -> object:
    if name.startswith(SAYS):
        return version.statements.get(name.removeprefix(SAYS))
    return version.data if name == "gets" else getattr(version, name)
