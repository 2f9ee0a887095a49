# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.rooms.entrance.models import Wished
from jobunivers.rooms.journey.actions import Named
from jobunivers.science.readiness import QUESTIONS

ANSWERS = (
    ("2", _("Ja, det går fint")),
    ("1", _("Ja, med lidt hjælp")),
    ("0", _("Nej, ikke endnu")),
)
QUESTION_WORDS = {
    "phone": _("Kan du finde en hjemmeside på telefonen eller computeren?"),
    "form": _("Kan du udfylde en formular på nettet?"),
    "mitid": _("Kan du logge ind med MitID?"),
    "letter": _("Kan du læse din Digital Post?"),
    "file": _("Kan du gemme en fil og sende den til andre?"),
    "stuck": _("Kan du komme videre, når noget driller på skærmen?"),
    "video": _("Kan du være med i et møde på skærmen?"),
}
WISHED_WORDS = {
    Wished.SELF: _("Jeg klarer det meste selv på nettet"),
    Wished.TOGETHER: _("Noget på nettet og noget sammen med et menneske"),
    Wished.IN_PERSON: _("Jeg vil helst mødes eller tale i telefon"),
}


class SelfTestForm(forms.Form):
    """Seven everyday questions; each may be skipped."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question] = forms.ChoiceField(
                label=QUESTION_WORDS[question],
                choices=ANSWERS,
                widget=forms.RadioSelect,
                required=False,
            )

    def answers(self) -> dict[str, int]:
        """Return question → points of what was answered."""
        return {one: int(self.cleaned_data[one]) for one in QUESTIONS if self.cleaned_data[one]}


class OwnWishForm(forms.Form):
    """How she wants to be helped."""

    wish = forms.ChoiceField(
        label=_("Hvordan vil du helst gøre det?"),
        choices=list(WISHED_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en af de tre, eller spring over.")},
    )


class FewWishesForm(forms.Form):
    """What she would like, and where from: the least that finds jobs."""

    suggested = forms.MultipleChoiceField(
        label=_("Vil du gerne arbejde med det, du har prøvet?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = forms.CharField(
        label=_("Hvad vil du gerne arbejde som?"), max_length=120, required=False
    )
    postal_code = forms.RegexField(
        r"^\s*\d{4}\s*$",
        label=_("Postnummer, hvor du bor"),
        required=False,
        error_messages={"invalid": _("Skriv et dansk postnummer med fire tal, for eksempel 8000.")},
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer these occupations (uri and name) as wishes."""
        super().__init__(*args, **kwargs)
        self._offered = dict(offered)
        field = self.fields["suggested"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(offered)
        if not offered:
            del self.fields["suggested"]

    def clean_postal_code(self) -> str:
        """Return a postal code that exists."""
        code: str = self.cleaned_data["postal_code"].strip()
        if code and places.postcode(code) is None:
            raise ValidationError(
                _("Vi kender ikke postnummeret. Tjek, at de fire tal er rigtige.")
            )
        return code

    def wishes(self) -> list[Named]:
        """Return what she wishes for, as concepts where they fit."""
        chosen = [
            Named(words=self._offered[uri][:120], uri=uri)
            for uri in self.cleaned_data.get("suggested", [])
        ]
        words = " ".join(self.cleaned_data["words"].split())
        if words:
            meant = meaning.occupation_meant(words)
            chosen.append(Named(words=words, uri=meant.uri if meant else ""))
        return chosen
