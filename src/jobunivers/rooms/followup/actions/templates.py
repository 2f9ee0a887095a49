# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune's own texts of templates: added, never changed."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.followup.models import LetterTemplate
from jobunivers.rooms.followup.queries.templates import template, unknown_fields, versions


class UnknownField(Exception):  # noqa: N818 - it reads as what is wrong
    """A text asks for a field that nobody can fill; the argument is its name."""


class ChangedTemplate(Exception):  # noqa: N818 - it reads as what happened
    """A colleague has written a newer text; `newest` is it."""

    def __init__(self, newest: LetterTemplate | None) -> None:
        super().__init__()
        self.newest = newest


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEntry:
    """What an editor writes."""

    kind: str
    way: str
    title_da: str
    body_da: str
    title_en: str
    body_en: str


def save_template(
    *, code: str, entry: TemplateEntry, number: int, actor_id: int, at: datetime
) -> LetterTemplate:
    """Add the kommune's next text of a template.

    Args:
        code: which; a new one makes a template of the kommune's own.
        entry: its texts.
        number: the kommune's newest text that the editor had before her; 0 when it had none.
        actor_id: who writes.
        at: when.

    Raises:
        UnknownField: a text asks for what nobody can fill.
        ChangedTemplate: there is a newer text than she had before her.
    """
    for text in (entry.title_da, entry.body_da, entry.title_en, entry.body_en):
        for name in unknown_fields(text):
            raise UnknownField(name)
    return _added(code, number, actor_id, at, withdrawn=False, **asdict(entry))


def withdraw_template(*, code: str, number: int, actor_id: int, at: datetime) -> None:
    """Go back to the country's text, or take the kommune's own template out of use."""
    used = template(code)
    if used is None or used.number == 0:
        return
    _added(
        code, number, actor_id, at, withdrawn=True, kind=used.kind, way=used.way,
        title_da=used.titles["da"], body_da=used.bodies["da"],
        title_en=used.titles["en"], body_en=used.bodies["en"],
    )  # fmt: skip


@transaction.atomic
def _added(
    code: str, number: int, actor_id: int, at: datetime, *, withdrawn: bool, **texts: str
) -> LetterTemplate:
    kept = versions(code)
    newest = kept[0] if kept else None
    if (newest.number if newest else 0) != number:
        raise ChangedTemplate(newest)
    try:
        with transaction.atomic():
            row = LetterTemplate.objects.create(
                code=code, number=number + 1, withdrawn=withdrawn, made_at=at,
                made_by_id=actor_id, **texts,
            )  # fmt: skip
    except IntegrityError:
        raise ChangedTemplate(versions(code)[0]) from None
    events.record(
        "followup.template_withdrawn" if withdrawn else "followup.template_saved",
        at=at,
        actor_id=actor_id,
        data={"code": code, "number": row.number},
    )
    return row
