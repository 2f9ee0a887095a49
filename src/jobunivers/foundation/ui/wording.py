# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers, days and distances in the words people use."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.utils import formats, timezone, translation
from django.utils.translation import gettext, ngettext, pgettext

MINUS = "\N{MINUS SIGN}"
_SHORT_KM = 10
_DAYS_IN_WEEK = 7
_SOON_DAYS = 14
_YEAR = 365


def _as_date(value: dt.date | dt.datetime | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, dt.date) else None


def day(value: dt.date | dt.datetime | None) -> str:
    """Return the day as it is said, e.g. `torsdag den 3. december`; empty for no day."""
    date = _as_date(value)
    # Translators: Django's date format for a weekday and a day; keep the backslashes.
    return formats.date_format(date, pgettext("date format", r"l \d\e\n j. F")) if date else ""


def day_year(value: dt.date | dt.datetime | None) -> str:
    """Return the day with its year, e.g. `3. december 2026`; empty for no day."""
    date = _as_date(value)
    return formats.date_format(date, pgettext("date format", "j. F Y")) if date else ""


def clock(value: dt.datetime | dt.time | None) -> str:
    """Return the time of day in Danish time, e.g. `kl. 14.30`; empty for none."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, dt.datetime) else value
    return formats.time_format(local, pgettext("date format", r"\k\l. H.i"))


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return the number with the language's own signs, e.g. `50.000` or `1,5`; empty for none."""
    if value is None:
        return ""
    # Rounded here: Django cuts off what is too much.
    rounded = f"{value:.{decimals}f}"
    text = formats.number_format(
        Decimal(rounded), decimal_pos=decimals, use_l10n=True, force_grouping=True
    )
    return text.replace("-", MINUS)


def hours(value: float | None) -> str:
    """Return weekly hours as people write them: `37`, and `37,5` (`37.5` in English)."""
    if value is None:
        return ""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if translation.get_language() == "en" else text.replace(".", ",")


def unlocalize_number(value: float) -> str:
    """Return the number as SVG, HTML and scripts read it: a point, no thousands."""
    # Six decimals of a degree are a tenth of a metre; nothing we draw needs more.
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def km(value: float | None) -> str:
    """Return a distance, e.g. `12 km`, `3,5 km` or `under 1 km`; empty when not known."""
    if value is None:
        return ""
    if value < 1:
        return gettext("under 1 km")
    # Half a kilometre matters to a walker, not to a driver.
    near = round(value * 2) / 2
    shown = number(near, 0 if near >= _SHORT_KM or near == int(near) else 1)
    return gettext("%(distance)s km") % {"distance": shown}


def deadline(value: dt.date | dt.datetime | None, today: dt.date | None = None) -> str:
    """Return how long there is, e.g. `om 3 dage`, `i morgen` or `torsdag den 3. december`.

    Args:
        value: the last day.
        today: the day it is; the Danish day of now when not given.
    """
    date = _as_date(value)
    if date is None:
        return ""
    days = (date - (today or timezone.localdate())).days
    if days < 0:
        return gettext("fristen er gået")
    if days == 0:
        return gettext("i dag")
    if days == 1:
        return gettext("i morgen")
    if days <= _SOON_DAYS:
        return ngettext("om %(days)s dag", "om %(days)s dage", days) % {"days": days}
    return day_year(date)


def ago(value: dt.date | dt.datetime | None, today: dt.date | None = None) -> str:
    """Return how long ago it was, e.g. `i dag`, `i går`, `for 3 dage siden` or the day."""
    date = _as_date(value)
    if date is None:
        return ""
    days = ((today or timezone.localdate()) - date).days
    if days <= 0:
        return gettext("i dag")
    if days == 1:
        return gettext("i går")
    if days <= _DAYS_IN_WEEK:
        return ngettext("for %(days)s dag siden", "for %(days)s dage siden", days) % {"days": days}
    return day_year(date)


# Names whose official form is not just "<name> Kommune".
_OWN_FORM = {
    "bornholm": "Bornholms Regionskommune",
    "københavn": "Københavns Kommune",
    "nordfyn": "Nordfyns Kommune",
    "vesthimmerland": "Vesthimmerlands Kommune",
    "morsø": "Morsø Kommune",
}


def span(days: int) -> str:
    """Return a stretch of days in words, "2 år", "120 dage"; whole years are said as years."""
    if days and days % _YEAR == 0:
        years = days // _YEAR
        return ngettext("%(count)s år", "%(count)s år", years) % {"count": years}
    return ngettext("%(count)s dag", "%(count)s dage", days) % {"count": number(days)}


def kommune(name: str) -> str:
    """Return a kommune's official name, e.g. `Aarhus Kommune`, from its short one."""
    if not name or "kommune" in name.lower():
        return name
    return _OWN_FORM.get(name.lower(), f"{name} Kommune")


def listed(words: Sequence[str], last: str = "") -> str:
    """Return `a, b og c`, or with another word before the last."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last or gettext('og')} {words[-1]}"
