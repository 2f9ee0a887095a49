# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.taxonomy import words
from jobunivers.rooms.journey.actions import Abilities
from jobunivers.rooms.journey.models import Profile
from jobunivers.rooms.journey.queries import LANGUAGE_LEVELS

_ALWAYS_ASKED = ("da", "en")
_MORE = 3
# Without a driving licence nobody has these either.
_DRIVING = (*words.DRIVING, "taxi", "cpc")
# Those that most advertisements ask for; what else she has stays as it was.
_OFFERED = (
    "truck", "crane", "lift", "machine", "welding", "hot_work", "road_work", "food_hygiene",
    "first_aid", "guard", "taxi", "cpc", "health",
)  # fmt: skip
_HAS, _LACKS = "yes", "no"


_LEVELS = [("", _("Ikke valgt")), *LANGUAGE_LEVELS.items()]


class AbilitiesForm(forms.Form):
    """The languages she works in, how well, and the licences she has or lacks."""

    level_da = forms.ChoiceField(
        label=_("Hvor godt kan du dansk?"), choices=_LEVELS, required=False
    )
    level_en = forms.ChoiceField(
        label=_("Hvor godt kan du engelsk?"), choices=_LEVELS, required=False
    )
    only_languages = forms.BooleanField(
        label=_("Vis kun job på de sprog, jeg har valgt"),
        help_text=_(
            "Uden kryds viser vi job på alle sprog. Vi viser også job på dansk, medmindre du siger"
            " nej her."
        ),
        required=False,
    )
    driving = forms.ChoiceField(
        label=_("Har du kørekort?"),
        help_text=_("Siger du nej, viser vi ikke job, der kræver kørekort."),
        choices=[
            (_HAS, _("Ja")),
            (_LACKS, _("Nej, jeg har ikke kørekort")),
            ("", _("Det siger jeg ikke noget om")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    categories = forms.MultipleChoiceField(
        label=_("Hvad må du køre?"),
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    certificates = forms.MultipleChoiceField(
        label=_("Hvilke beviser og certifikater har du?"),
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, had: Profile) -> None:
        super().__init__(data, initial=_initial_of(had))
        self._others = [code for code in had.licences if code not in {*_DRIVING, *_OFFERED}]
        for name, codes in (("categories", words.DRIVING), ("certificates", _OFFERED)):
            texts = words.DRIVING if name == "categories" else words.CERTIFICATES
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(code, capfirst(str(texts[code]))) for code in codes]
        languages = [("", str(_("Ikke valgt")))]
        languages += [(code, capfirst(str(text))) for code, text in words.LANGUAGES.items()
                      if code not in _ALWAYS_ASKED]  # fmt: skip
        for number in range(1, _MORE + 1):
            place = number + len(_ALWAYS_ASKED)
            self.fields[f"language_{number}"] = forms.ChoiceField(
                label=format_lazy(_("Sprog nummer {number}"), number=place),
                choices=languages,
                required=False,
            )
            self.fields[f"level_{number}"] = forms.ChoiceField(
                label=format_lazy(_("Hvor godt kan du sprog nummer {number}?"), number=place),
                choices=_LEVELS,
                required=False,
            )

    @property
    def more(self) -> list[tuple[BoundField, BoundField]]:
        """Return the rows for other languages: which, and how well."""
        return [(self[f"language_{n}"], self[f"level_{n}"]) for n in range(1, _MORE + 1)]

    @property
    def more_open(self) -> bool:
        """Return whether the rows for other languages say something, or need mending."""
        return any(one.value() or one.errors for row in self.more for one in row)

    @property
    def certificates_open(self) -> bool:
        """Return whether any certificate is ticked, or the field needs mending."""
        field = self["certificates"]
        return bool(field.errors) or bool({*(field.value() or ())} & {*_OFFERED})

    def clean(self) -> dict[str, Any]:
        """Refuse what contradicts itself."""
        cleaned = super().clean() or self.cleaned_data
        self._check_rows(cleaned)
        if cleaned.get("only_languages") and not self._languages(cleaned):
            self.add_error("only_languages", _("Vælg mindst ét sprog, før du sætter kryds her."))
        if cleaned.get("driving") == _LACKS and self._driving(cleaned):
            self.add_error(
                "driving", _("Du har både sagt nej og valgt noget, du må køre. Ret det ene.")
            )
        return cleaned

    def abilities(self) -> Abilities:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        driving = self._driving(cleaned)
        if cleaned["driving"] == _HAS and not set(driving) & set(words.DRIVING):
            driving = ["B", *driving]
        more = [code for code in cleaned["certificates"] if code not in driving]
        return Abilities(
            languages=self._languages(cleaned),
            only_languages=cleaned["only_languages"],
            licences=[*driving, *more, *self._others],
            lacks_licences=_DRIVING if cleaned["driving"] == _LACKS else (),
        )

    def _check_rows(self, cleaned: Mapping[str, Any]) -> None:
        seen: set[str] = set()
        for number in range(1, _MORE + 1):
            code, level = cleaned.get(f"language_{number}"), cleaned.get(f"level_{number}")
            if level and not code and f"language_{number}" not in self.errors:
                self.add_error(f"language_{number}", _("Vælg, hvilket sprog det er."))
            elif code and not level and f"level_{number}" not in self.errors:
                self.add_error(f"level_{number}", _("Vælg, hvor godt du kan sproget."))
            if code in seen:
                twice = ValidationError(_("Du har valgt det sprog to gange."))
                self.add_error(f"language_{number}", twice)
            elif code:
                seen.add(code)

    def _languages(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        rows = {code: cleaned.get(f"level_{code}") for code in _ALWAYS_ASKED}
        for n in range(1, _MORE + 1):
            rows[cleaned.get(f"language_{n}") or ""] = cleaned.get(f"level_{n}")
        return {code: level for code, level in rows.items() if code and level}

    def _driving(self, cleaned: Mapping[str, Any]) -> list[str]:
        chosen = {*cleaned.get("categories", ()), *cleaned.get("certificates", ())}
        return [code for code in _DRIVING if code in chosen]


def _initial_of(profile: Profile) -> dict[str, Any]:
    """Return what stands now."""
    others = [code for code in words.LANGUAGES
              if code in profile.languages and code not in _ALWAYS_ASKED]  # fmt: skip
    initial: dict[str, Any] = {
        "only_languages": profile.only_languages,
        "categories": profile.licences,
        "certificates": profile.licences,
        "driving": _LACKS if profile.lacks_licences else "",
    }
    if set(profile.licences) & set(words.DRIVING):
        initial["driving"] = _HAS
    for code in _ALWAYS_ASKED:
        initial[f"level_{code}"] = profile.languages.get(code, "")
    for number, code in enumerate(others[:_MORE], start=1):
        initial[f"language_{number}"] = code
        initial[f"level_{number}"] = profile.languages[code]
    return initial
