# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading which sources she has, what they have told, and what is to be decided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet

from jobunivers.rooms.entrance.models import Finding, FindingState, Telling
from jobunivers.rooms.entrance.queries import asks, source_words
from jobunivers.rooms.journey import queries as profiles
from jobunivers.trust import queries as trust
from jobunivers.trust.consents import Ask

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Profile

FILE = "file"
_TEXTS = frozenset({"pdf", "docx", "odt", "text"})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A system outside: whether she allows it, and what it has told."""

    ask: Ask
    connected: bool
    allowed: bool
    told_at: datetime | None
    waiting: int
    only: int  # lines of her profile that nobody else tells


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file she has brought."""

    pk: int
    name: str
    told_at: datetime
    waiting: int
    only: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Her sources, and how much waits for her."""

    sources: list[SourceRow]
    files: list[FileRow]
    waiting: int
    questions: int


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One thing that waits, in words."""

    pk: int
    kind: str
    heading: str
    detail: str
    place: str
    excerpt: str
    lacks: str  # the field she has to fill in first
    sure: bool
    lasts: bool  # the source tells no end, so it would stand as lasting still

    @property
    def kind_words(self) -> str:
        """Return what kind of thing it is."""
        return str(source_words.KINDS[self.kind])


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What one source has told that waits."""

    pk: int
    name: str
    told_at: datetime
    is_file: bool
    is_text: bool  # a CV that a computer has read: she ticks what is right
    passed_over: int
    rows: list[FoundRow]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value she can choose, in words, and who says it."""

    value: str
    words: str
    tellers: list[str]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A field on which sources differ. `key` is its name in the form."""

    key: str
    part: str
    line: str
    field: str
    about: str
    asks: str
    have: Choice
    others: list[Choice]
    writable: str  # how she may write her own: "text", "month", "year" or ""
    separable: list[tuple[str, str]]  # source and name whose line may be another job or school
    chosen: str = ""  # what she has sent that could not be saved
    written: str = ""

    @property
    def separable_names(self) -> list[str]:
        """Return what those sources are called."""
        return [source_words.source(source, name) for source, name in self.separable]


def usable(*, citizen_id: int, at: datetime) -> list[tuple[str, str]]:
    """Return source and name of all that may be used now: her files, and what she allows."""
    allowed = trust.consented_sources(citizen_id=citizen_id, purpose=asks.PROFILE, at=at)
    rows = Telling.objects.filter(citizen_id=citizen_id).order_by("told_at", "pk")
    return [
        (source, name)
        for source, name in rows.values_list("source", "name")
        if source == FILE or source in allowed
    ]


def waiting(*, citizen_id: int, at: datetime) -> QuerySet[Finding]:
    """Return what waits for her, of sources that may be used now, in the order it was told."""
    allowed = trust.consented_sources(citizen_id=citizen_id, purpose=asks.PROFILE, at=at)
    rows = Finding.objects.filter(telling__citizen_id=citizen_id, state=FindingState.WAITING)
    usable_rows = rows.filter(telling__source__in=[*allowed, FILE])
    return usable_rows.select_related("telling").order_by("-telling__told_at", "order", "pk")


def sources_page(*, profile: "Profile", at: datetime) -> SourcesPage:
    """Return her sources."""
    citizen_id = profile.citizen_id
    tellings = list(Telling.objects.filter(citizen_id=citizen_id).order_by("-told_at", "-pk"))
    waits = Counter(row.telling_id for row in waiting(citizen_id=citizen_id, at=at))
    allowed = trust.consented_sources(citizen_id=citizen_id, purpose=asks.PROFILE, at=at)
    only = profiles.only_told_by_each(profile)
    by_code = {row.source: row for row in tellings if row.source != FILE}
    rows = [_source(ask, by_code.get(ask.source), allowed, waits, only) for ask in asks.ASKS]
    files = [
        FileRow(row.pk, row.name, row.told_at, waits[row.pk], only[FILE, row.name])
        for row in tellings
        if row.source == FILE
    ]
    asked = profiles.questions_of(profile, sources=usable(citizen_id=citizen_id, at=at))
    return SourcesPage(rows, files, sum(waits.values()), len(asked))


def _source(
    ask: Ask,
    telling: Telling | None,
    allowed: set[str],
    waits: Counter[int],
    only: Counter[tuple[str, str]],
) -> SourceRow:
    return SourceRow(
        ask=ask,
        connected=bool(settings.PROFILE_SOURCES.get(ask.source, {}).get("address")),
        allowed=ask.source in allowed,
        told_at=telling.told_at if telling else None,
        waiting=waits[telling.pk] if telling else 0,
        only=only[ask.source, ""],
    )


def found_groups(*, citizen_id: int, today: date, at: datetime) -> list[FoundGroup]:
    """Return what waits, by source, newest first."""
    groups: dict[int, FoundGroup] = {}
    for row in waiting(citizen_id=citizen_id, at=at):
        telling = row.telling
        group = groups.setdefault(
            telling.pk,
            FoundGroup(
                telling.pk,
                source_words.source(telling.source, telling.name),
                telling.told_at,
                telling.source == FILE,
                telling.format in _TEXTS,
                telling.passed_over,
                [],
            ),
        )
        group.rows.append(_found(row, today=today))
    for group in groups.values():
        group.rows.sort(key=lambda one: source_words.ORDER.index(one.kind))
    return list(groups.values())


def _found(row: Finding, *, today: date) -> FoundRow:
    heading, detail = source_words.finding(row.kind, row.fields)
    place, excerpt = source_words.place(row.place)
    return FoundRow(
        pk=row.pk,
        kind=row.kind,
        heading=heading,
        detail=detail,
        place=place,
        excerpt=excerpt,
        lacks=lacks(row, today=today),
        sure=row.sure,
        lasts=row.kind == "experience" and not row.fields.get("ended"),
    )


def lacks(row: Finding, *, today: date) -> str:
    """Return the field that she has to fill in before this can come along; "" for none."""
    fields = row.fields
    if row.kind == "experience":
        began, ended = fields.get("started", ""), fields.get("ended", "")
        if not began or began > f"{today:%Y-%m}":
            return "started"
        return "started" if ended[:1].isdigit() and ended[: len(began)] < began else ""
    if row.kind in {"education", "language"}:
        return "" if fields.get("level") else "level"
    return ""


def question_rows(
    *, profile: "Profile", at: datetime, sent: Mapping[str, str] | None = None
) -> list[QuestionRow]:
    """Return what is to be settled, side by side, with what she has sent so far."""
    sources = usable(citizen_id=profile.citizen_id, at=at)
    asked = profiles.questions_of(profile, sources=sources)
    return [_question(one, sent or {}) for one in asked]


def _question(one: profiles.Question, sent: Mapping[str, str]) -> QuestionRow:
    others = [_choice(one, version) for version in one.others]
    tellers = [teller for version in one.others for teller in version.tellers]
    separable = one.part in {"experience", "education"} and bool(one.have.value)
    key = f"{one.part}-{one.line}-{one.field}"
    return QuestionRow(
        key=key,
        part=one.part,
        line=one.line,
        field=one.field,
        about=source_words.about(one.part, one.line, one.about),
        asks=source_words.asks(one.part, one.field),
        have=_choice(one, one.have),
        others=others,
        writable=source_words.writable(one.part, one.field),
        separable=[(who.source, who.name) for who in tellers] if separable else [],
        chosen=sent.get(key, ""),
        written=sent.get(f"{key}-own", "")[:200],
    )


def _choice(one: profiles.Question, version: profiles.Version) -> Choice:
    return Choice(
        value=version.value,
        words=source_words.value(one.part, one.field, version.value),
        tellers=[source_words.teller(who) for who in version.tellers],
    )


def tellings(*, citizen_id: int) -> Sequence[Telling]:
    """Return what has told of her, newest first."""
    return list(Telling.objects.filter(citizen_id=citizen_id).order_by("-told_at", "-pk"))
