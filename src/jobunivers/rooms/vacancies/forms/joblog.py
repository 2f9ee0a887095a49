# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One entry of the joblog: the fields of BEK 113/2026 § 98, and how it goes."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.foundation.ui.hours import HoursField
from jobunivers.rooms.vacancies.actions import ApplicationEntry
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    AppliedHow,
    Extent,
    FoundHow,
    Vacancy,
)

STATUSES = {
    ApplicationStatus.PLANNED: _("Jeg vil søge"),
    ApplicationStatus.APPLIED: _("Søgt"),
    ApplicationStatus.INTERVIEW: pgettext_lazy("with an employer", "Samtale"),
    ApplicationStatus.OFFER: _("Fik jobbet tilbudt"),
    ApplicationStatus.REJECTED: _("Afslag"),
    ApplicationStatus.WITHDRAWN: _("Trukket tilbage"),
}
FOUND_HOW = {
    FoundHow.ADVERTISED: _("Et opslag"),
    FoundHow.UNSOLICITED: _("Uopfordret"),
    FoundHow.NETWORK: _("Netværk"),
}
APPLIED_HOW = {
    AppliedHow.DIGITAL: _("Digitalt"),
    AppliedHow.PHONE: _("I telefonen"),
    AppliedHow.IN_PERSON: _("Ved at møde op"),
}


EXTENTS = {Extent.FULL: _("Fuldtid"), Extent.PART: _("Deltid")}
# Where Danes look for work; the rest of the world is one choice.
COUNTRIES = {
    "DK": _("Danmark"), "SE": _("Sverige"), "NO": _("Norge"), "DE": _("Tyskland"),
    "FI": _("Finland"), "IS": _("Island"), "FO": _("Færøerne"), "GL": _("Grønland"),
    "NL": _("Nederlandene"), "GB": _("Storbritannien"), "XX": _("Et andet land"),
}  # fmt: skip

# Earlier years and deadlines further away are slips of the finger.
_EARLIEST = date(2000, 1, 1)
_WORDS = (
    "address", "postal_code", "area", "contact_name", "contact_reach", "reference", "answered_by",
)  # fmt: skip
_FARTHEST_DEADLINE = timedelta(days=3653)  # ten years


def happened(day: date | None) -> date | None:
    """Return the day; refuse one that has not come or is far away in time."""
    if day and day < _EARLIEST:
        raise ValidationError(_("Datoen ser ikke rigtig ud. Tjek årstallet."))
    if day and day > timezone.localdate():
        raise ValidationError(_("Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag."))
    return day


class ApplicationForm(forms.Form):
    """One entry in the joblog."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    title = forms.CharField(
        label=_("Hvilket job?"),
        max_length=300,
        error_messages={"required": _("Skriv, hvilket job det er.")},
    )
    employer = forms.CharField(
        label=_("Hvilken virksomhed?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvilken virksomhed det er.")},
    )
    postal_code = forms.CharField(label=_("Postnummer"), max_length=10, required=False)
    place = forms.CharField(label=_("By"), max_length=150, required=False)
    area = forms.CharField(
        label=_("Område, hvis du ikke kender postnummeret"), max_length=100, required=False
    )
    country = forms.ChoiceField(
        label=_("Land"), choices=list(COUNTRIES.items()), required=False, initial="DK"
    )
    address = forms.CharField(label=_("Adresse"), max_length=200, required=False)
    contact_name = forms.CharField(label=_("Kontaktperson"), max_length=120, required=False)
    contact_reach = forms.CharField(
        label=_("Telefon eller mail til virksomheden"), max_length=200, required=False
    )
    reference = forms.CharField(
        label=_("Nummer på opslaget på Jobnet"), max_length=60, required=False
    )
    answered_on = day_field(_("Hvornår svarede de?"))
    answered_by = forms.CharField(label=_("Hvem svarede?"), max_length=120, required=False)
    status = forms.ChoiceField(
        label=_("Hvor langt er du?"),
        choices=list(STATUSES.items()),
        error_messages={"required": _("Vælg, hvor langt du er.")},
    )
    applied_on = day_field(
        _("Hvornår søgte du?"), required=True, missing=_("Skriv, hvilken dag du søgte.")
    )
    extent = forms.ChoiceField(
        label=_("Fuldtid eller deltid?"),
        choices=[("", _("Ved ikke")), *EXTENTS.items()],
        required=False,
    )
    hours_per_week = HoursField(label=_("Timer om ugen"), required=False)
    found_how = forms.ChoiceField(
        label=_("Hvordan fandt du det?"),
        choices=list(FOUND_HOW.items()),
        error_messages={"required": _("Vælg, hvordan du fandt jobbet.")},
    )
    applied_how = forms.ChoiceField(
        label=_("Hvordan søgte du?"),
        choices=list(APPLIED_HOW.items()),
        error_messages={"required": _("Vælg, hvordan du søgte.")},
    )
    deadline = day_field(_("Ansøgningsfrist"))
    url = forms.URLField(
        label=_("Link til opslaget"), max_length=2000, required=False, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("Dine egne noter"), widget=forms.Textarea, max_length=4000, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned = self.data.get("status") == ApplicationStatus.PLANNED
        self.fields["applied_on"].required = not planned

    @classmethod
    def from_vacancy(cls, vacancy: Vacancy, *, today: Any) -> dict[str, Any]:
        """Return what an advertisement already says."""
        return {
            "title": vacancy.title,
            # She need not know more than the advertisement says.
            "employer": vacancy.employer.name if vacancy.employer else _("Står ikke i opslaget"),
            "postal_code": vacancy.postal_code[:10],
            "place": vacancy.city[:150],
            "country": vacancy.country if vacancy.country in COUNTRIES else "DK",
            "extent": _extent(vacancy),
            "status": ApplicationStatus.APPLIED,
            "applied_on": today,
            "hours_per_week": vacancy.hours_max or vacancy.hours_min,
            "found_how": FoundHow.ADVERTISED,
            "applied_how": AppliedHow.DIGITAL,
            "deadline": vacancy.deadline,
            "url": vacancy.url,
        }

    @classmethod
    def initial_of(cls, application: Application) -> dict[str, Any]:
        """Return what stands now."""
        return {name: getattr(application, name) for name in cls.base_fields}

    def clean_applied_on(self) -> date | None:
        """Refuse a day that has not come or is far away in time."""
        return happened(self.cleaned_data["applied_on"])

    def clean_answered_on(self) -> date | None:
        """Refuse a day that has not come or is far away in time."""
        return happened(self.cleaned_data["answered_on"])

    def clean(self) -> dict[str, Any]:
        """Ask for the hours of a part-time job, as the joblog's rule does."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        part = cleaned.get("extent") == Extent.PART
        if part and cleaned.get("hours_per_week") is None and "hours_per_week" not in self.errors:
            self.add_error("hours_per_week", _("Skriv, hvor mange timer om ugen det er."))
        return cleaned

    def clean_deadline(self) -> Any:
        """Refuse a deadline no advertisement has."""
        day = self.cleaned_data["deadline"]
        if day and not _EARLIEST <= day <= timezone.localdate() + _FARTHEST_DEADLINE:
            raise ValidationError(_("Datoen ser ikke rigtig ud. Tjek årstallet."))
        return day

    def entry(self) -> ApplicationEntry:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        return ApplicationEntry(
            status=ApplicationStatus(cleaned["status"]),
            applied_on=cleaned["applied_on"],
            title=cleaned["title"].strip(),
            employer=cleaned["employer"].strip(),
            place=cleaned["place"].strip(),
            hours_per_week=cleaned["hours_per_week"],
            found_how=FoundHow(cleaned["found_how"]),
            applied_how=AppliedHow(cleaned["applied_how"]),
            deadline=cleaned["deadline"],
            url=cleaned["url"],
            note=cleaned["note"].strip(),
            extent=Extent(cleaned["extent"]) if cleaned["extent"] else None,
            country=cleaned["country"] or "DK",
            answered_on=cleaned["answered_on"],
            **{name: cleaned[name].strip() for name in _WORDS},
        )


def _extent(vacancy: Vacancy) -> str:
    """Return whether an advertisement is of full or part time, where it is sure."""
    kinds = set(vacancy.employment_types) & {"FULL_TIME", "PART_TIME"}
    if kinds == {"FULL_TIME"}:
        return Extent.FULL
    hours = vacancy.hours_max or vacancy.hours_min
    return Extent.PART if kinds == {"PART_TIME"} and hours else ""
