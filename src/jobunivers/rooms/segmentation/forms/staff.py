# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff decide and answer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.segmentation.forms.days import PeriodForm
from jobunivers.rooms.segmentation.queries.moves_page import KINDS
from jobunivers.rooms.segmentation.queries.words import OUTCOMES

LONGEST_CHOICE = timedelta(days=182)
"""How long a member of staff may choose another course before somebody looks again."""


def _set(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


class OverrideForm(forms.Form):
    """Another course for a citizen, for a while and with a reason."""

    course = forms.ChoiceField(
        label=_("Hvilket forløb?"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg et forløb."), "invalid_choice": _("Vælg et forløb.")},
    )
    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Borgeren læser det. Skriv, så det er til at forstå."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv hvorfor.")},
    )
    last_day = day_field(
        _("Til og med"),
        _("Højst et halvt år. Derefter gælder reglerne igen."),
        required=True,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        courses: list[tuple[str, str]],
        today: date,
    ) -> None:
        super().__init__(data)
        self._today = today
        _set(self, "course", courses)

    def clean_last_day(self) -> date:
        """Refuse a day that has gone, and one too far away."""
        last: date = self.cleaned_data["last_day"]
        if last < self._today:
            raise ValidationError(gettext("Dagen er gået. Vælg en senere."))
        if last - self._today > LONGEST_CHOICE:
            raise ValidationError(gettext("Højst et halvt år frem. Vælg en tidligere dag."))
        return last


class PauseForm(PeriodForm):
    """A pause that was agreed with a citizen."""

    longest = LONGEST_CHOICE
    first_day = day_field(_("Første dag"), required=True)
    last_day = day_field(_("Sidste dag"), _("Aftal en dag. I kan altid ændre den."), required=True)

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"first_day": today})


class AnswerForm(forms.Form):
    """The answer to what a citizen said."""

    outcome = forms.ChoiceField(
        label=_("Hvad bliver det til?"),
        choices=list(OUTCOMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det ene."), "invalid_choice": _("Vælg det ene.")},
    )
    course = forms.ChoiceField(
        label=_("Forløbet, borgeren får"),
        help_text=_("Vælg kun et, hvis borgeren skal have et andet forløb."),
        choices=[],
        required=False,
    )
    last_day = day_field(
        _("Til og med"),
        _("Skal skrives, når du vælger et forløb. Højst et halvt år."),
    )
    answer = forms.CharField(
        label=_("Dit svar til borgeren"),
        help_text=_("Borgeren læser det, som du skriver det."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv et svar.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        courses: list[tuple[str, str]],
        today: date,
    ) -> None:
        super().__init__(data)
        self._today = today
        _set(self, "course", [("", gettext("Ingen ændring nu")), *courses])

    def clean(self) -> dict[str, object]:
        """Ask for a last day of a course that is chosen, within half a year."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("outcome") != "agreed":
            cleaned["course"] = ""
        last = cleaned.get("last_day")
        if not cleaned.get("course") or "last_day" in self.errors:
            return cleaned
        if not isinstance(last, date):
            self.add_error("last_day", gettext("Skriv, hvor længe forløbet skal gælde."))
        elif not self._today <= last <= self._today + LONGEST_CHOICE:
            self.add_error("last_day", gettext("Vælg en dag inden for det næste halve år."))
        return cleaned


class MovesForm(forms.Form):
    """Which moves to see."""

    grund = forms.ChoiceField(label=_("Grund"), choices=[], required=False)
    til = forms.ChoiceField(label=_("Til forløb"), choices=[], required=False)

    def __init__(self, data: Mapping[str, Any], *, courses: list[tuple[str, str]]) -> None:
        super().__init__(data)
        kinds = [(code, str(words)) for code, words in KINDS.items()]
        _set(self, "grund", [("", gettext("Alle grunde")), *kinds])
        _set(self, "til", [("", gettext("Alle forløb")), *courses])
