# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the public pages of rules and law show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise

from jobunivers.rooms.law.models import LawDocument, LawImport, OwnValue, Provision
from jobunivers.rooms.law.queries.citing import Citation, document_row, title_of
from jobunivers.rooms.law.queries.rules import Rule, law, path_of, rules
from jobunivers.rooms.law.queries.words import GROUPS, TOPICS, VALUES
from jobunivers.science.law import Reference, label
from jobunivers.science.law.provisions import Clause, clauses
from jobunivers.science.law.reading import TOPICS as ORDER
from jobunivers.science.law.references import DocumentNumber, packed, spaced
from jobunivers.science.law.register import Changed, RuleLine, RuleVersion, Value

CITED_BY = 20


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule as a page shows it, in one language."""

    code: str
    name: str
    says: str
    note: str
    references: tuple[str, ...]
    groups: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    commentary: bool
    source: str
    values: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, int, date, str, str], ...]  # what, value, from, who, why


@dataclass(frozen=True, slots=True)
class Topic:
    """The rules of one topic."""

    code: str
    name: str
    rules: tuple[RuleCard, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Rules of a day by topic; `first` is the first day that the register knows."""

    topics: tuple[Topic, ...]
    groups: tuple[tuple[str, str], ...]
    first: date
    days: tuple[date, ...]


def rules_page(*, on: date, group: str, language: str) -> RulesPage:
    """Return the rules of a day, rights first."""
    found = rules(on=on, group=group)
    topics = tuple(
        Topic(code, str(TOPICS[code]), cards)
        for code in ORDER
        if (cards := tuple(card_of(one, language) for one in found if one.topic == code))
    )
    days = law().register.days()
    groups = tuple((code, str(name)) for code, name in GROUPS.items() if code != "alle")
    return RulesPage(topics, groups, days[0], tuple(days))


def card_of(found: Rule, language: str) -> RuleCard:
    """Return a rule as a page shows it."""
    free = {one.key: one for one in found.local}
    own = tuple(
        (free[one.key].says(language), one.value, one.valid_from, one.decided_by, one.why)
        for one in found.own
    )
    return _card(found.line, found.version, found.values, own, language)


def _card(
    line: RuleLine,
    version: RuleVersion,
    values: Mapping[str, Value],
    own: tuple[tuple[str, int, date, str, str], ...],
    language: str,
) -> RuleCard:
    return RuleCard(
        code=line.code,
        name=line.name(language),
        says=version.says(language),
        note=version.note(language),
        references=version.references,
        groups=tuple(str(GROUPS[one]) for one in version.groups),
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        commentary=version.basis != "law",
        source=version.source,
        values=tuple(
            (str(VALUES[key]), str(value))
            for key, value in values.items()
            if key in VALUES and not isinstance(value, bool | tuple)
        ),
        own=own,
    )


@dataclass(frozen=True, slots=True)
class ChangedCard:
    """A rule before and after."""

    name: str
    code: str
    before: RuleCard | None
    after: RuleCard | None


def changes_page(*, first: date, second: date, language: str) -> list[ChangedCard]:
    """Return what is not the same on two days, in the register's order."""
    found: list[Changed] = law().register.changes(first, second)

    def shown(line: RuleLine, version: RuleVersion | None) -> RuleCard | None:
        return _card(line, version, version.values, (), language) if version else None

    return [
        ChangedCard(
            one.line.name(language),
            one.line.code,
            shown(one.line, one.before),
            shown(one.line, one.after),
        )
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule through the years, and the kommune's own values through the years."""

    code: str
    name: str
    versions: tuple[RuleCard, ...]
    own: tuple[OwnValue, ...]


def rule_page(*, code: str, language: str) -> RulePage | None:
    """Return a rule with all its versions, newest first; None when no rule has the code."""
    line = law().register.lines.get(code)
    if line is None:
        return None
    cards = tuple(
        _card(line, version, version.values, (), language) for version in reversed(line.versions)
    )
    own = OwnValue.objects.filter(code=code).order_by("-valid_from", "key", "-pk")
    return RulePage(code, line.name(language), cards, tuple(own))


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document and its paragraphs; without a row the text was not brought in."""

    number: DocumentNumber
    title: str
    row: LawDocument | None
    sections: tuple[tuple[str, str, str, str], ...]  # label, section, chapter, first words


def document_page(number: DocumentNumber) -> DocumentPage:
    """Return a document's page."""
    row = document_row(number)
    found: Iterable[Provision] = (
        Provision.objects.filter(document=row).order_by("position", "pk").defer("vector")
        if row
        else ()
    )
    sections = tuple(
        (f"§ {spaced(one.section)}", one.section, one.chapter, one.text[:160]) for one in found
    )
    return DocumentPage(number, row.title if row else title_of(number), row, sections)


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """One paragraph: its clauses, the one that was cited, and the rules that rest on it."""

    citation: Citation
    number: str
    clauses: tuple[Clause, ...]
    clause: int | None
    rules: tuple[RuleCard, ...]
    cited_by: tuple[tuple[str, str, str], ...]  # label, path, title


def provision_page(*, place: Reference, cited: Citation, on: date, language: str) -> ProvisionPage:
    """Return a paragraph's page: all its clauses, and what of the register rests on it."""
    whole = label(Reference(place.document, place.section))
    resting = tuple(
        card_of(one, language)
        for one in rules(on=on)
        if any(ref == whole or ref.startswith(f"{whole},") for ref in one.references)
    )
    text = cited.text or ""
    return ProvisionPage(
        cited,
        place.document.short,
        clauses(text) if text else (),
        place.clause,
        resting,
        _cited_by(place) if text else (),
    )


def _cited_by(place: Reference) -> tuple[tuple[str, str, str], ...]:
    """Return the paragraphs of other documents that cite this one and still hold, newest first."""
    number = place.document
    rows = Provision.objects.filter(
        cites__cited__section=packed(place.section),
        cites__cited__document__kind=number.kind,
        cites__cited__document__number=number.number,
        cites__cited__document__year=number.year,
        document__in_force_until=None,
    ).exclude(
        document__kind=number.kind, document__number=number.number, document__year=number.year
    )
    names = ("document__kind", "document__number", "document__year", "section", "document__title")
    found = rows.order_by("-document__issued_on", "document_id", "position", "pk")
    seen: dict[str, tuple[str, str, str]] = {}
    for kind, by_number, year, section, title in found.values_list(*names)[: 3 * CITED_BY]:
        one = Reference(DocumentNumber(kind, by_number, year), spaced(section))
        seen.setdefault(label(one), (label(one), path_of(one), title))
    return tuple(seen.values())[:CITED_BY]


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def broken_off() -> bool:
    """Say whether the last import of law text has no end: what is here may be half of it."""
    newest = LawImport.objects.order_by("-started_at", "-pk").first()
    return newest is not None and newest.finished_at is None


def anything_here() -> bool:
    """Say whether any law text was brought in."""
    return LawDocument.objects.exists()


def group_name(code: str) -> Promise | str:
    """Return what a group is called."""
    return GROUPS.get(code, code)
