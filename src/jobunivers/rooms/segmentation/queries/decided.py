# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moves between courses as choices about a citizen: told, shown whole, made again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.models import Move, MoveKind, Override
from jobunivers.rooms.segmentation.queries.courses import CourseName, called, course_names
from jobunivers.rooms.segmentation.queries.explaining import make_again
from jobunivers.rooms.segmentation.queries.facts import FACTS, value_words
from jobunivers.rooms.segmentation.queries.moves_page import HER_KINDS, because
from jobunivers.rooms.segmentation.queries.policies import read_by_id
from jobunivers.science.segmentation import VERSION
from jobunivers.trust import decided
from jobunivers.trust.decided import Choice, Compared, Reproduction, Said, Shown

_MODEL, _CHANCE = "segmentation", "chance"
_BY_A_PERSON = (MoveKind.OVERRIDE, MoveKind.OVERRIDE_ENDED)


def offer() -> None:
    """Offer the moves; said once, in `apps.py`."""
    decided.offer(
        decided.Decided(
            code="course",
            name=_("Dit forløb"),
            about=_("Kommunens regler siger, hvilken hjælp du bliver tilbudt."),
            models=(_MODEL, _CHANCE),
            rows=_rows,
            tell=_tell,
            show=_show,
            reproduce=_reproduce,
            looks="segment",
            unread=("inputs", "reasons"),
        )
    )


def _rows(citizen_id: int | None) -> QuerySet[Move]:
    # That she is out of work no longer is a fact and no choice.
    found = Move.objects.exclude(kind=MoveKind.LEFT)
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _tell(rows: Sequence[Move], language: str) -> list[Choice]:
    names = course_names(language)
    return [_choice(row, names) for row in rows]


def _choice(row: Move, names: Mapping[str, CourseName]) -> Choice:
    course = {"course": called(names, row.to_course)}
    if row.from_course in {"", row.to_course}:
        what = gettext("Du fik tilbudt forløbet “%(course)s”") % course
    else:
        course["before"] = called(names, row.from_course)
        what = gettext("Du fik tilbudt forløbet “%(course)s” i stedet for “%(before)s”") % course
    return Choice(
        pk=row.pk,
        at=row.at,
        what=what,
        why=str(HER_KINDS.get(row.kind, row.kind)),
        model=VERSION,
        by_id=row.actor_id,
    )


def _show(row: Move, language: str) -> Shown:
    names = course_names(language)
    policy = read_by_id(row.policy_id)
    facts: Mapping[str, Any] = row.inputs.get("facts", {})
    versions = [Said(gettext("Programmet, der følger reglerne"), VERSION)]
    if policy is not None:
        number = wording.number(policy.row.number)
        versions.append(Said(gettext("Regler nummer"), number))
        versions.append(Said(gettext("Besluttet af"), policy.row.decided_by))
    if row.model:
        versions.append(Said(gettext("Chancen er regnet af"), row.model))
    reasons = [Said(gettext("Det talte"), one) for one in because(row.reasons)]
    return Shown(
        choice=_choice(row, names),
        inputs=[
            Said(str(FACTS[code].name), value_words(code, value))
            for code, value in facts.items()
            if code in FACTS
        ],
        reasons=reasons or [Said(gettext("Det talte"), str(HER_KINDS.get(row.kind, row.kind)))],
        versions=versions,
        last_word=_last_word(row),
        model_code=_MODEL,
        page=reverse("segmentation:journey"),
        page_words=gettext("Se dit forløb"),
        object_path=reverse("segmentation:object"),
    )


def _last_word(row: Move) -> str:
    if row.kind not in _BY_A_PERSON:
        return gettext("Det er et tilbud. Du kan sige nej, og et menneske svarer dig.")
    found = Override.objects.filter(citizen_id=row.citizen_id, at__lte=row.at)
    chosen = found.order_by("-at", "-pk").first()
    if chosen is None or row.kind == MoveKind.OVERRIDE_ENDED:
        return gettext("Et menneskes valg udløb, og så gælder reglerne igen.")
    return gettext("Et menneske valgte: %(reason)s") % {"reason": chosen.reason}


def _reproduce(row: Move, language: str) -> Reproduction:
    """Follow the rules of that day again, with the facts of that day."""
    again = make_again(row)
    if again is None:
        missing = gettext("Det, reglerne så dengang, er ikke gemt")
        if "facts" in row.inputs:
            missing = gettext("De regler, der gjaldt dengang, er ikke gemt")
        return Reproduction(missing=[missing])
    names = course_names(language)
    kinds = {kind: str(words) for kind, words in HER_KINDS.items()}
    return Reproduction(
        compared=[
            Compared(gettext("Forløb"), called(names, row.to_course), called(names, again.course)),
            Compared(
                gettext("Trin på trappen"),
                wording.number(row.to_step),
                wording.number(again.step),
            ),
            Compared(
                gettext("Grund"), kinds.get(row.kind, row.kind), kinds.get(again.kind, again.kind)
            ),
        ]
    )
