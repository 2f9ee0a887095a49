# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff type of a task or a note."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.identity.models import ADVISING, Person
from jobunivers.rooms.followup.models import NoteKind
from jobunivers.trust.words import ROLES

NOTE_KINDS = {
    NoteKind.NOTE: _("Notat"),
    NoteKind.CALL: _("Telefonsamtale"),
    NoteKind.TALK: _("Samtale"),
    NoteKind.MEETING: _("Møde med andre"),
}
_FURTHEST = timedelta(days=3653)
ME = "me"


def checked_due(day: date | None, today: date) -> date | None:
    """Return a day that is not past and not a slip of the finger."""
    if day is not None and day < today:
        raise forms.ValidationError(gettext("Dagen er gået. Vælg i dag eller en senere dag."))
    if day is not None and day > today + _FURTHEST:
        raise forms.ValidationError(gettext("Dagen ligger mere end ti år ude i fremtiden."))
    return day


def whom(staff_id: int, colleagues: Iterable[Person], *, me: bool) -> list[tuple[Any, Any]]:
    """Return whom a task can be given to: oneself, a team, a colleague."""
    teams = [(f"team:{role}", ROLES[role]) for role in sorted(ADVISING)]
    others = [(f"staff:{one.pk}", one.name) for one in colleagues if one.pk != staff_id]
    own: list[tuple[Any, Any]] = [(ME, _("Mig selv"))] if me else []
    return [*own, (_("Et team"), teams), *([(_("En kollega"), others)] if others else [])]


def chosen(who: str) -> dict[str, Any]:
    """Return the owner or the team of what was chosen, as `actions` take them."""
    kind, _colon, value = who.partition(":")
    if kind == "team":
        return {"team": value}
    return {"owner_id": int(value)} if kind == "staff" else {}


class TaskForm(forms.Form):
    """Something to do: what, by when and who."""

    title = forms.CharField(
        label=_("Hvad skal gøres?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvad der skal gøres.")},
    )
    due_on = day_field(_("Senest den"))
    who = forms.ChoiceField(label=_("Hvem skal gøre det?"))
    text = forms.CharField(
        label=_("Mere om opgaven"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        staff_id: int,
        colleagues: Iterable[Person],
        initial: dict[str, Any] | None = None,
    ) -> None:
        """Offer the kommune's colleagues."""
        super().__init__(data, initial=initial)
        self._today = today
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = whom(staff_id, colleagues, me=True)

    def clean_due_on(self) -> date | None:
        """Refuse a day that has passed."""
        return checked_due(self.cleaned_data["due_on"], self._today)


class HandForm(forms.Form):
    """Whom a task is handed to."""

    who = forms.ChoiceField(
        label=_("Giv opgaven til"),
        error_messages={
            "required": _("Vælg en kollega eller et team."),
            "invalid_choice": _("Vælg en kollega eller et team."),
        },
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        staff_id: int,
        colleagues: Iterable[Person],
    ) -> None:
        """Offer the kommune's colleagues."""
        super().__init__(data)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = whom(staff_id, colleagues, me=False)


class NoteForm(forms.Form):
    """A note on a citizen, and whether she reads it."""

    kind = forms.ChoiceField(label=_("Hvad handler det om?"), choices=list(NOTE_KINDS.items()))
    text = forms.CharField(
        label=_("Notat"),
        help_text=_("Skriv kun det, der er nødvendigt for at hjælpe borgeren."),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Skriv dit notat.")},
    )
    shared = forms.BooleanField(
        label=_("Borgeren må læse det på sin side"),
        help_text=_(
            "Et internt notat står stadig i borgerens sag og er med, hvis borgeren beder om "
            "aktindsigt."
        ),
        required=False,
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
