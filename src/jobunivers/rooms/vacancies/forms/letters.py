# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her answer to what was read in a letter: she may change all of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import clock_field, day_field
from jobunivers.rooms.vacancies.actions import InterviewEntry
from jobunivers.rooms.vacancies.forms.joblog import STATUSES, happened
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    LetterKind,
    Proposal,
)

NEW = "new"
_MEANS = {
    LetterKind.RECEIVED: ApplicationStatus.APPLIED,
    LetterKind.INTERVIEW: ApplicationStatus.INTERVIEW,
    LetterKind.OFFER: ApplicationStatus.OFFER,
    LetterKind.REJECTED: ApplicationStatus.REJECTED,
    LetterKind.UNCLEAR: ApplicationStatus.APPLIED,
}
_SENT = [(key, words) for key, words in STATUSES.items() if key != ApplicationStatus.PLANNED]
_AN_HOUR = timedelta(hours=1)


class ProposalForm(forms.Form):
    """Which entry of the joblog, how far it has come, and a talk if there is one."""

    application = forms.ChoiceField(
        label=_("Hvilken ansøgning handler brevet om?"),
        error_messages={"required": _("Vælg, hvilken ansøgning det er.")},
    )
    title = forms.CharField(label=_("Hvilket job?"), max_length=300, required=False)
    employer = forms.CharField(label=_("Hvilken virksomhed?"), max_length=200, required=False)
    status = forms.ChoiceField(
        label=_("Hvor langt er du?"),
        choices=_SENT,
        error_messages={"required": _("Vælg, hvor langt du er.")},
    )
    on = day_field(_("Hvornår?"), required=True, missing=_("Vælg, hvilken dag det var."))
    talk_on = day_field(_("Dagen for samtalen"))
    talk_from = clock_field(_("Fra klokken"))

    def __init__(self, *args: Any, applications: Sequence[Application], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.pk), f"{one.title}, {one.employer}") for one in applications]
        choices: Any = [(NEW, _("En ny ansøgning")), *known]
        field: Any = self.fields["application"]
        field.choices = choices

    @classmethod
    def initial_of(cls, proposal: Proposal) -> dict[str, Any]:
        """Return what was read."""
        starts_at = proposal.interview_at
        return {
            "application": str(proposal.application_id or NEW),
            "title": proposal.title,
            "employer": proposal.employer,
            "status": _MEANS[LetterKind(proposal.kind)],
            "on": proposal.on,
            "talk_on": proposal.interview_on,
            "talk_from": timezone.localtime(starts_at).time() if starts_at else None,
        }

    def clean_on(self) -> date | None:
        """Refuse a day that has not come."""
        return happened(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Ask for the names of a new entry."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("application") == NEW:
            if not (cleaned.get("title") or "").strip():
                self.add_error("title", _("Skriv, hvilket job det er."))
            if not (cleaned.get("employer") or "").strip():
                self.add_error("employer", _("Skriv, hvilken virksomhed det er."))
        if cleaned.get("talk_from") and not cleaned.get("talk_on") and "talk_on" not in self.errors:
            self.add_error("talk_on", _("Vælg, hvilken dag samtalen er."))
        return cleaned

    def talk(self, proposal: Proposal) -> InterviewEntry | None:
        """Return the talk of the valid form, with the end that was read where it still fits."""
        day, starts = self.cleaned_data["talk_on"], self.cleaned_data["talk_from"]
        if day is None:
            return None
        if starts is None:
            return InterviewEntry(on=day)
        starts_at = timezone.make_aware(datetime.combine(day, starts))
        read_end = proposal.interview_ends_at if starts_at == proposal.interview_at else None
        return InterviewEntry(on=day, starts_at=starts_at, ends_at=read_end or starts_at + _AN_HOUR)
