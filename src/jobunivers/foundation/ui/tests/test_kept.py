# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages remember says what Django would say: addresses, sentences, files."""

import pytest
from django.template import Context, Engine
from django.urls import NoReverseMatch, get_resolver, reverse, set_script_prefix
from django.utils import translation

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.templatetags.kept import KeptTranslateNode, KeptURLNode


def _shown(source: str, builtins: list[str], **values: object) -> str:
    engine = Engine(builtins=["django.templatetags.i18n", "django.templatetags.static", *builtins])
    return engine.from_string(source).render(Context(values))


def _kept(source: str, **values: object) -> str:
    return _shown(source, ["jobunivers.foundation.ui.templatetags.kept"], **values)


@pytest.fixture(params=["/", "/aarhus/", "/7/"])
def beginning(request: pytest.FixtureRequest) -> object:
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix("/")


@pytest.mark.parametrize("number", [0, 7, 8, 77, 10**12])
def test_an_address_is_what_django_says_whatever_it_begins_with(
    beginning: str, number: int
) -> None:
    assert address("vacancies:vacancy", number) == reverse("vacancies:vacancy", args=[number])
    assert address("vacancies:search") == reverse("vacancies:search")
    assert address("vacancies:vacancy", number).startswith(beginning)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("vacancies:vacancy", (-1,)),
        ("vacancies:vacancy", ("a",)),
        ("vacancies:vacancy", ()),
        ("vacancies:search", (1,)),
        ("nobody:nothing", ()),
    ],
)
def test_what_no_page_answers_to_is_refused_each_time(name: str, values: tuple[object]) -> None:
    for _turn in range(2):
        with pytest.raises(NoReverseMatch):
            address(name, *values)


def test_each_room_stands_once() -> None:
    # The kept addresses do not ask in which instance of a room the reader stands.
    assert {name: many for name, many in get_resolver().app_dict.items() if many != [name]} == {}


@pytest.mark.parametrize(
    "source",
    [
        '{% url "vacancies:vacancy" pk %}',
        '{% url "vacancies:vacancy" pk as there %}[{{ there }}]',
        '{% url "vacancies:nothing" as there %}[{{ there }}]',
        '{% url "vacancies:vacancy" pk=pk %}',
        "{% url name %}",
        '{% translate "Gem" %}',
        '{% translate "Gem" as said %}<{{ said }}>',
        '{% translate "Gem" noop %}',
        "{% translate word %}",
        '{% translate "100 %% & mere" %}',
        '{% static "ui/css/ui.css" %}',
        '{% static "ui/a&b.css" as file %}{{ file }}',
        "{% static path %}",
    ],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_tag_says_what_djangos_own_says(source: str, language: str) -> None:
    values = {"pk": 31, "name": "front:about", "word": "Gem", "path": "ui/js/live.js"}
    with translation.override(language):
        plain = _shown(source, [], **values)
        first, again = (_kept(source, **values) for _turn in range(2))
    assert plain == first == again


def test_a_sentence_follows_the_reader_from_one_language_to_the_other() -> None:
    engine = Engine(
        builtins=["django.templatetags.i18n", "jobunivers.foundation.ui.templatetags.kept"]
    )
    template = engine.from_string('{% translate "Gem" %}')
    said = []
    for language in ("da", "en", "da"):
        with translation.override(language):
            said.append(template.render(Context()))
    assert said == ["Gem", "Save", "Gem"]


def test_pages_use_what_remembers() -> None:
    engine = Engine.get_default()
    nodes = engine.from_string('{% url "front:about" %}{% translate "Gem" %}').nodelist
    assert [type(one) for one in nodes] == [KeptURLNode, KeptTranslateNode]
