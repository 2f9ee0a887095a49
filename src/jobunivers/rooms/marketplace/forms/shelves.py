# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What editors write of shelves."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.marketplace.actions import Placing, ShelfWords
from jobunivers.rooms.marketplace.models import Shelf, ShelfEntry, Stance
from jobunivers.science.shelving import LEVELS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_LAST = date(2100, 1, 1)
# Words that addresses below the shelves use already.
_TAKEN = frozenset({"ny", "proev", "arbejde", "trin", "flyt", "klynger", "tilbud"})
Data = Mapping[str, Any] | None


def _seen() -> forms.IntegerField:
    return forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000_000
    )


def _levels() -> list[tuple[int, str]]:
    return [(level, str(level)) for level in LEVELS]


def _why(label: "_StrPromise") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=300, error_messages={"required": _("Skriv hvorfor.")}
    )


class ShelfForm(forms.Form):
    """A shelf's name in both languages."""

    title_da = forms.CharField(
        label=_("Navn på dansk"),
        max_length=80,
        error_messages={"required": _("Skriv et navn til hylden.")},
    )
    title_en = forms.CharField(label=_("Navn på engelsk"), max_length=80, required=False)
    about_da = forms.CharField(label=_("En linje om hylden"), max_length=300, required=False)
    about_en = forms.CharField(label=_("Linjen på engelsk"), max_length=300, required=False)
    hidden = forms.BooleanField(label=_("Vis ikke hylden"), required=False)
    seen = _seen()

    def __init__(self, data: Data = None, *, shelf: Shelf | None = None, own: bool = True) -> None:
        """Begin with how the shelf is."""
        names = ("title_da", "title_en", "about_da", "about_en", "hidden")
        initial: dict[str, Any] = {name: getattr(shelf, name) for name in names} if shelf else {}
        initial["seen"] = shelf.version if shelf and own else 0
        self.order = shelf.order if shelf else None
        super().__init__(data, initial=initial)

    def key(self) -> str:
        """Return what a new shelf is called in addresses."""
        made = slugify(self.cleaned_data["title_da"])[:36].strip("-") or "hylde"
        return f"{made}-1" if made in _TAKEN else made

    def entry(self, *, order: int) -> ShelfWords:
        """Return the valid form as what the action takes."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return ShelfWords(order=self.order if self.order is not None else order, **said)

    @property
    def seen_version(self) -> int:
        """Return which version was read."""
        return self.cleaned_data.get("seen") or 0


class EntryForm(forms.Form):
    """A word on an offer on a shelf."""

    stance = forms.ChoiceField(
        label=_("Hvad skal der ske med den?"),
        widget=forms.RadioSelect,
        choices=[
            (Stance.SHOW, _("Vis den")),
            (Stance.FEATURE, _("Fremhæv den: den står først")),
            (Stance.HIDE, _("Skjul den")),
        ],
        error_messages={"required": _("Vælg, om den skal vises eller skjules.")},
    )
    courses = forms.MultipleChoiceField(
        label=_("For hvilke forløb?"),
        help_text=_("Vælger du ingen, gælder det for alle."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    starts_on = day_field(_("Fra og med"))
    ends_on = day_field(_("Til og med"))
    least_version = forms.TypedChoiceField(
        label=_("Fra hvilket trin af visionen?"),
        choices=_levels,
        coerce=int,
        empty_value=None,
        required=False,
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Til dine kolleger. Borgere ser det ikke."),
        max_length=300,
        required=False,
    )
    seen = _seen()

    def __init__(
        self,
        data: Data = None,
        *,
        row: ShelfEntry,
        own: ShelfEntry | None,
        courses: Sequence[tuple[str, str]],
    ) -> None:
        """Begin with the word that counts now, whoever's it is."""
        names = ("stance", "courses", "starts_on", "ends_on", "least_version")
        initial: dict[str, Any] = {name: getattr(row, name) for name in names}
        initial |= {"why": own.why if own else "", "seen": own.version if own else 0}
        self.row = row
        super().__init__(data, initial=initial)
        known = {code for code, _name in courses}
        more = [(code, code) for code in row.courses if code not in known]
        self.fields["courses"].choices = [*courses, *more]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        said = super().clean() or {}
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Den sidste dag ligger før den første."))
        return said

    def placing(self) -> Placing:
        """Return the valid form as what the action takes."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        said["stance"] = Stance(said["stance"])
        said["least_version"] = said["least_version"] or LEVELS[0]
        return Placing(shelf_key=self.row.shelf_key, offer_id=self.row.offer_id, **said)

    @property
    def seen_version(self) -> int:
        """Return which version was read."""
        return self.cleaned_data.get("seen") or 0


class PreviewForm(forms.Form):
    """The citizen imagined: her course, the day, and the level of the kommune."""

    forloeb = forms.ChoiceField(label=_("Forløb"), required=False)
    dag = day_field(_("Dag"))
    trin = forms.TypedChoiceField(
        label=_("Kommunens trin"), coerce=int, empty_value=None, required=False
    )

    def __init__(
        self, data: Any, *, courses: Sequence[tuple[str, str]], day: date, level: int
    ) -> None:
        """Begin with today, no course and the kommune's level."""
        self.day, self.level = day, level
        super().__init__(data or {"dag": day.isoformat(), "trin": str(level)})
        self.fields["forloeb"].choices = [  # type: ignore[attr-defined]
            ("", _("Ikke i et forløb endnu")),
            *courses,
        ]
        self.fields["trin"].choices = _levels()  # type: ignore[attr-defined]

    def asked(self) -> tuple[str | None, date, int]:
        """Return course, day and level; what was not understood is as at the beginning."""
        said = self.cleaned_data if self.is_valid() else {}
        day = said.get("dag") or self.day
        level = said.get("trin") or self.level
        return said.get("forloeb") or None, min(day, _LAST), level


class TakeDownForm(forms.Form):
    """Why something is taken down."""

    why = forms.CharField(max_length=300, required=False)


class LevelForm(forms.Form):
    """From which day the kommune runs at which level of the vision, and why."""

    level = forms.TypedChoiceField(
        label=pgettext_lazy("of the vision", "Trin"),
        choices=_levels,
        coerce=int,
        error_messages={"required": _("Vælg et trin.")},
    )
    from_on = day_field(_("Gælder fra"))
    why = _why(_("Hvorfor?"))

    def __init__(self, data: Data, *, level: int, today: date) -> None:
        """Begin with the level now, from today."""
        super().__init__(data, initial={"level": level, "from_on": today})
        self.fields["from_on"].required = True


class ClusterForm(forms.Form):
    """A cluster: its name and who is in it."""

    name = forms.CharField(
        label=_("Klyngens navn"),
        max_length=100,
        error_messages={"required": _("Skriv et navn til klyngen.")},
    )
    kommuner = forms.MultipleChoiceField(
        label=_("Kommuner"),
        help_text=_("En kommune kan være med i én klynge."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        data: Data = None,
        *,
        kommuner: Sequence[tuple[str, str]],
        name: str = "",
        members: Sequence[str] = (),
    ) -> None:
        """Begin with how the cluster is."""
        super().__init__(data, initial={"name": name, "kommuner": list(members)})
        self.fields["kommuner"].choices = list(kommuner)  # type: ignore[attr-defined]

    def key(self) -> str:
        """Return what a new cluster is called in addresses."""
        return slugify(self.cleaned_data["name"])[:40].strip("-") or "klynge"
