# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.hours import HoursField
from jobunivers.rooms.vacancies.actions import ApplicationEntry
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    AppliedHow,
    FoundHow,
    HideReason,
    Vacancy,
)

STATUSES = {
    ApplicationStatus.PLANNED: _("Jeg vil søge"),
    ApplicationStatus.APPLIED: _("Søgt"),
    ApplicationStatus.INTERVIEW: _("Samtale"),
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
HIDE_REASONS = {
    HideReason.TOO_FAR: _("Det er for langt væk"),
    HideReason.WRONG_FIELD: _("Det er ikke mit fag"),
    HideReason.WRONG_HOURS: _("Tiderne passer ikke"),
    HideReason.MISSING_SKILLS: _("Jeg mangler noget, de kræver"),
    HideReason.NOT_THIS_EMPLOYER: _("Jeg vil ikke arbejde der"),
    HideReason.OTHER: _("En anden grund"),
}


# Earlier years and deadlines further away are slips of the finger.
_EARLIEST = date(2000, 1, 1)
_FARTHEST_DEADLINE = timedelta(days=3653)  # ten years


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
    place = forms.CharField(label=_("Hvor?"), max_length=150, required=False)
    status = forms.ChoiceField(
        label=_("Hvor langt er du?"),
        choices=list(STATUSES.items()),
        error_messages={"required": _("Vælg, hvor langt du er.")},
    )
    applied_on = forms.DateField(
        label=_("Hvornår søgte du?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"),
        error_messages={
            "invalid": _("Skriv datoen som dag-måned-år, for eksempel 23-11-2026."),
            "required": _("Skriv, hvilken dag du søgte."),
        },
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
    deadline = forms.DateField(
        label=_("Ansøgningsfrist"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"),
        required=False,
        error_messages={"invalid": _("Skriv datoen som dag-måned-år, for eksempel 23-11-2026.")},
    )
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
            "employer": vacancy.employer.name if vacancy.employer else "",
            "place": " ".join(filter(None, (vacancy.postal_code, vacancy.city)))[:150],
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

    def clean_applied_on(self) -> Any:
        """Refuse a day that has not come or is far away in time."""
        day = self.cleaned_data["applied_on"]
        if day and day < _EARLIEST:
            raise ValidationError(_("Datoen ser ikke rigtig ud. Tjek årstallet."))
        if day and day > timezone.localdate():
            raise ValidationError(
                _("Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.")
            )
        return day

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
        )


class HideForm(forms.Form):
    """Why she does not want to see an advertisement."""

    reason = forms.ChoiceField(
        label=_("Hvorfor?"),
        choices=list(HIDE_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvorfor du ikke vil se jobbet.")},
    )


class SaveSearchForm(forms.Form):
    """A name for a search."""

    name = forms.CharField(
        label=_("Hvad skal søgningen hedde?"),
        max_length=120,
        error_messages={"required": _("Skriv, hvad søgningen skal hedde.")},
    )
    query = forms.CharField(widget=forms.HiddenInput, max_length=1500)


class MendForm(forms.Form):
    """A rejected record, mended by hand."""

    text = forms.CharField(
        label=_("Posten, som kilden sendte den"),
        widget=forms.Textarea,
        error_messages={"required": _("Skriv posten, som den skal være.")},
    )
