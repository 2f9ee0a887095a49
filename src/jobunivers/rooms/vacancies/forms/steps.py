# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened with an application, and what is to come: short forms on its page."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import clock_field, day_field
from jobunivers.rooms.vacancies.actions import InterviewEntry
from jobunivers.rooms.vacancies.forms.joblog import STATUSES, happened
from jobunivers.rooms.vacancies.models import ANSWERED, ApplicationStatus, Interview

_USUALLY = timedelta(hours=1)
_YEAR = timedelta(days=366)


class MoveForm(forms.Form):
    """An application has come farther, or to its end."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    status = forms.ChoiceField(
        label=_("Hvor langt er du?"),
        choices=list(STATUSES.items()),
        error_messages={"required": _("Vælg, hvor langt du er.")},
    )
    on = day_field(_("Hvornår?"), required=True, missing=_("Vælg, hvilken dag det var."))
    answered_by = forms.CharField(label=_("Hvem svarede?"), max_length=120, required=False)

    def clean_on(self) -> date | None:
        """Refuse a day that has not come."""
        return happened(self.cleaned_data["on"])

    def clean_answered_by(self) -> str:
        """Keep who answered only where somebody did."""
        answered = self.cleaned_data.get("status") in {ApplicationStatus(one) for one in ANSWERED}
        return self.cleaned_data["answered_by"].strip() if answered else ""


class ReminderForm(forms.Form):
    """A day on which she wants to be reminded; empty: not at all."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    remind_on = day_field(_("Mind mig om det den"))

    def clean_remind_on(self) -> date | None:
        """Refuse a day that has been, or is more than a year away."""
        day: date | None = self.cleaned_data["remind_on"]
        today = timezone.localdate()
        if day and day < today:
            raise ValidationError(_("Den dag er gået. Vælg i dag eller en senere dag."))
        if day and day > today + _YEAR:
            raise ValidationError(_("Vælg en dag inden for et år."))
        return day


class InterviewForm(forms.Form):
    """When and where a talk with an employer is. Without an end it is taken to last an hour."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    on = day_field(_("Hvilken dag?"), required=True, missing=_("Vælg, hvilken dag samtalen er."))
    starts = clock_field(_("Fra klokken"))
    ends = clock_field(_("Til klokken"))
    place = forms.CharField(label=_("Hvor, eller hvordan?"), max_length=200, required=False)
    note = forms.CharField(
        label=_("Dine egne noter"), widget=forms.Textarea, max_length=4000, required=False
    )

    @classmethod
    def initial_of(cls, interview: Interview) -> dict[str, Any]:
        """Return what stands now."""
        return {
            "version": interview.version,
            "on": interview.on,
            "starts": interview.starts_at and timezone.localtime(interview.starts_at).time(),
            "ends": interview.ends_at and timezone.localtime(interview.ends_at).time(),
            "place": interview.place,
            "note": interview.note,
        }

    def clean_on(self) -> date:
        """Refuse a day that is far away in time."""
        day: date = self.cleaned_data["on"]
        if abs(day - timezone.localdate()) > _YEAR:
            raise ValidationError(_("Datoen ser ikke rigtig ud. Tjek årstallet."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a talk that ends before it begins, or has an end alone."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if ends and not starts and "starts" not in self.errors:
            self.add_error("starts", _("Skriv også, hvornår samtalen begynder."))
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Samtalen skal slutte, efter at den er begyndt."))
        return cleaned

    def entry(self) -> InterviewEntry:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        starts_at = ends_at = None
        if cleaned["starts"]:
            starts_at = timezone.make_aware(datetime.combine(cleaned["on"], cleaned["starts"]))
            ends_at = starts_at + _USUALLY
            if cleaned["ends"]:
                ends_at = timezone.make_aware(datetime.combine(cleaned["on"], cleaned["ends"]))
        return InterviewEntry(
            on=cleaned["on"],
            starts_at=starts_at,
            ends_at=ends_at,
            place=cleaned["place"].strip(),
            note=cleaned["note"].strip(),
        )
