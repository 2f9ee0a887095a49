# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder of Markdown files into the library; a rerun changes nothing."""

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.text import slugify

from jobunivers.foundation.files import kinds
from jobunivers.foundation.files.actions import Refused
from jobunivers.foundation.tenancy import current_municipality_id, writing_shared
from jobunivers.rooms.library.actions.markdown_files import BadFile, Written, english, read
from jobunivers.rooms.library.actions.writing import keep_file
from jobunivers.rooms.library.models import Taken
from jobunivers.rooms.library.queries.bodies import check_body
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.actions import OfferEntry
from jobunivers.rooms.marketplace.queries import (
    Format,
    Kind,
    Offer,
    OfferState,
    Source,
    Way,
    versions_of,
)

_LONGEST_KEY = 80
_SOURCE = "markdown"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file or a row that is not taken, with the line and the reason."""

    name: str
    line: int
    reason: str


@dataclass(slots=True)
class Summary:
    """What became of an import's files or rows."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    left_out: int = 0  # rows that are no offer of their own
    set_aside: list[SetAside] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Importing:
    folder: Path
    source: Source
    written_by: str
    at: datetime
    summary: Summary


def import_contents(*, folder: Path, source: Source, written_by: str, at: datetime) -> Summary:
    """Take every Markdown file of a folder in as published content, shared or of the kommune.

    Args:
        folder: read with all that lies below it; `NAME.en.md` belongs to `NAME.md`.
        source: SHARED, or LOCAL within `working_for`.
        written_by: the author of files that name none.
        at: now.
    """
    summary = Summary()
    how = _Importing(folder=folder, source=source, written_by=written_by, at=at, summary=summary)
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            with transaction.atomic(), _lock(source):
                _take(path, how)
        except BadFile as bad:
            summary.set_aside.append(SetAside(name, bad.line, bad.reason))
        except (Refused, UnicodeDecodeError, OSError) as bad:
            summary.set_aside.append(SetAside(name, 1, str(bad)))
    return summary


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.md")):
        if not path.name.endswith(".en.md") and path.name != "README.md":
            yield path


def _lock(source: Source) -> AbstractContextManager[None]:
    return writing_shared() if source == Source.SHARED else nullcontext()


def _take(path: Path, how: _Importing) -> None:
    written, told_en, media = _read(path)
    digest = _digest(path, media)
    key = key_of(path.relative_to(how.folder).with_suffix("").as_posix())
    kind = Kind(written.told["kind"])
    before = _before(key, how.source)
    if before is not None and before.sha256 == digest:
        how.summary.unchanged += 1
        return
    entry = _entry(written, told_en, how.written_by)
    if before is None:
        offer = market.new_offer(key=key, kind=kind, source=how.source, entry=entry, at=how.at)
    else:
        offer = _still_ours(before.offer)
    body = [dict(one) for one in written.steps]
    _with_media(body, media, offer, how.at)
    _check(body, kind)
    told = replace(entry, body={"steps": body})
    market.save_version(offer=offer, version=offer.version, entry=told, at=how.at)
    publish_import(offer, written.told["review"], at=how.at)
    remember(offer, _SOURCE, digest, at=how.at)
    if before is None:
        how.summary.new += 1
    else:
        how.summary.changed += 1


def _still_ours(offer: Offer) -> Offer:
    """Refuse to write over what people have done since the last import."""
    if offer.state == OfferState.WITHDRAWN:
        raise BadFile(1, "people have withdrawn it since; it stays withdrawn")
    if versions_of(offer)[0].made_by_id is not None:
        raise BadFile(1, "people have written in it since; their text stays")
    return offer


def _check(body: list[dict[str, Any]], kind: Kind) -> None:
    problems = check_body({"steps": body}, kind=kind)
    if problems:
        raise BadFile(1, f"step {problems[0].step}: {problems[0].words}")


def publish_import(offer: Offer, review: Any, *, at: datetime) -> None:
    """Publish the newest version, with the day it is to be read again."""
    market.review_by(offer=offer, on=review)
    made = market.submit(offer=offer, at=at)
    market.approve(offer=offer, number=made.number, at=at)


def remember(offer: Offer, source: str, digest: str, *, at: datetime) -> None:
    """Keep what an offer was taken from."""
    rows = Taken.objects.filter(offer=offer)
    if not rows.update(sha256=digest, taken_at=at):
        Taken.objects.create(
            offer=offer,
            source=source,
            sha256=digest,
            taken_at=at,
            municipality_id=offer.municipality_id,
        )


def key_of(text: str) -> str:
    """Return a file's name as a key; a long one ends in a digest of the whole."""
    made = slugify(text.replace("/", "-").replace("æ", "ae").replace("ø", "oe").replace("å", "aa"))
    if len(made) <= _LONGEST_KEY and made:
        return made
    return f"{made[: _LONGEST_KEY - 9]}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _before(key: str, source: Source) -> Taken | None:
    kommune = None if source == Source.SHARED else current_municipality_id()
    taken = Taken.objects.filter(offer__key=key, offer__municipality=kommune)
    found = taken.select_related("offer__current").first()
    if found is None and Offer.objects.filter(key=key, municipality=kommune).exists():
        raise BadFile(1, f"the library has content with the key {key} that people wrote")
    return found


def _read(path: Path) -> tuple[Written, Written | None, dict[str, Path]]:
    written = read(path.read_text(encoding="utf-8"))
    other = path.with_suffix(".en.md")
    told_en = read(other.read_text(encoding="utf-8")) if other.exists() else None
    if told_en is not None:
        try:
            together = english(written, told_en)
        except BadFile as bad:
            raise BadFile(bad.line, f"{other.name}: {bad.reason}") from None
        written = Written(written.told, together, written.media)
    media: dict[str, Path] = {}
    for one in written.media:
        beside = (path.parent / one.name).resolve()
        if not beside.is_relative_to(path.parent.resolve()) or not beside.is_file():
            raise BadFile(1, f"there is no file {one.name} beside it")
        media[one.name] = beside
    return written, told_en, media


def _digest(path: Path, media: dict[str, Path]) -> str:
    made = hashlib.sha256()
    captions = [v.with_suffix(f".{one}.vtt") for v in media.values() for one in ("da", "en")]
    for one in (path, path.with_suffix(".en.md"), *media.values(), *captions):
        if one.exists():
            made.update(hashlib.sha256(one.read_bytes()).digest())
    return made.hexdigest()


def _entry(written: Written, other: Written | None, written_by: str) -> OfferEntry:
    told = written.told
    own = bool(written.steps)
    return OfferEntry(
        title_da=told["title"],
        summary_da=told["summary"],
        title_en=other.told["title"] if other else "",
        summary_en=other.told["summary"] if other else "",
        format=Format.VIRTUAL,
        way=Way.OWN if own else Way.CONTACT,
        level=told.get("level", ""),
        languages=tuple(told.get("language", ["da", "en"] if other else ["da"])),
        minutes=told.get("minutes"),
        skills=tuple(told.get("skills", ())),
        occupations=tuple(told.get("occupations", ())),
        categories=tuple(told.get("categories", ())),
        licence=told["licence"],
        translated=told.get("translated", "person" if other else ""),
        written_by=told.get("author", written_by),
    )


def _with_media(
    steps: list[dict[str, Any]], media: dict[str, Path], offer: Offer, at: datetime
) -> None:
    """Keep the files that the steps show, and put their numbers where their names stand."""
    for step in steps:
        for code, kind in (("image", kinds.IMAGE), ("video", kinds.VIDEO)):
            if code not in step:
                continue
            path = media[str(step[code])]
            upload = SimpleUploadedFile(path.name, path.read_bytes())
            step[code] = keep_file(offer=offer, upload=upload, kind=kind, by_id=None, at=at).pk
            if code == "video":
                for language in ("da", "en"):
                    beside = path.with_suffix(f".{language}.vtt")
                    if beside.exists():
                        step[f"captions_{language}"] = beside.read_text(encoding="utf-8-sig")
