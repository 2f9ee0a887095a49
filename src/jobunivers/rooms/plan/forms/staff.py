# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write into a citizen's plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.plan.actions import ActivityEntry, RequirementsEntry
from jobunivers.rooms.plan.forms.days import not_past, within_reason
from jobunivers.rooms.plan.forms.hers import AgreementForm
from jobunivers.rooms.plan.models import (
    ActivityKind,
    Agreement,
    Every,
    FixedAt,
    JobSearchRequirements,
)
from jobunivers.rooms.plan.queries.words import EVERY, FIXED_AT, KINDS

Data = Mapping[str, Any] | None
_MOST_UPLOADS = 50


class ProposalForm(forms.Form):
    """An activity that staff propose; it is the citizen's to say yes."""

    title = forms.CharField(
        label=_("Hvad foreslår du?"),
        max_length=300,
        error_messages={"required": _("Skriv, hvad du foreslår.")},
    )
    kind = forms.ChoiceField(label=_("Hvad er det?"), choices=list(KINDS.items()), initial="own")
    day = day_field(_("Hvilken dag?"))
    why = forms.CharField(
        label=_("Hvorfor foreslår du det?"),
        help_text=_("Borgeren læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv, hvorfor du foreslår det.")},
    )

    def __init__(self, data: Data = None, *, today: date) -> None:
        super().__init__(data)
        self._today = today

    def clean_day(self) -> date | None:
        """Refuse a day that has passed."""
        return not_past(self.cleaned_data["day"], today=self._today)

    def entry(self) -> ActivityEntry:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return ActivityEntry(
            title=said["title"].strip(), kind=ActivityKind(said["kind"]), day=said["day"]
        )


class StaffAgreementForm(AgreementForm):
    """What staff propose to agree; the one who writes it is the one it is made with."""

    def __init__(
        self, data: Data = None, *, today: date, agreement: Agreement | None = None
    ) -> None:
        super().__init__(data, today=today, contacts=[], agreement=agreement)
        del self.fields["staff"]


def _text(label: Any, help_text: Any = "", *, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Skriv det her. Loven siger, at det skal med.")},
    )


class RequirementsForm(forms.Form):
    """The five contents of BEK 46/2026 § 14 (7), from when, by whom and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    purpose = _text(_("1. Formålet med at søge job"))
    fields_of_work = _text(_("2. Fagområder og stillinger, borgeren skal søge"))
    area = _text(_("3. Området, jobbene skal ligge i"))
    volume = _text(_("4. Hvor meget borgeren skal søge"))
    uploads = forms.IntegerField(
        label=_("Antal ansøgninger, der skal lægges op i joblog"),
        min_value=0,
        max_value=_MOST_UPLOADS,
        error_messages={
            "required": _("Skriv et tal. Skriv 0, hvis der ikke skal lægges nogen op."),
            "invalid": _("Skriv et helt tal, for eksempel 2."),
            "min_value": _("Skriv et tal fra 0 til 50."),
            "max_value": _("Skriv et tal fra 0 til 50."),
        },
    )
    every = forms.ChoiceField(label=_("Hvor tit?"), choices=list(EVERY.items()))
    places = _text(_("5. Hvor borgeren kan finde jobbene"))
    from_on = day_field(_("Gælder fra"), required=True)
    fixed_at = forms.ChoiceField(
        label=_("Hvem fastsætter kravene?"), choices=list(FIXED_AT.items())
    )
    why = _text(_("Hvorfor netop disse krav?"), _("Borgeren læser det."))

    def __init__(
        self, data: Data = None, *, today: date, last: JobSearchRequirements | None = None
    ) -> None:
        super().__init__(data, initial=_initial(last, today))
        self._today, self._last = today, last

    def clean_from_on(self) -> date:
        """Refuse a day before the version that holds, and one that is over for a first one."""
        day: date = self.cleaned_data["from_on"]
        within_reason(day, today=self._today)
        if self._last is not None and day < self._last.from_on:
            raise ValidationError(gettext("De krav, der gælder nu, begyndte senere. Ret dagen."))
        return day

    def entry(self) -> RequirementsEntry:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return RequirementsEntry(
            purpose=said["purpose"].strip(),
            fields=said["fields_of_work"].strip(),
            area=said["area"].strip(),
            volume=said["volume"].strip(),
            uploads=said["uploads"],
            every=Every(said["every"]),
            places=said["places"].strip(),
            from_on=said["from_on"],
            fixed_at=FixedAt(said["fixed_at"]),
            why=said["why"].strip(),
        )


def _initial(last: JobSearchRequirements | None, today: date) -> dict[str, Any]:
    """Begin from the version that holds; the purpose is the law's own."""
    if last is None:
        purpose = gettext("At komme i almindeligt arbejde så hurtigt som muligt.")
        return {"purpose": purpose, "from_on": today, "every": Every.WEEK, "fixed_at": "fund"}
    return {
        "seen": last.pk,
        "purpose": last.purpose,
        "fields_of_work": last.fields,
        "area": last.area,
        "volume": last.volume,
        "uploads": last.uploads,
        "every": last.every,
        "places": last.places,
        "from_on": max(today, last.from_on),
        "fixed_at": last.fixed_at,
    }
