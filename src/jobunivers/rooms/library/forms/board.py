# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about the board of the shared library."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field


class PutForwardForm(forms.Form):
    """Whom a kommune puts forward."""

    person = forms.TypedChoiceField(
        label=_("Hvem?"), coerce=int, error_messages={"required": _("Vælg en medarbejder.")}
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[int, str]]) -> None:
        """Offer the kommune's editors and administrators."""
        super().__init__(data)
        field = self.fields["person"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(str(pk), name) for pk, name in people]


class NameForm(forms.Form):
    """From and to which day somebody is on the board."""

    member = forms.IntegerField(widget=forms.HiddenInput)
    first = day_field(_("Fra den"), required=True, missing=_("Vælg en dag."))
    until = day_field(_("Til den (ikke med)"))

    def clean(self) -> dict[str, Any]:
        """Refuse a time that ends before it begins."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("until") and told.get("first") and told["until"] < told["first"]:
            self.add_error("until", _("Den dag ligger før den første."))
        return told


class QuorumForm(forms.Form):
    """How many must say yes."""

    quorum = forms.IntegerField(
        label=_("Hvor mange skal sige ja?"),
        min_value=2,
        max_value=20,
        error_messages={
            "required": _("Skriv et tal."),
            "min_value": _("Mindst to skal sige ja."),
            "invalid": _("Skriv et helt tal."),
        },
    )


class VoteForm(forms.Form):
    """What a member says of a proposal."""

    say = forms.ChoiceField(
        label=_("Hvad siger du?"),
        choices=(
            ("yes", _("Ja, det skal i det fælles bibliotek")),
            ("no", _("Send det tilbage")),
            ("comment", _("Kun en kommentar")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad du siger.")},
    )
    words = forms.CharField(
        label=_("Begrundelse eller kommentar"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason with a no, and for words in a comment."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("say") in {"no", "comment"} and not told.get("words"):
            self.add_error("words", _("Skriv hvorfor."))
        return told
