# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an editor writes on a cue card."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.talks.actions import CardEntry
from jobunivers.rooms.talks.models import CueCard


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Skriv teksten.")},
    )


def _title(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=120, error_messages={"required": _("Skriv en overskrift.")}
    )


class CardForm(forms.Form):
    """A card in both languages, and the situations it is for."""

    title_da = _title(_("Overskrift på dansk"))
    text_da = _text(
        _("Tekst på dansk"), _("En linje, der begynder med “- ”, bliver et punkt på en liste.")
    )
    title_en = _title(_("Overskrift på engelsk"))
    text_en = _text(_("Tekst på engelsk"))
    tags = forms.MultipleChoiceField(
        label=_("Hvornår skal kortet vises?"),
        help_text=_("Vælg en eller flere situationer."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én situation, så kortet kan findes.")},
    )
    seen = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000_000
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        tags: Sequence[tuple[str, str]],
        card: CueCard | None = None,
        own: int = 0,
    ) -> None:
        super().__init__(data, initial=_initial(card, own))
        known = {code for code, _name in tags}
        more = [(tag, tag) for tag in (card.tags if card else []) if tag not in known]
        self.fields["tags"].choices = [*tags, *more]  # type: ignore[attr-defined]

    def entry(self) -> CardEntry:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return CardEntry(
            title_da=said["title_da"].strip(),
            title_en=said["title_en"].strip(),
            text_da=said["text_da"].strip(),
            text_en=said["text_en"].strip(),
            tags=list(said["tags"]),
        )

    def key(self) -> str:
        """Return the key of a new card, made of its English title."""
        return slugify(self.cleaned_data["title_en"])[:40].strip("-") or "card"


def _initial(card: CueCard | None, own: int) -> dict[str, Any]:
    if card is None:
        return {"seen": 0}
    return {
        "title_da": card.title_da,
        "title_en": card.title_en,
        "text_da": card.text_da,
        "text_en": card.text_en,
        "tags": list(card.tags),
        "seen": own,
    }
