# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Components one by one."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest
from bs4 import BeautifulSoup, Tag
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.ui import markup, reasons, wording
from jobunivers.foundation.ui.tests.conftest import Get


def shown(template: str, **context: object) -> BeautifulSoup:
    return BeautifulSoup(Template(template).render(Context(context)), "html.parser")


def one(page: BeautifulSoup, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {page}"
    return found[0]


class Application(forms.Form):
    where = forms.CharField(label="Hvor?", help_text="By eller postnummer")
    how = forms.ChoiceField(
        label="Hvordan?", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label="Dage",
        choices=[("1", "man"), ("2", "tir")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


@pytest.mark.parametrize(
    ("language", "kind"),
    [
        ("da", "Skriv noget her, eller vælg en mulighed."),
        ("en", "Write something here, or choose an option."),
    ],
)
def test_what_is_missing_is_asked_for_kindly(language: str, kind: str) -> None:
    with translation.override(language):
        assert Application({}).errors["where"] == [kind]


def test_a_field_ties_label_hint_and_error_to_its_control() -> None:
    page = shown("{% field form.where %}", form=Application({"where": ""}))

    control = one(page, "input")
    assert one(page, "label")["for"] == control["id"]
    assert control["aria-invalid"] == "true"
    described = [one(page, f"#{name}").text for name in str(control["aria-describedby"]).split()]
    assert described[0] == "By eller postnummer"
    assert described[1].startswith("Fejl:")


def test_a_field_keeps_what_was_typed() -> None:
    page = shown("{% field form.where %}", form=Application({"where": '<b>"Aarhus"'}))

    assert one(page, "input")["value"] == '<b>"Aarhus"'
    assert page.select("b") == []


def test_radios_are_a_group_with_a_legend_and_checkboxes_are_not_radios() -> None:
    form = Application()
    radios = shown("{% field form.how %}", form=form)
    boxes = shown("{% field form.days %}", form=form)

    assert one(radios, "fieldset > legend").text.startswith("Hvordan?")
    assert len(radios.select("input[type=radio].form-radio")) == 2
    assert len(boxes.select("input[type=checkbox].form-checkbox")) == 2
    assert [label["for"] for label in boxes.select("label")] == [
        i["id"] for i in boxes.select("input")
    ]


def test_the_optional_field_is_marked_and_the_needed_one_is_not() -> None:
    form = Application()

    assert "valgfrit" in shown("{% field form.days %}", form=form).text
    assert "valgfrit" not in shown("{% field form.where %}", form=form).text


def test_the_summary_leads_to_every_wrong_field() -> None:
    form = Application({"where": ""})
    page = shown("{% form_errors form %}{% field form.where %}{% field form.how %}", form=form)

    targets = [str(link["href"]) for link in page.select("[data-error-summary] a")]

    assert len(targets) == 2
    assert all(page.select(target) for target in targets)


def test_a_form_without_mistakes_has_no_summary() -> None:
    assert str(shown("{% form_errors form %}", form=Application())) == ""


def test_a_suggesting_field_is_an_ordinary_field_until_the_script_comes() -> None:
    control = one(
        shown("{% field form.where suggestions='/forslag/' %}", form=Application()), "input"
    )

    assert control["data-combobox"] == "/forslag/"
    assert control.get("role") is None


def test_a_button_with_an_address_is_a_link() -> None:
    assert one(shown('{% button "Find job" href="/job/" %}'), "a.button-primary")["href"] == "/job/"
    button = one(
        shown('{% button "Gem" hx_post="/gem/" name="a" value="b" %}'), "button[type=submit]"
    )
    assert button["hx-post"] == "/gem/"


def test_text_from_people_is_escaped_everywhere() -> None:
    page = shown(
        "{% card heading=x subheading=x url='/' %}{{ x }}{% endcard %}{% badge x %}"
        "{% source_mark 'vendor' name=x %}{% details x %}{{ x }}{% enddetails %}"
        "{% empty_state x %}{{ x }}{% endempty_state %}{% table rows heads caption=x %}",
        x="<img src=x onerror=alert(1)>",
        rows=[["<script>"]],
        heads=["<i>"],
    )

    assert page.select("img, script, i") == []


def test_what_people_wrote_is_escaped_in_a_button_and_where_it_leads() -> None:
    page = shown(
        "{% button x href=x data_who=x %}{% button x name='a' value=x %}",
        x='"><img src=x onerror=alert(1)>',
    )

    assert page.select("img") == []
    assert one(page, "a")["href"] == one(page, "a")["data-who"] == one(page, "button")["value"]


@settings(max_examples=40)
@given(st.text() | st.integers() | st.builds(mark_safe, st.text()) | st.none())
def test_a_value_is_escaped_as_templates_escape_it(value: object) -> None:
    assert markup.escaped(value) == conditional_escape(cast("str", value))


def test_an_unknown_icon_is_refused_when_the_page_is_made() -> None:
    with pytest.raises(ValueError, match="No icon called"):
        shown("{% icon 'unicorn' %}")


def test_pagination_keeps_the_search_and_marks_where_one_is() -> None:
    request = RequestFactory().get("/job/?q=kok&side=3")
    page = shown("{% pagination page %}", page=Paginator(range(100), 10).page(3), request=request)

    addresses = [str(link["href"]) for link in page.select("a.ju-page")]
    assert "?q=kok&side=4" in addresses
    assert one(page, "[aria-current=page]").text == "3"


def test_a_list_of_one_page_has_no_pagination() -> None:
    assert str(shown("{% pagination page %}", page=Paginator(range(3), 10).page(1))) == ""


def test_a_table_row_carries_its_headings_to_the_phone() -> None:
    page = shown("{% table rows heads %}", rows=[["Kok", "om 3 dage"]], heads=["Stilling", "Frist"])

    assert [cell["data-title"] for cell in page.select("td")] == ["Stilling", "Frist"]


@given(st.lists(st.floats(min_value=-0.2, max_value=1), min_size=1, max_size=12))
def test_the_points_shown_add_up_to_the_score(weights: list[float]) -> None:
    rows = reasons.rows([{"label": str(n), "weight": weight} for n, weight in enumerate(weights)])

    assert sum(row.points for row in rows) == round(sum(100 * weight for weight in weights))
    assert all(0 <= row.width <= 100 for row in rows)


def test_a_reason_against_is_said_with_its_own_sign() -> None:
    items = [
        SimpleNamespace(label="Nær", weight=0.5, detail=""),
        SimpleNamespace(label="Sent", weight=-0.1),
    ]
    page = shown("{% score_reasons items %}", items=items)

    assert one(page, ".ju-against .ju-reason-points").text == "−10 point"
    assert "I alt 40 af 100 point" in page.text


def test_the_steps_say_which_is_now() -> None:
    page = shown("{% step_guide steps current=2 %}", steps=["Arbejde", "Ønsker", "Færdig"])

    assert "Ønsker" in one(page, "[aria-current=step]").text
    assert "Trin 2 af 3" in page.text


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "fristen er gået"),
        (0, "i dag"),
        (1, "i morgen"),
        (3, "om 3 dage"),
        (40, "12. januar 2027"),
    ],
)
def test_a_deadline_is_said_as_people_say_it(days: int, said: str) -> None:
    today = dt.date(2026, 12, 3)

    assert wording.deadline(today + dt.timedelta(days=days), today) == said


def test_a_late_evening_in_utc_is_the_next_day_in_denmark() -> None:
    moment = dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC)

    assert wording.day(moment) == "torsdag den 2. juli"
    assert wording.clock(moment) == "kl. 00.30"


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (None, ""),
        (0.2, "under 1 km"),
        (3.4, "3,5 km"),
        (3.0, "3 km"),
        (9.9, "10 km"),
        (12.4, "12,5 km"),
        (1234.0, "1.234 km"),
    ],
)
def test_a_distance_is_no_more_exact_than_it_is(distance: float | None, said: str) -> None:
    assert wording.km(distance) == said.replace("12,5", "12")


@pytest.mark.parametrize(
    ("short", "official"),
    [
        ("Aarhus", "Aarhus Kommune"),
        ("København", "Københavns Kommune"),
        ("Bornholms Regionskommune",) * 2,
        ("", ""),
    ],
)
def test_a_kommune_is_called_by_its_official_name(short: str, official: str) -> None:
    assert wording.kommune(short) == official


def test_numbers_for_scripts_are_never_danish(get: Get) -> None:
    assert wording.unlocalize_number(56.15) == "56.15"
    with translation.override("da"):
        assert wording.number(0.678, 2) == "0,68"
        assert wording.number(1999.6) == "2.000"
        assert wording.number(Decimal("-1.26"), 1) == "\u22121,3"
    assert 'data-latitude="56.15"' in get("/ui/galleri/").content.decode()
