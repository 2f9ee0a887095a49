# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One filter is chosen and filled in; a filter is kept by name; a list is taken as a file."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.crypto.addresses import sealed_words
from jobunivers.rooms.casework.queries.fields import FIELDS, Field, Kind
from jobunivers.rooms.casework.queries.filters import (
    NEVER,
    NO,
    NOT,
    YES,
    Choices,
    choices_of,
)
from jobunivers.trust.words import STAFF_REASONS

_WORDS = (Kind.TEXT, Kind.CONCEPT, Kind.NAME)
_SPANS = (Kind.NUMBER, Kind.AGO, Kind.AHEAD, Kind.AGE)
_DAYS = (Kind.AGO, Kind.AHEAD)


class ValueForm(forms.Form):
    """What a filter asks of its field; `text` is how it stands in the address."""

    def __init__(self, field: Field, choices: Choices, data: object = None) -> None:
        """Ask for a span, some choices, a yes or no, or words: as the field is."""
        super().__init__(data)  # type: ignore[arg-type]
        self.field = field
        if field.kind in _SPANS:
            self.fields["fra"] = _whole(gettext("Mindst"))
            self.fields["til"] = _whole(gettext("Højst"))
            if field.kind in _DAYS:
                self.fields["valg"] = forms.BooleanField(label=_("Ingen dag"), required=False)
        elif field.kind in _WORDS:
            self.fields["ord"] = forms.CharField(label=str(field.words), max_length=100)
        elif field.kind is Kind.YES:
            self.fields["valg"] = forms.ChoiceField(
                label=str(field.words),
                choices=[(YES, gettext("Ja")), (NO, gettext("Nej"))],
                widget=forms.RadioSelect,
                initial=YES,
            )
        else:
            self.fields["valg"] = forms.MultipleChoiceField(
                label=str(field.words),
                choices=list(choices_of(field, choices).items()),
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Vælg mindst én.")},
            )
        self.fields["omvendt"] = forms.BooleanField(
            label=_("Vis dem, det ikke gælder"), required=False
        )

    def clean(self) -> dict[str, object]:
        """See that a span says something and is in order."""
        cleaned: dict[str, object] = super().clean() or {}
        if self.field.kind not in _SPANS or self.errors or cleaned.get("valg"):
            return cleaned
        low, high = cleaned.get("fra"), cleaned.get("til")
        if low is None and high is None:
            self.add_error("fra", gettext("Skriv mindst ét tal."))
        elif isinstance(low, int) and isinstance(high, int) and low > high:
            self.add_error("til", gettext("Det største tal skal stå sidst."))
        return cleaned

    @property
    def in_body(self) -> bool:
        """Say whether what is typed names somebody, and so is sent in the form's body."""
        return self.field.kind is Kind.NAME

    @property
    def text(self) -> str:
        """Return the filter as it stands in the address."""
        said = self.cleaned_data
        if self.field.kind in _SPANS:
            value = NEVER if said.get("valg") else _span(said.get("fra"), said.get("til"))
        elif self.field.kind is Kind.NAME:
            value = sealed_words(str(said["ord"]))
        elif self.field.kind in _WORDS:
            value = str(said["ord"]).strip()
        elif self.field.kind is Kind.YES:
            value = str(said["valg"])
        else:
            value = ",".join(said["valg"])
        return f"{NOT if said['omvendt'] else ''}{value}"


def _whole(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=100_000,
        required=False,
        error_messages={"invalid": _("Skriv et helt tal.")},
    )


def _span(low: object, high: object) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"


class KeepForm(forms.Form):
    """A filter's name, and whether colleagues may use it."""

    name = forms.CharField(
        label=_("Navn på filteret"),
        max_length=80,
        error_messages={"required": _("Skriv et navn.")},
    )
    shared = forms.BooleanField(label=_("Del med kolleger i kommunen"), required=False)
    query = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)


class ExportForm(forms.Form):
    """Why a list is taken as a file."""

    reason = forms.ChoiceField(
        label=_("Hvorfor skal du bruge listen?"),
        choices=list(STAFF_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en grund."), "invalid_choice": _("Vælg en grund.")},
    )
    query = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)


class ColumnsForm(forms.Form):
    """Which columns to see."""

    kol = forms.MultipleChoiceField(
        label=_("Kolonner"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, chosen: tuple[str, ...]) -> None:
        """Offer every field, the chosen ones ticked."""
        super().__init__(initial={"kol": list(chosen)})
        field = self.fields["kol"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(f.code, str(f.words)) for f in FIELDS.values() if f.code != "navn"]
