# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules by date: the approved national register, with the kommune's own values on top."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet
from django.urls import reverse

from jobunivers.foundation import together
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.rooms.law.models import OwnValue, RegisterApproval, RegisterText
from jobunivers.rooms.law.queries.shipped import Law, read_law, shipped
from jobunivers.science.law import UnknownRule, parse
from jobunivers.science.law.references import Reference, packed
from jobunivers.science.law.register import Local, RuleLine, RuleVersion, Value


@dataclass(frozen=True, slots=True)
class Own:
    """A kommune's own value that holds on the day."""

    key: str
    value: int
    valid_from: date
    decided_by: str
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it holds on a day, in the kommune that is worked for.

    `values` are the national ones with the kommune's own on top, which `own` tells apart.
    """

    line: RuleLine
    version: RuleVersion
    values: Mapping[str, Value]
    own: tuple[Own, ...] = ()

    @property
    def code(self) -> str:
        """Return the rule's code."""
        return self.line.code

    @property
    def topic(self) -> str:
        """Return the topic it stands under."""
        return self.line.topic

    @property
    def valid_from(self) -> date:
        """Return the first day of the version."""
        return self.version.valid_from

    @property
    def valid_until(self) -> date | None:
        """Return the first day on which the version no longer holds; None: not known."""
        return self.version.valid_until

    @property
    def references(self) -> tuple[str, ...]:
        """Return the paragraphs as they are cited."""
        return self.version.references

    @property
    def citation(self) -> str:
        """Return the first paragraph; empty when the rule rests on commentary alone."""
        return self.version.references[0] if self.version.references else ""

    @property
    def address(self) -> str:
        """Return the path of the page with that paragraph's text; else of the rule's own page."""
        return address_of(self.citation) or reverse("law:rule", args=[self.code])

    @property
    def groups(self) -> tuple[str, ...]:
        """Return whom it is for."""
        return self.version.groups

    @property
    def local(self) -> tuple[Local, ...]:
        """Return the values that the law leaves to the kommune."""
        return self.version.local

    @property
    def basis(self) -> str:
        """Return "law" when the words were held against the text, else "commentary"."""
        return self.version.basis

    @property
    def source(self) -> str:
        """Return where it was read."""
        return self.version.source

    def name(self, language: str) -> str:
        """Return what it is called."""
        return self.line.name(language)

    def says(self, language: str) -> str:
        """Return what it says, in plain words."""
        return self.version.says(language)

    def note(self, language: str) -> str:
        """Return the remark on it."""
        return self.version.note(language)


@dataclass(frozen=True, slots=True)
class Known:
    """What the database says of the rules: which register is in effect, and a kommune's values."""

    text_id: int | None
    own: tuple[OwnValue, ...]  # those that began first first


# Kommune → what is known, for as long as one request lasts; None outside requests.
_remembered: ContextVar[dict[int | None, Known] | None] = ContextVar("law", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Ask the database at most once inside, however often pages ask for rules."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def forget() -> None:
    """Ask the database anew: a register was approved, or a value set."""
    if (kept := _remembered.get()) is not None:
        kept.clear()


def _known() -> Known:
    kept, whose = _remembered.get(), municipality_id_or_none()
    if kept is not None and whose in kept:
        return kept[whose]
    text, own = _text_in_effect(), [] if whose is None else [_own_values()]
    together.ask([text, *own])
    found = Known(text.first(), tuple(row for rows in own for row in rows))
    if kept is not None:
        kept[whose] = found
    return found


def law() -> Law:
    """Return the national register and processes in effect; before any approval, the shipped."""
    pk = _known().text_id
    return shipped() if pk is None else _law(pk)


@prepared
def _text_in_effect() -> QuerySet[RegisterApproval, int]:
    rows = RegisterApproval.objects.order_by("-pk")
    return rows.values_list("text_id", flat=True)[:1]


@prepared
def _own_values() -> QuerySet[OwnValue]:
    return OwnValue.objects.order_by("valid_from", "pk")


def rule(code: str, *, on: date) -> Rule:
    """Return a rule as it holds on a day in the kommune worked for.

    Raises:
        UnknownRule: no rule has this code.
        NoRuleOn: none of its versions holds on the day; nothing may be concluded then.
    """
    register = law().register
    if code not in register.lines:
        raise UnknownRule(code)
    line = register.lines[code]
    version = line.on(on)
    own = _own([code] if version.local else [], on)
    return _with_own(line, version, own)


def rules(*, on: date, code_prefix: str = "", group: str = "") -> list[Rule]:
    """Return the rules of a day, in the register's order."""
    found = law().register.rules(on=on, code_prefix=code_prefix, group=group)
    own = _own([line.code for line, version in found if version.local], on)
    return [_with_own(line, version, own) for line, version in found]


def address_of(citation: str) -> str:
    """Return the path of the page with a cited paragraph; empty for an empty citation."""
    return path_of(parse(citation)) if citation else ""


def path_of(reference: Reference) -> str:
    """Return the path of a paragraph's page, with the clause in it."""
    slug = reference.document.slug
    if not reference.section:
        return reverse("law:document", args=[slug])
    path = reverse("law:provision", args=[slug, packed(reference.section)])
    return f"{path}?stk={reference.clause}" if reference.clause else path


@lru_cache(maxsize=4)
def _law(pk: int) -> Law:
    """Return a kept register, read; what is kept never changes."""
    return read_law(RegisterText.objects.values_list("body", flat=True).get(pk=pk))


def _own(codes: Sequence[str], on: date) -> dict[str, list[OwnValue]]:
    """Return the kommune's values by rule, those that began first first; none without kommune."""
    found: dict[str, list[OwnValue]] = {}
    if not codes:
        return found
    for row in _known().own:
        if row.code in codes and row.valid_from <= on:
            found.setdefault(row.code, []).append(row)
    return found


def _with_own(line: RuleLine, version: RuleVersion, own: Mapping[str, Iterable[OwnValue]]) -> Rule:
    latest = {row.key: row for row in own.get(line.code, ())}
    free = {local.key: local for local in version.local}
    chosen = tuple(
        Own(row.key, row.value, row.valid_from, row.decided_by, row.why)
        for key, row in sorted(latest.items())
        if row.value is not None and key in free and free[key].least <= row.value <= free[key].most
    )
    values = {**version.values, **{one.key: one.value for one in chosen}}
    return Rule(line, version, values, chosen)
