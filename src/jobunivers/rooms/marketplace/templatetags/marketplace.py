# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An offer in plain words."""

from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from jobunivers.foundation.ui.templatetags import ui
from jobunivers.foundation.ui.wording import clock, day_year, listed, number
from jobunivers.rooms.marketplace.models import Format, Offer, OfferVersion, Source
from jobunivers.rooms.marketplace.queries import words
from jobunivers.rooms.marketplace.queries.opening import opening_of
from jobunivers.rooms.marketplace.queries.ratings import NO_STARS, Stars

register = template.Library()
_HOUR = 60
_DAY = 7.4 * _HOUR  # a working day is 7.4 hours in Danish agreements
_LONG = 10 * _HOUR


def _in_language(said: OfferVersion | None, name: str) -> str:
    if said is None:
        return ""
    english = (get_language() or "da").startswith("en")
    return (english and getattr(said, f"{name}_en")) or str(getattr(said, f"{name}_da"))


@register.filter
def offer_title(offer: Offer) -> str:
    """Return what an offer is called, in the reader's language where it has a name there."""
    return _in_language(offer.current, "title") or offer.key


@register.filter
def offer_summary(offer: Offer) -> str:
    """Return an offer in a sentence."""
    return _in_language(offer.current, "summary")


@register.filter
def danish_only(offer: Offer) -> bool:
    """Say whether a reader of another language gets Danish words."""
    other = not (get_language() or "da").startswith("da")
    return other and offer.current is not None and not offer.current.title_en


@register.filter
def offer_kind(offer: Offer) -> str:
    """Return what kind of thing it is."""
    return str(words.KINDS[offer.kind])


@register.simple_tag
def offer_source(offer: Offer) -> SafeString:
    """Return the mark that says where it comes from; a made-up firm is said to be made up."""
    if offer.source == Source.LOCAL:
        return ui.source_mark("municipality")
    if offer.source == Source.SHARED:
        return ui.source_mark("library")
    vendor = offer.vendor
    mark = ui.source_mark("vendor", vendor.name if vendor else "")
    if vendor is not None and vendor.fictitious:
        return mark_safe(f"{mark} {ui.badge(gettext('Opdigtet firma'))}")
    return mark


@register.filter
def offer_format(said: OfferVersion) -> str:
    """Return where it happens."""
    return str(words.FORMATS[said.format])


@register.filter
def offer_level(said: OfferVersion) -> str:
    """Return how much is expected; empty when it is not said."""
    known = words.LEVELS.get(said.level)
    return str(known) if known else ""


@register.filter
def offer_languages(said: OfferVersion) -> str:
    """Return the languages, e.g. `Dansk og engelsk`."""
    known = [str(words.LANGUAGES[code]) for code in said.languages if code in words.LANGUAGES]
    if get_language() == "da":  # languages have a small letter within a Danish sentence alone
        known = [*known[:1], *(name.lower() for name in known[1:])]
    return listed(known) if known else ""


@register.filter
def minutes_words(minutes: int | None) -> str:
    """Return how long it takes, e.g. `45 minutter`, `2 timer`, `5 dage`; empty when unsaid."""
    if not minutes:
        return ""
    if minutes < _HOUR:
        return ngettext("%(n)s minut", "%(n)s minutter", minutes) % {"n": minutes}
    if minutes < _LONG:
        hours = minutes / _HOUR
        text = number(hours, 0 if hours == int(hours) else 1)
        return ngettext("%(n)s time", "%(n)s timer", 1 if hours == 1 else 2) % {"n": text}
    days = round(minutes / _DAY)
    return ngettext("%(n)s dag", "%(n)s dage", days) % {"n": number(days)}


@register.filter
def when_words(said: OfferVersion) -> str:
    """Return when it happens; empty when it can be begun at any time."""
    if said.starts_at is None:
        return ""
    return f"{day_year(said.starts_at)} {clock(said.starts_at)}"


@register.filter
def where_words(said: OfferVersion) -> str:
    """Return where one goes; empty where one need not go anywhere."""
    return "" if said.format == Format.VIRTUAL else said.address


@register.filter
def stars_words(stars: Stars) -> str:
    """Return what people give it, e.g. `4,2 af 5 (31 har svaret)`."""
    if stars.average is None:
        return gettext("Endnu ikke nok, der har svaret")
    return gettext("%(average)s af 5 (%(count)s har svaret)") % {
        "average": number(stars.average, 1),
        "count": number(stars.count),
    }


@register.filter
def of_offer(known: Mapping[int, Stars], pk: int) -> Stars:
    """Return the stars of one offer."""
    return known.get(pk, NO_STARS)


@register.filter
def handed_over(offer: Offer) -> str:
    """Return what is handed over at a start; empty when nothing is."""
    opener = opening_of(offer)
    return "; ".join(opener.hands_over(offer)) if opener else ""
