# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her joblog as a file: the columns of BEK 113/2026 § 98, stk. 2, in that order."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jobunivers.rooms.vacancies.forms import APPLIED_HOW, COUNTRIES, EXTENTS, FOUND_HOW
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    AppliedHow,
    Extent,
    FoundHow,
)

_TALKS = (ApplicationStatus.INTERVIEW, ApplicationStatus.OFFER)
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def law_status(application: Application, *, had_talk: bool) -> str:
    """Return how far it has come in the three words of the law."""
    if had_talk or application.status in _TALKS:
        return pgettext("with an employer", "Samtale")
    return _("Ikke søgt") if application.status == ApplicationStatus.PLANNED else _("Søgt")


def headings() -> list[str]:
    """Return the columns' names."""
    return [
        _("Oprettet"), _("Sidst rettet"), _("Status"), _("Søgt den"), _("Fuldtid eller deltid"),
        _("Timer om ugen"), _("Stilling"), _("Virksomhed"), _("Adresse"), _("Postnummer"),
        _("Område"), _("Land"), _("By"), _("Kontaktperson"), _("Telefon eller mail"),
        _("Fundet"), _("Søgt hvordan"), _("Frist"), _("Nummer på Jobnet"), _("Link"),
        _("Lagt op den"),
    ]  # fmt: skip


def cells(application: Application, *, had_talk: bool) -> list[str]:
    """Return an application's columns as texts; what she does not know is empty."""
    one = application
    hours = "" if one.hours_per_week is None else f"{one.hours_per_week:g}".replace(".", ",")
    return [
        str(one.created_at.date()), str(one.changed_at.date()),
        law_status(one, had_talk=had_talk), _day(one.applied_on),
        str(EXTENTS[Extent(one.extent)]) if one.extent else "", hours, one.title, one.employer,
        one.address, one.postal_code, one.area, str(COUNTRIES.get(one.country, one.country)),
        one.place, one.contact_name, one.contact_reach, str(FOUND_HOW[FoundHow(one.found_how)]),
        str(APPLIED_HOW[AppliedHow(one.applied_how)]), _day(one.deadline), one.reference, one.url,
        _day(one.uploaded_on),
    ]  # fmt: skip


def as_csv(rows: Iterable[Application]) -> bytes:
    """Return the joblog as a file that spreadsheets open with Danish letters and columns."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings())
    for one in rows:
        had_talk = bool(getattr(one, "had_talk", False))
        writer.writerow([_harmless(cell) for cell in cells(one, had_talk=had_talk)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
