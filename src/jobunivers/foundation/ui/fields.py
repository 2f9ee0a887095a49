# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django form fields in the design system's markup: what the template needs to know."""

from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

WIDTHS = ("xxs", "xs", "s", "m", "l", "xl", "full")


@dataclass(frozen=True)
class Option:
    """One radio button or checkbox with its label."""

    control: SafeString
    label: str
    id: str


@dataclass(frozen=True)
class Field:
    """What `components/field.html` shows.

    Attributes:
        kind: hidden, checkbox, choices, file or input.
        control: the form control itself, ready to show (empty for choices).
        options: radio buttons or checkboxes (only for choices).
        optional: whether to say that it may be left out.
        suggestions: address that gives suggestions while typing, or nothing.
    """

    kind: str
    bound: BoundField
    id: str
    label: str
    hint: str
    errors: list[str]
    control: SafeString
    options: list[Option] = field(default_factory=list)
    optional: bool = False
    suggestions: str = ""
    label_hidden: bool = False

    @property
    def hint_id(self) -> str:
        """Return the id of the hint."""
        return f"{self.id}_hint"

    @property
    def error_id(self) -> str:
        """Return the id of the error message."""
        return f"{self.id}_error"

    @property
    def described_by(self) -> str:
        """Return the ids that describe the control, as aria-describedby wants them."""
        ids = ([self.hint_id] if self.hint else []) + ([self.error_id] if self.errors else [])
        return " ".join(ids)


def _kind(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "input"


def _css(bound: BoundField, kind: str, width: str) -> str:
    widget = bound.field.widget
    own = str(widget.attrs.get("class", ""))
    base = {"checkbox": "form-checkbox", "input": "form-input"}.get(kind, "")
    if isinstance(widget, forms.Select):
        base = "form-select"
    size = f"input-width-{width}" if width and width != "full" else ""
    return " ".join(
        part for part in (base, size, "ju-full" if width == "full" else "", own) if part
    )


def _options(bound: BoundField) -> list[Option]:
    # By the type it writes: in Django, a list of checkboxes is a kind of RadioSelect.
    radios = getattr(bound.field.widget, "input_type", "") == "radio"
    options = []
    for choice in bound.subwidgets:
        attrs = choice.data["attrs"]
        attrs["class"] = "form-radio" if radios else "form-checkbox"
        attrs.pop("aria-describedby", None)
        attrs.pop("aria-invalid", None)
        options.append(Option(choice.tag(), str(choice.choice_label), choice.id_for_label))
    return options


def describe(
    bound: BoundField,
    *,
    width: str = "",
    suggestions: str = "",
    label: str = "",
    label_hidden: bool = False,
    **attrs: Any,
) -> Field:
    """Return what the template shows for one form field.

    Args:
        bound: a field of a form, e.g. `form["name"]`.
        width: one of `WIDTHS`; empty lets the design system choose (32 rem at most).
        suggestions: address that answers `?q=` with `<li role="option">` rows.
        label: said instead of the form's label.
        label_hidden: whether only screen readers get the label.
        attrs: further attributes of the control, underscores for hyphens.
    """
    if width and width not in WIDTHS:
        raise ValueError(f"No such width: {width}. Use one of {', '.join(WIDTHS)}.")
    kind = _kind(bound.field.widget)
    marked = any(other.required for other in bound.form.fields.values())
    seen = Field(
        control=SafeString(""),
        kind=kind,
        bound=bound,
        id=bound.id_for_label or bound.auto_id or bound.html_name,
        label=label or str(bound.label),
        hint=str(bound.help_text or ""),
        errors=[str(error) for error in bound.errors],
        optional=marked and not bound.field.required and kind != "checkbox",
        suggestions=suggestions,
        label_hidden=label_hidden,
    )
    if kind == "choices":
        return replace(seen, id=bound.auto_id or bound.html_name, options=_options(bound))
    extra: dict[str, Any] = {name.replace("_", "-"): value for name, value in attrs.items()}
    if css := _css(bound, kind, width):
        extra["class"] = css
    if seen.described_by:
        extra["aria-describedby"] = seen.described_by
    if suggestions:
        extra |= {"data-combobox": suggestions, "autocomplete": "off"}
    return replace(seen, control=mark_safe(bound.as_widget(attrs=extra)))


def target_id(bound: BoundField) -> str:
    """Return the id that an error summary's link should lead to."""
    field_id = bound.id_for_label or bound.auto_id
    if _kind(bound.field.widget) == "choices":
        return f"{bound.auto_id}_0"
    return str(field_id)
