# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of chances: which model runs here, and how good it was when learned."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.models import ChanceModel
from jobunivers.science.chances import Limits
from jobunivers.trust import local, register
from jobunivers.trust.cards import chance
from jobunivers.trust.local import LocalFigure
from jobunivers.trust.register import ModelCard

_BOUNDED = ("calibration", "overall", "group", "between")


def register_card() -> None:
    """Put the model in the register; said once, in `apps.py`."""
    register.register(chance.CODE, chance_card)
    local.provide_figures(chance.CODE, local_figures)


def limits() -> Limits:
    """Return what a learned model must hold: the program's limits, and what settings change."""
    return replace(Limits(), **settings.CHANCE_LIMITS)


def chance_card() -> ModelCard:
    """Return the card with what tells chances in the kommune worked for; the rules outside one."""
    held = {name: float(asdict(limits())[name]) for name in _BOUNDED}
    row = in_use()
    if row is None:
        return chance.card(chance.Running(chance.RULES, None, None, held))
    since = timezone.localdate(row.activated_at) if row.activated_at else None
    return chance.card(chance.Running(row.version, row.spells, since, held))


def in_use() -> ChanceModel | None:
    """Return the learned model in use in the kommune worked for, without its content."""
    if municipality_id_or_none() is None:
        return None
    rows = ChanceModel.objects.filter(activated_at__isnull=False, retired_at=None)
    return rows.defer("content").order_by("pk").first()


def local_figures(at: datetime) -> Sequence[LocalFigure]:  # noqa: ARG001 - a provider's signature
    """Return how good the model in use was on people it had not seen; nothing of the rules."""
    row = in_use()
    if row is None:
        return ()
    quality = row.quality
    told = [
        LocalFigure(
            _("Rigtig rækkefølge af to"),
            _between(quality["concordance"]),
            _("Hvor tit den, der fik arbejde først, også havde det højeste tal. 0,5 er et gæt."),
        )
    ]
    for horizon in quality["horizons"]:
        name = _("Kan kende forskel, %(weeks)d uger") % {"weeks": horizon["weeks"]}
        told.append(LocalFigure(name, _between(horizon["auc"]), _("1 er altid. 0,5 er et gæt.")))
        name = _("Rammer ved siden af, %(weeks)d uger") % {"weeks": horizon["weeks"]}
        told.append(LocalFigure(name, wording.number(horizon["error"], 3), _("0 er intet.")))
    gaps = [group["gap"]["value"] for group in quality["groups"]]
    if gaps:
        told.append(
            LocalFigure(
                _("Største afstand for en gruppe"),
                wording.number(max(gaps, key=abs), 3),
                _("Tallet minus det, der skete. Over 0 er for højt."),
            )
        )
    return told


def _between(estimate: dict[str, float]) -> str:
    low, high = (wording.number(estimate[one], 2) for one in ("low", "high"))
    return f"{wording.number(estimate['value'], 2)} ({low}–{high})"
