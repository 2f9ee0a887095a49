# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of many as staff look it through, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.followup.models import Batch, BatchAct, BatchItem, BatchState, ItemState
from jobunivers.rooms.followup.queries.left_out import MAY_COME_BACK, WHY
from jobunivers.rooms.followup.queries.tasks import NamesOf

ACTS: Mapping[str, Promise] = {
    BatchAct.INVITE: _("Inviter til en samtale"),
    BatchAct.REMIND: _("Mind om en samtale"),
    BatchAct.WRITE: _("Skriv til dem"),
    BatchAct.TASK: _("Lav en opgave om hver"),
    BatchAct.NOTE: _("Skriv et notat om hver"),
}
STATES: Mapping[str, Promise] = {
    BatchState.DRAFT: _("Ikke sendt"),
    BatchState.WAITING: _("Venter på at blive sendt"),
    BatchState.SENDING: _("Bliver sendt nu"),
    BatchState.DONE: _("Sendt"),
    BatchState.DROPPED: _("Smidt væk"),
}
_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One citizen of the list."""

    item: BatchItem
    name: str
    why: Promise | str
    may_come_back: bool


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A list, counted, with a page of those who stand in one part of it."""

    batch: Batch
    act: Promise | str
    state: Promise | str
    counts: Mapping[str, int]
    parts: list[tuple[str, Promise, int]]
    part: str
    lines: list[ItemLine]
    sheet: Page[BatchItem]
    shown: list[int]

    @property
    def may_send(self) -> bool:
        """Say whether there is anybody to send to."""
        return self.batch.state == BatchState.DRAFT and self.counts[ItemState.READY] > 0


_PARTS: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "": (_("Får det"), (ItemState.READY, ItemState.DONE)),
    "ikke": (_("Får det ikke"), (ItemState.LEFT_OUT, ItemState.AWAY)),
    "fejl": (_("Gik ikke"), (ItemState.FAILED,)),
}


def batch_page(batch: Batch, *, part: str, page: str | None, names_of: NamesOf) -> BatchPage:
    """Return a list of many: each one's text, and who does not get it and why."""
    counted = dict(batch.items.order_by().values_list("state").annotate(many=Count("pk")))
    counts = {state.value: counted.get(state.value, 0) for state in ItemState}
    part = part if part in _PARTS else ""
    rows = batch.items.filter(state__in=_PARTS[part][1]).order_by("pk")
    sheet = Paginator(rows, _PER_PAGE).get_page(page)
    items = list(sheet.object_list)
    names = names_of([one.citizen_id for one in items]) if items else {}
    parts = [
        (code, words, sum(counts[one] for one in states))
        for code, (words, states) in _PARTS.items()
    ]
    return BatchPage(
        batch=batch,
        act=ACTS[batch.act],
        state=STATES[batch.state],
        counts=counts,
        parts=[one for one in parts if one[2] or not one[0]],
        part=part,
        lines=[_line(one, names) for one in items],
        sheet=sheet,
        shown=sorted(names),
    )


def _line(item: BatchItem, names: Mapping[int, str]) -> ItemLine:
    back = item.state == ItemState.AWAY or item.why in MAY_COME_BACK
    return ItemLine(item, names.get(item.citizen_id, ""), WHY.get(item.why, ""), back)


def batches_of(staff_id: int) -> QuerySet[Batch]:
    """Return the lists a member of staff has made, newest first, with how many they reach."""
    reached = Count("items", filter=Q(items__state__in=[ItemState.READY, ItemState.DONE]))
    failed = Count("items", filter=Q(items__state=ItemState.FAILED))
    made = Batch.objects.filter(made_by_id=staff_id).exclude(state=BatchState.DROPPED)
    return made.annotate(reached=reached, failed=failed).order_by("-made_at", "-pk")
