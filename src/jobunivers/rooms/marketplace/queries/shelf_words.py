# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the word on an offer reads to an editor: whose it is, for whom it holds, and why."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.marketplace.models import LinkState, Offer, OfferState, ShelfEntry, Stance
from jobunivers.science.shelving import Reason, Tier

STANCES: Mapping[str, Promise] = {
    Stance.SHOW: gettext_lazy("Vises"),
    Stance.FEATURE: gettext_lazy("Fremhæves"),
    Stance.HIDE: gettext_lazy("Skjult"),
}
LINKS: Mapping[str, Promise] = {
    LinkState.WORKS: gettext_lazy("Adressen svarer."),
    LinkState.GONE: gettext_lazy("Siden findes ikke mere."),
    LinkState.FAILS: gettext_lazy("Siden svarer med en fejl."),
    LinkState.SILENT: gettext_lazy("Siden svarer ikke."),
    LinkState.LOOP: gettext_lazy("Adressen sender videre og videre uden ende."),
    LinkState.REFUSED: gettext_lazy("Adressen fører et sted hen, som vi ikke åbner."),
    LinkState.CLOSED: gettext_lazy("Siden vil ikke besøges af robotter. Se selv efter."),
}
_BY: Mapping[Reason, Mapping[Tier, Promise]] = {
    Reason.SHOWN: {
        Tier.COUNTRY: gettext_lazy("Den står på landets hylde."),
        Tier.CLUSTER: gettext_lazy("Klyngen viser den."),
        Tier.KOMMUNE: gettext_lazy("Kommunen viser den."),
    },
    Reason.FEATURED: {
        Tier.COUNTRY: gettext_lazy("Den er fremhævet på landets hylde."),
        Tier.CLUSTER: gettext_lazy("Klyngen fremhæver den."),
        Tier.KOMMUNE: gettext_lazy("Kommunen fremhæver den."),
    },
    Reason.HIDDEN: {
        Tier.COUNTRY: gettext_lazy("Den er skjult på landets hylde."),
        Tier.CLUSTER: gettext_lazy("Klyngen har skjult den."),
        Tier.KOMMUNE: gettext_lazy("Kommunen har skjult den."),
    },
    Reason.TAKEN_DOWN: {
        Tier.COUNTRY: gettext_lazy("Den er taget ned i hele landet."),
        Tier.CLUSTER: gettext_lazy("Klyngen har taget den ned fra alle hylder."),
        Tier.KOMMUNE: gettext_lazy("Kommunen har taget den ned fra alle hylder."),
    },
}
_ELSE: Mapping[Reason, Promise] = {
    Reason.SHELF_HIDDEN: gettext_lazy("Hele hylden er skjult."),
    Reason.OTHER_COURSE: gettext_lazy("Den er kun for andre forløb."),
    Reason.NOT_YET: gettext_lazy("Den vises først fra en senere dag."),
    Reason.OVER: gettext_lazy("Den skulle kun vises til en dag, der er gået."),
    Reason.LEVEL: gettext_lazy("Den kræver et højere trin, end kommunen er på."),
}


def reason_words(reason: Reason, tier: Tier) -> str:
    """Return why an offer stands on a shelf or does not, in a sentence."""
    return str(_BY[reason][tier] if reason in _BY else _ELSE[reason])


def limits_of(row: ShelfEntry, names: Mapping[str, str]) -> list[str]:
    """Return for whom and when a word holds; nothing: always, for all."""
    limits = []
    if row.courses:
        called = ", ".join(names.get(code, code) for code in row.courses)
        limits.append(_("Kun for %(courses)s") % {"courses": called})
    if row.least_version > 1:
        limits.append(_("Fra trin %(level)s") % {"level": row.least_version})
    if span := _span(row.starts_on, row.ends_on):
        limits.append(span)
    return limits


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return _("Fra %(first)s til %(last)s") % {"first": day_year(first), "last": day_year(last)}
    if first:
        return _("Fra %(first)s") % {"first": day_year(first)}
    return _("Til %(last)s") % {"last": day_year(last)} if last else ""


def problem_of(offer: Offer) -> str:
    """Return what keeps an offer from every shelf, in a sentence; nothing: it may stand there."""
    if offer.state == OfferState.WITHDRAWN:
        return _("Den er trukket tilbage og vises ikke.")
    if offer.state != OfferState.APPROVED:
        return _("Den er ikke godkendt endnu og vises ikke.")
    if offer.blocked:
        return _("Leverandøren mangler noget, så den vises ikke.")
    return ""
