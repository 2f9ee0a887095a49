# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing law texts in: document by document, each whole or not at all, again without harm."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any

from django.db import connection, transaction

from jobunivers.integrations.law import Bad, DocumentRecord, ProvisionRecord
from jobunivers.rooms.law.actions.citations import find_citations
from jobunivers.rooms.law.models import LawDocument, LawImport, LawWord, Provision
from jobunivers.science.law.provisions import clean, in_force_from, repeals

_LOCK = 6_120_012  # one run at a time writes
_MOST_KEPT = 200
_FIELDS = ["section", "chapter", "heading", "position", "text"]
_CONSOLIDATED = "Bekendtgørelse af "
_LONGEST_AGO = date(1849, 6, 5)


@dataclass(slots=True)
class Summary:
    """What became of the records; documents, provisions, repeated and set aside were read."""

    documents: int = 0
    provisions: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    repeated: int = 0
    set_aside: int = 0
    kept: list[dict[str, object]] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Return the numbers alone."""
        names = "documents provisions added changed removed repeated set_aside"
        return {name: getattr(self, name) for name in names.split()}

    def bad(self, one: Bad) -> None:
        """Count one that is set aside, and keep the first of them."""
        self.set_aside += 1
        if len(self.kept) < _MOST_KEPT:
            self.kept.append({"file": one.file, "line": one.line, "reason": one.reason})


def import_law(
    *,
    documents: Iterable[DocumentRecord | Bad],
    provisions: Iterable[ProvisionRecord | Bad],
    source: str,
    at: datetime,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Write documents and their paragraphs; what is there already and the same is left alone.

    Each document's paragraphs are one transaction. A run that is broken off leaves whole documents
    and a run without an end, which pages tell; the next run goes over everything again.
    """
    run = LawImport.objects.create(source=source[:300], started_at=at)
    summary = Summary()
    rows = _documents(documents, summary, at=at)
    seen: dict[int, set[str]] = {}
    for key, group in groupby(_good(provisions, summary), key=lambda one: (one.year, one.number)):
        document = rows.get(key)
        if document is None:
            for one in group:
                text = f"belongs to {key[0]}:{key[1]}, which is no document that was read"
                summary.bad(Bad("provisions.jsonl", one.line, text))
            continue
        _write(document, list(group), seen.setdefault(document.pk, set()), summary)
        if progress:
            progress(summary)
    _finish(run, rows.values(), seen, summary, at=at)
    return summary


def _good(found: Iterable[ProvisionRecord | Bad], summary: Summary) -> Iterator[ProvisionRecord]:
    for one in found:
        if isinstance(one, Bad):
            summary.bad(one)
        else:
            yield one


@transaction.atomic
def _documents(
    found: Iterable[DocumentRecord | Bad], summary: Summary, *, at: datetime
) -> dict[tuple[int, int], LawDocument]:
    """Write the documents; those read, by year and number, and no others."""
    _lock()
    rows = {(row.year, row.number): row for row in LawDocument.objects.order_by("pk")}
    read: dict[tuple[int, int], LawDocument] = {}
    for one in found:
        if isinstance(one, Bad):
            summary.bad(one)
            continue
        key = (one.year, one.number)
        if key in read:
            summary.repeated += 1
            continue
        summary.documents += 1
        values: dict[str, Any] = {
            "kind": one.kind, "title": one.title, "issued_on": one.issued_on, "source": one.source
        }  # fmt: skip
        row = rows.get(key) or LawDocument(year=one.year, number=one.number)
        if row.pk is None or any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.changed_at = at
            row.save()
        read[key] = row
    return read


@transaction.atomic
def _write(
    document: LawDocument, group: list[ProvisionRecord], seen: set[str], summary: Summary
) -> None:
    _lock()
    stored = {row.reference: row for row in Provision.objects.filter(document=document)}
    new, changed = [], []
    for one in group:
        if one.reference in seen:
            summary.repeated += 1
            continue
        seen.add(one.reference)
        summary.provisions += 1
        values = {
            "section": one.section, "chapter": one.chapter, "heading": one.heading,
            "position": len(seen), "text": clean(one.text),
        }  # fmt: skip
        row = stored.get(one.reference)
        if row is None:
            new.append(Provision(document=document, reference=one.reference, **values))
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            changed.append(row)
    Provision.objects.bulk_create(new, batch_size=500)
    Provision.objects.bulk_update(changed, _FIELDS, batch_size=500)
    summary.added += len(new)
    summary.changed += len(changed)
    if new or changed:
        _word(document)


@transaction.atomic
def _finish(
    run: LawImport,
    documents: Iterable[LawDocument],
    seen: dict[int, set[str]],
    summary: Summary,
    *,
    at: datetime,
) -> None:
    """Take away what its document no longer holds, derive dates, count words, end the run."""
    _lock()
    for document in documents:
        gone = Provision.objects.filter(document=document)
        gone = gone.exclude(reference__in=seen.get(document.pk, ()))
        summary.removed += gone.count()
        gone.delete()
    derive_dates()
    _count_words()
    find_citations()
    run.counts, run.set_aside, run.finished_at = summary.counts(), summary.kept, at
    run.save()


def derive_dates() -> None:
    """Say of each document since when it holds, and until when, as the texts here tell it.

    From: its own words; a consolidation without any, from the day it was issued. Until: the first
    day of an order that repeals it by number, or of a newer consolidation of the same act.
    """
    rows = list(LawDocument.objects.order_by("year", "number", "pk"))
    by_number = {(row.number, row.year): row for row in rows}
    before = {row.pk: (row.in_force_from, row.in_force_until, row.replaced_by) for row in rows}
    texts: dict[int, list[str]] = {}
    said = Provision.objects.filter(text__iregex="træder i kraft|ophæves")
    for pk, text in said.order_by("position", "pk").values_list("document_id", "text"):
        texts.setdefault(pk, []).append(text)
    for row in rows:
        found = filter(None, (in_force_from(text) for text in texts.get(row.pk, ())))
        consolidated = row.kind == "LBK"
        row.in_force_from = row.issued_on if consolidated else next(found, None)
        row.in_force_until, row.replaced_by = None, ""
    for row in rows:
        start = row.in_force_from or row.issued_on
        for text in texts.get(row.pk, ()):
            for number in repeals(text):
                _ends(by_number.get(number), start, row)
    _consolidations(rows)
    now = {row.pk: (row.in_force_from, row.in_force_until, row.replaced_by) for row in rows}
    LawDocument.objects.bulk_update(
        [row for row in rows if now[row.pk] != before[row.pk]],
        ["in_force_from", "in_force_until", "replaced_by"],
        batch_size=500,
    )


def _consolidations(rows: list[LawDocument]) -> None:
    acts: dict[str, list[LawDocument]] = {}
    for row in rows:
        acts.setdefault(act_of(row.title), []).append(row)
    for same in acts.values():
        ordered = sorted(same, key=lambda row: (row.issued_on, row.number))
        for older, newer in pairwise(ordered):
            if newer.kind == "LBK" and older.kind in {"LBK", "LOV"}:
                _ends(older, newer.issued_on, newer)


def act_of(title: str) -> str:
    """Return an act's own name, without the words of its consolidation and without "m.v."."""
    name = title.removeprefix(_CONSOLIDATED).lower().replace("m.v.", "").replace("m.m.", "")
    return " ".join(name.split(" (")[0].split())


def _ends(row: LawDocument | None, on: date, by: LawDocument) -> None:
    """Let a document end, unless it ended earlier already; nothing ends before it was issued."""
    if row is None or row.pk == by.pk or on < max(row.issued_on, _LONGEST_AGO):
        return
    if row.in_force_until is None or on < row.in_force_until:
        row.in_force_until, row.replaced_by = on, str(by)


def _word(document: LawDocument) -> None:
    """Let PostgreSQL find the words of a document's paragraphs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE law_provision SET vector ="
            " setweight(to_tsvector('danish', heading), 'B') || to_tsvector('danish', text)"
            " WHERE document_id = %s",
            [document.pk],
        )
        cursor.execute(
            "UPDATE law_provision SET words = length(vector) WHERE document_id = %s", [document.pk]
        )


def _count_words() -> None:
    LawWord.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO law_lawword (word, provisions)"
            " SELECT word, ndoc FROM ts_stat('SELECT vector FROM law_provision')"
        )


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
