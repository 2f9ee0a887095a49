# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed for access to the file, and for which case."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

_MOST_NAMES, _LONGEST_NAME = 100, 120


class AccessForm(forms.Form):
    """The case, which parts, and which names of other people are struck out."""

    sag = forms.CharField(
        label=_("Sagens nummer, eller datoen for anmodningen"),
        help_text=_("Borgeren kan læse, hvad du skriver her."),
        max_length=150,
        error_messages={"required": _("Skriv sagens nummer.")},
    )
    dele = forms.MultipleChoiceField(
        label=_("Det skal med"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én del.")},
    )
    navne = forms.CharField(
        label=_("Navne på andre mennesker, der skal streges over"),
        help_text=_(
            "Ét navn på hver linje. Navne på kommunens ansatte skal normalt blive stående."
        ),
        required=False,
        max_length=_MOST_NAMES * _LONGEST_NAME,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    som = forms.ChoiceField(choices=[("side", ""), ("pdf", "")], required=False)

    def __init__(self, data: object = None, *, parts: Sequence[tuple[str, str]]) -> None:
        """Offer these parts, all of them chosen."""
        super().__init__(data, initial={"dele": [code for code, _name in parts]})  # type: ignore[arg-type]
        field = self.fields["dele"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(parts)

    def clean_navne(self) -> list[str]:
        """Return the names, one of each."""
        lines = str(self.cleaned_data["navne"]).splitlines()
        names = dict.fromkeys(" ".join(line.split()) for line in lines)
        return [name for name in names if name]
