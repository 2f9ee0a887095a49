# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her own calendar is told."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries.words import GROUPS, USUAL_GROUPS


class FeedForm(forms.Form):
    """What her own calendar is told, and in how many words."""

    groups = forms.MultipleChoiceField(
        label=_("Hvad skal med?"),
        choices=list(GROUPS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Vælg mindst én slags."),
            "invalid_choice": _("Vælg mellem de viste."),
        },
    )
    words = forms.ChoiceField(
        label=_("Hvad skal der stå?"),
        choices=[
            (Words.FULL, _("Det hele: navn, sted og link")),
            (Words.BUSY, _("Kun ordet Jobunivers og tiden")),
        ],
        help_text=_("Deler du din kalender med andre, kan du nøjes med tiden."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det ene."), "invalid_choice": _("Vælg det ene.")},
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, feed: CalendarFeed | None = None
    ) -> None:
        chosen: dict[str, object] = {"groups": list(USUAL_GROUPS), "words": Words.FULL}
        if feed is not None:
            chosen = {"groups": feed.groups, "words": feed.words}
        super().__init__(data, initial=chosen)
