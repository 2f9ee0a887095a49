# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All her data written down: JSON that another system can read, a PDF that she can."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobunivers.foundation.datamap import Holding
from jobunivers.foundation.ui.paper import Paper
from jobunivers.foundation.ui.wording import clock, day_year, number
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.rooms.mydata.models import Download
from jobunivers.rooms.mydata.queries import values
from jobunivers.rooms.mydata.queries.held import Facts, GroupLine, Reader, facts, overview
from jobunivers.rooms.mydata.queries.rows import has_open_key, newest_first, shown

SCHEMA = "jobunivers/mine-data/1"
ON_PAPER = 500  # newest rows of a kind on paper; the JSON has all
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Whose data is written down, when, in which language, and the kommune's days."""

    reader: Reader
    name: str
    kommune: str
    language: str
    at: datetime
    days: Mapping[str, int]


def downloads(person_id: int) -> list[Download]:
    """Return what she has asked to take with her, the newest first."""
    rows = Download.objects.filter(person_id=person_id).order_by("-asked_at", "-pk")
    return list(rows[:50])


def as_json(whole: Whole) -> Iterator[str]:
    """Yield all her data as one JSON object, a piece at a time: it is never held whole."""
    head = {
        "schema": SCHEMA,
        "name": whole.name,
        "kommune": whole.kommune,
        "language": whole.language,
        "made_at": whole.at.isoformat(),
    }
    yield f'{_json(head)[:-1]},"groups":['
    for place, line in enumerate(overview(whole.reader)):
        told = {
            "code": line.group.code,
            "name": str(line.group.name),
            "about": str(line.group.what),
        }
        yield f'{"," if place else ""}\n{_json(told)[:-1]},"kinds":['
        for nth, kind in enumerate(line.kinds):
            yield from _kind_as_json(whole, kind.holding, kind.count, first=not nth)
        yield "]}"
    yield "\n]}\n"


def _kind_as_json(whole: Whole, holding: Holding, count: int, *, first: bool) -> Iterator[str]:
    said = facts(holding, whole.days)
    told = {
        "code": holding.label,
        "what": str(holding.what),
        "source": said.source,
        "purpose": {"code": holding.purpose, "name": said.purpose},
        "legal_basis": {"name": said.basis, "law": said.law},
        "seen_by": list(said.seen_by),
        "kept": {"code": holding.retention, "name": said.kept, "why": said.kept_why},
        "count": count,
        "fields": {name: str(field.name) for name, field in holding.shown.items()},
    }
    yield f'{"" if first else ","}\n{_json(told)[:-1]},"rows":['
    if count:
        yield from _rows_as_json(whole, holding)
    yield "]}"


def _rows_as_json(whole: Whole, holding: Holding) -> Iterator[str]:
    comma = ""
    for rows in _in_batches(whole, holding):
        names = values.names_of(values.people_in(holding, rows), own_id=whole.reader.pk)
        for row in rows:
            yield f"{comma}\n{_json(_row_for_machines(holding, row, names))}"
            comma = ","


def _in_batches(whole: Whole, holding: Holding) -> Iterator[list[models.Model]]:
    rows = newest_first(holding, whole.reader.pk).iterator(chunk_size=_AT_A_TIME)
    yield from _batches(rows)


def _batches(rows: Iterable[models.Model]) -> Iterator[list[models.Model]]:
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_A_TIME)):
        yield some


def _row_for_machines(holding: Holding, row: models.Model, names: values.Names) -> dict[str, Any]:
    """Return a row: its values, and beside them what a code or a number means."""
    plain: dict[str, Any] = {}
    said: dict[str, str] = {}
    shielded = values.shielded_in(holding, row)
    for name, field in holding.shown.items():
        if name in shielded:
            plain[name], said[name] = None, shielded[name]
            continue
        value = values.for_machines(values.value_of(row, name))
        plain[name] = value
        # Dates, numbers and texts say themselves.
        if values.needs_words(holding, name, field):
            words = values.in_words(holding, name, field, row, names)
            if words and words != str(value):
                said[name] = words
    told: dict[str, Any] = {"id": str(row.pk)} if has_open_key(holding) else {}
    return {**told, "values": plain, "in_words": said}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def on_paper(whole: Whole) -> bytes:
    """Return all her data as a PDF (A4); of long lists the newest, and it says so."""
    paper = Paper(title=_("Mine data"), language=whole.language)
    paper.heading(_("Mine data"), size=22)
    when = f"{day_year(whole.at)} {clock(whole.at)}"
    paper.text(
        _("%(name)s · %(kommune)s · Skrevet ud %(when)s")
        % {"name": whole.name, "kommune": kommune_name(whole.kommune), "when": when},
        grey=True,
    )
    paper.text(_("Her står alt, hvad %(kommune)s har om dig på denne side.")
               % {"kommune": kommune_name(whole.kommune)})  # fmt: skip
    lines = overview(whole.reader)
    for line in lines:
        if line.some:
            _group_on_paper(paper, whole, line)
    _nothing_on_paper(paper, lines)
    return paper.finished()


def _group_on_paper(paper: Paper, whole: Whole, line: GroupLine) -> None:
    paper.heading(str(line.group.name), size=16)
    paper.text(str(line.group.what), grey=True)
    for kind in line.some:
        paper.heading(f"{kind.holding.what} ({number(kind.count)})", size=12)
        for said in fact_lines(facts(kind.holding, whole.days)):
            paper.text(said, grey=True)
        rows = list(newest_first(kind.holding, whole.reader.pk)[:ON_PAPER])
        for some in _batches(rows):
            for row in shown(whole.reader, kind.holding, some):
                paper.text(f"–  {row.title}", bold=True)
                paper.text("\n".join(f"{one.name}: {one.text}" for one in row.pairs), indent=5)
        if kind.count > len(rows):
            older = kind.count - len(rows)
            paper.text(
                ngettext(
                    "%(count)s ældre står i filen til maskiner (JSON).",
                    "%(count)s ældre står i filen til maskiner (JSON).",
                    older,
                )
                % {"count": number(older)},
                grey=True,
            )


def _nothing_on_paper(paper: Paper, lines: Sequence[GroupLine]) -> None:
    none = [str(one.holding.what) for line in lines for one in line.none]
    if none:
        paper.heading(_("Det har vi ikke noget af"), size=16)
        paper.text("\n".join(f"–  {one}" for one in none), grey=True)


def fact_lines(said: Facts) -> list[str]:
    """Return what is said of a kind of data as lines."""
    seen = ", ".join(said.seen_by) or _("Kun dig")
    return [
        _("Fra: %(source)s") % {"source": said.source},
        _("Hvorfor: %(purpose)s (%(basis)s. %(law)s)")
        % {"purpose": said.purpose, "basis": said.basis, "law": said.law},
        _("Hvem må se det: %(seen)s") % {"seen": seen},
        _("Hvor længe: %(kept)s. %(then)s") % {"kept": said.kept, "then": said.then},
    ]
