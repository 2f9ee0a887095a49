# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff and editors type of letters, templates and lists."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.entrance.queries import FreeDay
from jobunivers.rooms.followup.actions.templates import TemplateEntry
from jobunivers.rooms.followup.forms.tasks import checked_due
from jobunivers.rooms.followup.models import BatchAct
from jobunivers.rooms.followup.queries.templates import (
    FIELDS,
    KINDS,
    WAYS,
    Template,
    unknown_fields,
)


def checked_fields(text: str) -> str:
    """Return a text that asks only for what can be filled."""
    for name in unknown_fields(text):
        raise forms.ValidationError(
            gettext("Vi kender ikke feltet {%(name)s}. Du kan bruge: %(known)s.")
            % {"name": name, "known": ", ".join(f"{{{one}}}" for one in FIELDS)}
        )
    return text


class WriteForm(forms.Form):
    """A letter to one citizen."""

    title = forms.CharField(
        label=_("Overskrift"),
        max_length=120,
        error_messages={"required": _("Skriv en overskrift.")},
    )
    words = forms.CharField(
        label=_("Din besked"),
        help_text=_("Teksten er et forslag. Skriv den, som du selv ville sige det."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Skriv, hvad du vil sige.")},
    )

    def clean_title(self) -> str:
        """Refuse fields that nobody can fill."""
        return checked_fields(self.cleaned_data["title"])

    def clean_words(self) -> str:
        """Refuse fields that nobody can fill."""
        return checked_fields(self.cleaned_data["words"])


class InviteForm(WriteForm):
    """An invitation: she chooses a time, or is given one that she may move."""

    slot = forms.TypedChoiceField(
        label=_("Tid"),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("Tiden er lige blevet taget. Vælg en anden.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        days: Sequence[FreeDay],
        initial: dict[str, Any] | None = None,
    ) -> None:
        """Offer the times that are free now."""
        super().__init__(data, initial=initial)
        times = [
            (str(one.slot_id), f"{wording.day(one.starts_at)} {wording.clock(one.starts_at)}")
            for day in days
            for one in day.times
        ]
        field = self.fields["slot"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", gettext("Borgeren vælger selv en tid")), *times]


class BatchForm(forms.Form):
    """What is said to, or noted about, everybody of a list."""

    template = forms.ChoiceField(label=_("Skabelon"), required=False)
    title = forms.CharField(label=_("Overskrift"), max_length=120, required=False)
    words = forms.CharField(
        label=_("Tekst"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    due_on = day_field(_("Senest den"))
    shared = forms.BooleanField(label=_("Borgeren må læse det på sin side"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        act: str,
        offered: Sequence[Template],
        language: str,
        today: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        """Ask for what the act needs, and no more."""
        super().__init__(data, initial=initial)
        self._act, self._today = act, today
        if not offered:
            del self.fields["template"]
        else:
            field = self.fields["template"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(one.code, one.title(language)) for one in offered]
            own = gettext("Lad stå tomt for at bruge skabelonen.")
            self.fields["title"].help_text = self.fields["words"].help_text = own
        if act != BatchAct.TASK:
            del self.fields["due_on"]
        else:
            self.fields["title"].label = gettext("Hvad skal gøres?")
        if act != BatchAct.NOTE:
            del self.fields["shared"]
        else:
            del self.fields["title"]

    def clean_title(self) -> str:
        """Refuse fields that nobody can fill."""
        return checked_fields(self.cleaned_data["title"])

    def clean_words(self) -> str:
        """Refuse fields that nobody can fill."""
        return checked_fields(self.cleaned_data["words"])

    def clean_due_on(self) -> date | None:
        """Refuse a day that has passed."""
        return checked_due(self.cleaned_data["due_on"], self._today)

    def clean(self) -> dict[str, Any]:
        """Ask for what cannot be left out."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self._act == BatchAct.TASK and not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", gettext("Skriv, hvad der skal gøres."))
        if self._act == BatchAct.NOTE and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", gettext("Skriv dit notat."))
        if "template" in self.fields and bool(cleaned.get("title")) != bool(cleaned.get("words")):
            missing = "words" if cleaned.get("title") else "title"
            if missing not in self.errors:
                self.add_error(missing, gettext("Skriv både overskrift og tekst, eller ingen."))
        return cleaned


class TemplateForm(forms.Form):
    """The kommune's own text of a template, in both languages."""

    code = forms.SlugField(
        label=_("Kort navn"),
        help_text=_("Små bogstaver, tal og bindestreg. Det kan ikke ændres senere."),
        max_length=40,
        error_messages={
            "required": _("Skriv et kort navn."),
            "invalid": _("Brug kun bogstaver, tal og bindestreg."),
        },
    )
    kind = forms.ChoiceField(label=_("Slags"), choices=list(KINDS.items()))
    way = forms.ChoiceField(
        label=_("Knap under brevet"),
        required=False,
        choices=[("", _("Ingen knap")), *((code, words) for code, (words, _url) in WAYS.items())],
    )
    title_da = forms.CharField(label=_("Overskrift på dansk"), max_length=120)
    body_da = forms.CharField(
        label=_("Tekst på dansk"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 9})
    )
    title_en = forms.CharField(label=_("Overskrift på engelsk"), max_length=120)
    body_en = forms.CharField(
        label=_("Tekst på engelsk"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 9})
    )
    number = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        new: bool,
        initial: dict[str, Any] | None = None,
    ) -> None:
        """Ask for its short name only when it is new."""
        super().__init__(data, initial=initial)
        if not new:
            del self.fields["code"]
        for name in ("title_da", "body_da", "title_en", "body_en"):
            self.fields[name].error_messages["required"] = gettext("Skriv teksten.")

    def clean(self) -> dict[str, Any]:
        """Refuse fields that nobody can fill, by their name."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name in ("title_da", "body_da", "title_en", "body_en"):
            try:
                checked_fields(cleaned.get(name, ""))
            except forms.ValidationError as problem:
                self.add_error(name, problem)
        return cleaned

    def entry(self) -> TemplateEntry:
        """Return what was typed."""
        data = self.cleaned_data
        return TemplateEntry(
            kind=data["kind"], way=data["way"], title_da=data["title_da"],
            body_da=data["body_da"], title_en=data["title_en"], body_en=data["body_en"],
        )  # fmt: skip
