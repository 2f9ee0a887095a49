# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The AI register: what each model is for, what it sees, how good it is, and who answers for it.

A room or a part of the foundation registers a provider of its model's card in its `apps.py`. A
provider gets nothing of anybody: it reads the system as it runs. So the register cannot be
forgotten when a model changes, and a model that nobody described is not hidden in it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from django.utils.functional import Promise

Text = Promise | str
Decides = Literal["nothing", "advises"]
"""There is no "decides": a decision by machine alone is against BEK 101/2026 § 1(6)."""
_CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
_DECIDES = ("nothing", "advises")


class Input(NamedTuple):
    """Something a model reads, and where it comes from (BEK 101/2026 § 2(1))."""

    what: Text
    source: Text


class Parameter(NamedTuple):
    """A number or choice that makes the model what it is."""

    name: Text
    value: Text
    meaning: Text = ""


class Version(NamedTuple):
    """A version, the day from which it is used, and what became different."""

    code: str
    since: date
    changed: Text


class Risk(NamedTuple):
    """What could go wrong, and what is done about it."""

    what: Text
    answer: Text


class Law(NamedTuple):
    """A rule the model answers to."""

    name: Text
    says: Text
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """All that the register says of one model.

    Figures are not part of it: they are measured, recorded by version, and read beside the card.
    `running` is what the running system says of itself (editions, counts). The parts about a
    person are empty when nothing of any person goes in; only then may a model be one that cannot
    be switched off. `part_of` is the code of the model that this one is a part of, "" for one that
    stands alone; the register fills it in.
    """

    code: str
    name: Text
    purpose: Text
    kind: Text
    decides: Decides
    inputs_person: tuple[Input, ...]
    inputs_other: tuple[Input, ...]
    never_used: tuple[Text, ...]
    how: tuple[Text, ...]
    parameters: tuple[Parameter, ...]
    constraints: tuple[Text, ...]
    limits: tuple[Text, ...]
    risks: tuple[Risk, ...]
    oversight: tuple[Text, ...]
    shown: Text
    made_from: Text
    owner: Text
    version: str
    versions: tuple[Version, ...]
    laws: tuple[Law, ...]
    high_risk: bool
    when_off: Text
    running: tuple[Parameter, ...] = ()
    can_be_switched_off: bool = True
    part_of: str = ""

    def __post_init__(self) -> None:
        """Refuse a card that may not be: a model that decides, or one nobody can switch off.

        Raises:
            ValueError: with the reason.
        """
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"{self.code!r} is no code: use small letters, digits and hyphens.")
        if self.decides not in _DECIDES:
            raise ValueError(f"{self.code} may not say that it {self.decides}.")
        if not self.can_be_switched_off and self.inputs_person:
            raise ValueError(f"{self.code} reads of persons, so a kommune can switch it off.")

    @property
    def has_switch(self) -> bool:
        """Say whether a kommune switches this model itself, not with what it is a part of."""
        return self.can_be_switched_off and not self.part_of


class UnknownModel(KeyError):  # noqa: N818 - it reads as what happened
    """Nobody has registered a model of that code."""


Provider = Callable[[], ModelCard]


class _Registered(NamedTuple):
    """Who answers for a model, and the model whose switch counts for it ("": its own)."""

    provider: Provider
    part_of: str


_registered: dict[str, _Registered] = {}


def register(code: str, provider: Provider, *, part_of: str = "") -> None:
    """Let a provider answer for the model of a code; said once, in an `apps.py`.

    A part has no switch: it is on or off with the model it is a part of.

    Raises:
        ValueError: somebody else answers for it already; or it is a part of a model that is not
            registered, or that is a part itself.
    """
    if _registered.get(code, (provider,))[0] is not provider:
        raise ValueError(f"The model {code!r} is registered twice.")
    if part_of and (part_of not in _registered or _registered[part_of].part_of):
        raise ValueError(f"{code!r} cannot be a part of {part_of!r}: register a whole model first.")
    _registered[code] = _Registered(provider, part_of)


def codes() -> Sequence[str]:
    """Return the codes of all models, in the order they were registered."""
    return tuple(_registered)


def is_known(code: str) -> bool:
    """Say whether a model of the code is registered."""
    return code in _registered


def card(code: str) -> ModelCard:
    """Return the card of a model as the system runs now.

    Raises:
        UnknownModel: there is none of that code.
        ValueError: the provider answered with the card of another model.
    """
    if code not in _registered:
        raise UnknownModel(code)
    provider, part_of = _registered[code]
    found = provider()
    if found.code != code:
        raise ValueError(f"The provider of {code!r} answered with {found.code!r}.")
    return replace(found, part_of=part_of)


def switch_of(code: str) -> str:
    """Return the code of the model whose switch counts for this one: its own, or its whole's.

    Raises:
        UnknownModel: there is none of that code.
    """
    if code not in _registered:
        raise UnknownModel(code)
    return _registered[code].part_of or code


def cards() -> list[ModelCard]:
    """Return all cards: models that read of persons first, by code, parts after the whole."""
    return sorted((card(code) for code in _registered), key=_place)


def _place(one: ModelCard) -> tuple[bool, str, bool, str]:
    return not one.inputs_person, one.part_of or one.code, bool(one.part_of), one.code
