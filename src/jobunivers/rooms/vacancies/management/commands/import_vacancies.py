# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers import vacancies SOURCE``: described in docs/importing.md."""

import argparse
import re
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import slugify

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.integrations.jobads import reading
from jobunivers.integrations.jobads.feed import FeedSource, FeedUnavailable, fetch
from jobunivers.integrations.jobads.formats import FORMATS
from jobunivers.integrations.jobads.formats.columns import FIELDS
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import Outcome
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.models import Origin, Source

INTERRUPTED = 130
_EVERY = 10.0  # seconds between two lines of progress where they do not overwrite each other
# One second of real time is so much of an "as of" day: later runs are later, and no run leaves it.
_SLOWED = 100_000
_WEB = ("http://", "https://")
_NAMES = ("added", "changed", "unchanged", "closed", "rejected", "repeated")


class Command(BaseCommand):
    """Takes advertisements in from a file, a folder, standard input or a feed."""

    help = "Take advertisements in from a file, a folder, '-' (standard input) or a feed's address."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        add = parser.add_argument
        add("source", help="a file, a folder, - for standard input, or an http(s) address")
        add("--source", dest="code", default="", help="the source's short name, made when new")
        add("--name", default="", help="the source's name, shown to people; a new one needs it")
        origins = [Origin.MARKET.value, Origin.SHARED.value]
        add("--origin", choices=origins, default="", help="where such content comes from")
        add("--licence", default="", help="under which the texts may be shown")
        add("--attribution", default="", help="the words the source wants to be named with")
        add("--format", default=reading.AUTO, help=f"auto, or one of {', '.join(FORMATS)}")
        add("--columns", default="", metavar="FIELD=COLUMN,…", help="for csv and jsonl")
        add("--language", default="", help="ISO 639-1 code, when the source never says")
        add("--country", default="", help="ISO 3166-1 code, when the source never says")
        add(
            "--kommune", default="", metavar="SLUG", help="a kommune's own source, seen by it alone"
        )
        add("--complete", action="store_true", help="what is not among the records has ended")
        add(
            "--as-of", type=_day, default=None, metavar="DATE", help="import as if it were this day"
        )
        add("--incremental", action="store_true", help="read a feed on from where it stopped")
        add("--retry", action="store_true", help="afterwards try the rejected records once more")
        add("--no-index", action="store_true", help="leave the search index to the worker")
        default = actions.default_processes()
        add("--processes", type=int, default=default, help=f"that read texts (here {default})")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Import, index, and say what became of each record."""
        began = time.perf_counter()
        at = _now(options["as_of"])
        self._last = 0.0
        so_far = actions.Summary()
        place = options["source"]
        columns = _columns(options["columns"])
        if options["format"] not in {reading.AUTO, *FORMATS}:
            known = ", ".join([reading.AUTO, *FORMATS])
            raise CommandError(f"unknown format {options['format']!r}; known: {known}")
        paths = _paths(place)
        source = _source(place, columns, options, at=at)
        reader = ReadOptions(
            columns=columns or dict(source.columns),
            language=options["language"],
            country=options["country"],
        )

        def progress(summary: actions.Summary) -> None:
            nonlocal so_far
            so_far = summary
            self._progress(summary, time.perf_counter() - began)

        shared = {
            "source": source,
            "at": at,
            "complete": options["complete"],
            "progress": progress,
            "processes": max(1, options["processes"]),
        }
        try:
            if place.startswith(_WEB):
                feed = FeedSource(
                    name=source.name, url=place, format=options["format"], options=reader
                )
                cursor = source.cursor if options["incremental"] else ""
                summary = actions.import_pages(pages=fetch(feed, cursor), **shared)
            else:
                records = _records(paths, options["format"], reader)
                summary = actions.import_records(records=records, **shared)
        except KeyboardInterrupt:
            self._summarise(so_far, time.perf_counter() - began)
            raise CommandError(
                "interrupted; what is counted above is confirmed, the rest comes next time",
                returncode=INTERRUPTED,
            ) from None
        except (FeedUnavailable, OSError) as error:
            self._summarise(so_far, time.perf_counter() - began)
            raise CommandError(f"the source broke off: {error}") from None
        if options["retry"]:
            taken = actions.retry_rejected(source=source, at=at)
            self.stdout.write(f"tried the rejected once more: {taken:,} taken in")
        self._summarise(summary, time.perf_counter() - began)
        if not options["no_index"]:
            self._index(at)
        if summary.read and summary.rejected == summary.read:
            raise CommandError("not one record could be taken in")

    def _index(self, at: datetime) -> None:
        read = actions.bring_index_up_to_date(at=at)
        what = f"{read:,} rows followed" if read else "up to date, or being written by the worker"
        self.stdout.write(f"Search index: {what}.")

    def _progress(self, summary: "actions.Summary", seconds: float) -> None:
        speed = summary.read / seconds if seconds else 0
        text = f"{summary.read:,} read, {summary.rejected:,} rejected, {speed:,.0f} a second"
        if sys.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{text}", ending="")
            self.stderr.flush()
        elif seconds - self._last > _EVERY:
            self._last = seconds
            self.stderr.write(text)

    def _summarise(self, summary: "actions.Summary", seconds: float) -> None:
        if sys.stderr.isatty():
            self.stderr.write("\r\x1b[K", ending="")
        parts = ", ".join(f"{getattr(summary, name):,} {name}" for name in _NAMES)
        self.stdout.write(f"{summary.read:,} read = {parts}")
        for reason, times in sorted(summary.reasons.items()):
            self.stdout.write(f"  rejected, {reason}: {times:,}")
        self.stdout.write(
            f"  of those added or changed, had from elsewhere: {summary.duplicates:,}"
        )
        if summary.ended:
            self.stdout.write(f"  ended, as the source has them no longer: {summary.ended:,}")
        verdict = "every record is accounted for" if summary.adds_up else "THE SUM IS WRONG"
        self.stdout.write(f"Done in {seconds:.1f} s; {verdict}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-11-23") from None


def _now(day: date | None) -> datetime:
    now = timezone.now()
    if day is None:
        return now
    noon = datetime.combine(day, time_of_day(12), tzinfo=timezone.get_current_timezone())
    return noon + timedelta(seconds=now.timestamp() / _SLOWED)


def _columns(text: str) -> dict[str, str]:
    columns = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, equals, column = pair.partition("=")
        if not equals or not column.strip():
            raise CommandError(f"--columns takes field=column pairs, not {pair!r}")
        columns[name.strip()] = column.strip()
    if unknown := sorted(set(columns) - FIELDS):
        known = ", ".join(sorted(FIELDS))
        raise CommandError(f"unknown field {', '.join(unknown)} in --columns; known: {known}")
    return columns


def _paths(place: str) -> list[Path]:
    """Return the files to read; none for standard input and the web."""
    if place == "-" or place.startswith(_WEB):
        return []
    path = Path(place)
    if path.is_dir():
        files = sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
        )
        if not files:
            raise CommandError(f"the folder {place} holds no files")
        return files
    if not path.is_file():
        raise CommandError(f"there is no file or folder {place}")
    return [path]


def _records(paths: list[Path], name: str, options: ReadOptions) -> Iterator[Outcome]:
    if not paths:
        yield from reading.read(sys.stdin.buffer, name, options)
    for path in paths:
        with path.open("rb") as stream:
            yield from reading.read(stream, name, options)


def _source(
    place: str, columns: dict[str, str], options: dict[str, Any], *, at: datetime
) -> Source:
    """Return the source, made when new; what is not said on the command line stays as it was."""
    municipality_id = None
    if options["kommune"]:
        municipality = tenancy.opened_by_slug(options["kommune"])
        if municipality is None:
            raise CommandError(f"no kommune {options['kommune']!r} is opened")
        municipality_id = municipality.pk
        if options["origin"]:
            raise CommandError("a kommune's own source has the origin 'own'; leave --origin out")
    code = options["code"] or _code(place)
    if not re.fullmatch(r"[-\w]{1,60}", code):
        raise CommandError(f"{code!r} is no short name: letters, digits and hyphens, at most 60")
    known = actions.known_source(code=code, municipality_id=municipality_id)
    if known is None and not options["name"].strip():
        raise CommandError(f"{code!r} is a new source: say what people shall call it, --name NAME")
    origin = Origin.OWN if municipality_id else options["origin"] or Origin.MARKET.value
    chosen = options["format"]
    if known:
        chosen = known.format if chosen == reading.AUTO else chosen
        origin = known.origin if not options["origin"] else origin
    return actions.ensure_source(
        code=code,
        name=options["name"].strip() or (known.name if known else code),
        record_format=chosen,
        at=at,
        origin=Origin(origin),
        municipality_id=municipality_id,
        url=place if place.startswith(_WEB) else known.url if known else "",
        licence=options["licence"] or (known.licence if known else ""),
        attribution=options["attribution"] or (known.attribution if known else ""),
        columns=columns or (known.columns if known else {}),
    )


def _code(place: str) -> str:
    if place == "-":
        raise CommandError("standard input has no name: say --source CODE")
    if place.startswith(_WEB):
        return slugify(urlsplit(place).hostname or "")[:60]
    path = Path(place)
    return slugify((path if path.is_dir() else path.with_suffix("")).resolve().name.split(".")[0])[
        :60
    ]
