# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy is written as forms, tried on today's people, decided, and taken back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import queries
from jobunivers.rooms.segmentation.models import Course, DryRun, Policy
from jobunivers.rooms.segmentation.queries.facts import FACTS
from jobunivers.rooms.segmentation.tests.page_making import NOON, TODAY, out_of_work, text
from jobunivers.science import segmentation as science
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
ALL = "/administration/forloeb/"
EMPTY = {
    f"{part}{n}": "" for n in range(1, 5) for part in ("fact", "sign", "number", "level")
}  # fmt: skip
OLD = EMPTY | {
    "fact1": "age", "sign1": ">=", "number1": "60", "course": "close_support",
    "why_da": "Du er over 60.", "why_en": "You are over 60.", "source": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def people(kirsten: Person, mads: Person) -> None:
    """Let two be out of work: Kirsten of 63 for a month, Mads for half a year."""
    kirsten.born_on = date(1963, 5, 1)
    with working_for(kirsten.municipality_id or 0):
        kirsten.save()
    out_of_work(kirsten, weeks=4)
    out_of_work(mads, weeks=30)


@pytest.fixture
def draft(as_anne: KommuneClient, people: None, anne: Person) -> Policy:
    """Return a draft that says what the country's policy says."""
    assert as_anne.post(f"{ALL}udkast/").status_code == 302
    with working_for(anne.municipality_id or 0):
        return Policy.objects.get(activated_at=None)


def now_of(policy: Policy) -> Policy:
    assert policy.municipality_id is not None
    with working_for(policy.municipality_id):
        return Policy.objects.get(pk=policy.pk)


def test_every_fact_a_policy_may_ask_about_has_words() -> None:
    assert set(FACTS) == set(science.FACTS)
    for code, fact in science.FACTS.items():
        if fact.levels:
            assert tuple(FACTS[code].levels) == fact.levels


def test_a_draft_reads_as_a_citizen_will_read_it(as_anne: KommuneClient, draft: Policy) -> None:
    shown = text(as_anne, f"{ALL}{draft.pk}/")

    assert "6. Når du har været uden job i mindst 26 uger, tilbyder vi dig “Kombineret”." in shown
    assert (
        "5. Når du er under 25 år, og din længste uddannelse er kortere end en erhvervsuddannelse,"
        " tilbyder vi dig “Kombineret”." in shown
    )
    assert "Flyt op" in shown


def test_a_second_draft_is_the_first(as_anne: KommuneClient, draft: Policy) -> None:
    answer = as_anne.post(f"{ALL}udkast/")

    assert answer["Location"].endswith(f"{ALL}{draft.pk}/")


def test_a_rule_is_written_tried_and_changed(as_anne: KommuneClient, draft: Policy) -> None:
    answer = as_anne.post(f"{ALL}{draft.pk}/regel/ny/", OLD)
    assert answer.status_code == 302, answer.content.decode()
    body = now_of(draft).body
    place = 2  # after the others with the closest help: the order that keeps the rules fair
    assert body["rules"][place] == {
        "code": "own_1", "course": "close_support",
        "all": [{"fact": "age", "is": ">=", "value": 60.0}],
        "why_da": "Du er over 60.", "why_en": "You are over 60.",
    }  # fmt: skip
    shown = text(as_anne, f"{ALL}{draft.pk}/regel/{place}/")
    assert 'value="60' in shown
    as_anne.post(
        f"{ALL}{draft.pk}/regel/{place}/",
        OLD | {"fact2": "education", "sign2": "<", "level2": "education:vocational"},
    )

    changed = now_of(draft).body["rules"][place]
    assert changed["code"] == "own_1"
    assert changed["all"][1] == {"fact": "education", "is": "<", "value": "vocational"}


def test_shares_are_written_in_percent(as_anne: KommuneClient, draft: Policy) -> None:
    shown = text(as_anne, f"{ALL}{draft.pk}/regel/0/")
    assert 'value="25' in shown
    sent = OLD | {"fact1": "chance52", "sign1": "<", "number1": "12,5"}

    as_anne.post(f"{ALL}{draft.pk}/regel/ny/", sent)

    assert now_of(draft).body["rules"][2]["all"] == [
        {"fact": "chance52", "is": "<", "value": 0.125}
    ]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"fact1": ""}, "Vælg mindst én oplysning."),
        ({"number1": ""}, "Skriv et tal."),
        ({"number1": "mange"}, "Skriv et tal."),
        ({"sign1": "="}, "Et tal er mindst eller under noget."),
        ({"fact1": "profile", "number1": "140"}, "Højst 100 procent."),
        ({"fact1": "wish", "level1": "education:phd"}, "Vælg et trin af den oplysning"),
        ({"why_en": ""}, "Skriv en tekst."),
        (
            {"fact1": "applications30", "number1": "4", "sign1": ">="},
            "Den, der gør mere, må ikke få tættere hjælp af det",
        ),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_words_and_nothing_is_kept(
    as_anne: KommuneClient, draft: Policy, sent: dict[str, str], said: str
) -> None:
    answer = as_anne.post(f"{ALL}{draft.pk}/regel/ny/", OLD | sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert now_of(draft).digest == draft.digest


def test_rules_change_places_and_go(as_anne: KommuneClient, draft: Policy) -> None:
    codes = [rule["code"] for rule in draft.body["rules"]]

    as_anne.post(f"{ALL}{draft.pk}/regel/3/flyt/", {"vej": "op"})
    as_anne.post(f"{ALL}{draft.pk}/regel/9/fjern/")

    kept = [rule["code"] for rule in now_of(draft).body["rules"]]
    assert kept == [*codes[:2], codes[3], codes[2], *codes[4:9]]
    assert as_anne.post(f"{ALL}{draft.pk}/regel/99/fjern/").status_code == 404


def test_what_was_written_of_a_draft_that_another_has_changed_meanwhile_is_not_kept(
    as_anne: KommuneClient, draft: Policy
) -> None:
    at = f"{ALL}{draft.pk}/"
    rule, ladder = form_of(as_anne, f"{at}regel/3/"), form_of(as_anne, f"{at}trappe/")
    as_anne.post(f"{at}regel/0/fjern/")  # the others come one place up
    now = now_of(draft)

    for path, sent in (("regel/3/", rule), ("trappe/", ladder)):
        answer = as_anne.post(at + path, sent | {"digest": draft.digest})
        assert answer.status_code == 422, path
        assert "En anden har ændret udkastet" in answer.content.decode()
        # Sent once more from the same page it is not kept either.
        assert f'name="digest" value="{draft.digest}"' in answer.content.decode()
    gone = as_anne.post(f"{at}regel/3/fjern/", {"digest": draft.digest}, follow=True)
    assert "En anden har ændret udkastet" in gone.content.decode()
    assert now_of(draft).body == now.body


def test_a_draft_that_has_changed_since_it_was_read_is_not_adopted(
    as_anne: KommuneClient, draft: Policy
) -> None:
    as_anne.post(f"{ALL}{draft.pk}/regel/ny/", OLD)
    as_anne.get(as_anne.post(f"{ALL}{draft.pk}/proeve/")["Location"].removeprefix("/aarhus"))

    answer = as_anne.post(
        f"{ALL}{draft.pk}/vedtag/",
        {
            "decided_by": "Udvalget", "why": "Flere i job.", "seen": "on",
            "effective_from": "2026-12-01", "digest": draft.digest,
        },
    )  # fmt: skip

    assert answer.status_code == 422
    assert "En anden har ændret udkastet" in answer.content.decode()
    assert now_of(draft).activated_at is None


def test_the_ladder_the_default_what_is_enough_and_the_courses_are_written(
    as_anne: KommuneClient, draft: Policy
) -> None:
    at = f"{ALL}{draft.pk}/"
    for path, name in (
        ("trappe/", "days1"),
        ("ellers/", "objection_days"),
        ("nok/", "cv_within_days"),
    ):
        sent = form_of(as_anne, at + path) | {name: "10"}
        assert as_anne.post(at + path, sent).status_code == 302, path
    holds = form_of(as_anne, f"{at}indhold/combined/") | {"pushes_per_week": "3"}
    as_anne.post(f"{at}indhold/combined/", holds)

    body = now_of(draft).body
    assert body["ladder"]["steps"][0]["days"] == 10
    assert body["ladder"]["steps"][0]["code"] == "reminder"
    assert body["objection_days"] == 10
    assert body["availability"]["cv_within_days"] == 10
    assert body["courses"][2]["pushes_per_week"] == 3
    assert "Vi skriver til dig omkring 3 gange om ugen." in text(as_anne, at)


def form_of(browser: KommuneClient, path: str) -> dict[str, str]:
    """Return what a form would send when nothing is changed in it."""
    form = browser.get(path).context["form"]
    sent = {}
    for field in form:
        value = field.value()
        if value is not None and value is not False:
            sent[field.html_name] = "on" if value is True else str(value)
    return sent


def test_a_ladder_that_does_not_rise_is_refused(as_anne: KommuneClient, draft: Policy) -> None:
    path = f"{ALL}{draft.pk}/trappe/"

    answer = as_anne.post(path, form_of(as_anne, path) | {"days1": "30"})

    assert answer.status_code == 422
    assert "Trin 2: Hvert trin skal komme senere end det før" in answer.content.decode()


def test_a_trial_says_who_would_move_from_where_to_where_and_moves_nobody(
    as_anne: KommuneClient, as_bente: KommuneClient, draft: Policy, kirsten: Person
) -> None:
    as_anne.post(f"{ALL}{draft.pk}/regel/ny/", OLD)
    answer = as_bente.post(f"{ALL}{draft.pk}/proeve/")

    with working_for(kirsten.municipality_id or 0):
        run = DryRun.objects.get()
        assert queries.explain(citizen_id=kirsten.pk, at=NOON).explanation.course != "close_support"  # type: ignore[union-attr]
    assert answer["Location"].endswith(f"/proeve/{run.pk}/")
    shown = text(as_bente, f"{ALL}{draft.pk}/proeve/{run.pk}/")
    assert "1 af 2 borgere ville flytte" in shown
    assert "Du er mindst 60 år (63 år)" in shown
    assert "Kirsten" not in shown
    assert "Færre end 5" in shown
    assert "Nej. 1 ville have brug for en personlig jobkonsulent, men der er plads til 0." in shown


def test_a_trial_can_be_put_on_paper_with_the_rules(as_bente: KommuneClient, draft: Policy) -> None:
    as_bente.post(f"{ALL}{draft.pk}/proeve/")
    with working_for(draft.municipality_id or 0):
        run = DryRun.objects.get()

    paper = text(as_bente, f"{ALL}{draft.pk}/proeve/{run.pk}/?papir")

    assert "seg-paper" in paper
    assert "<nav" not in paper
    assert "Reglerne</h2>" in paper


def test_what_nobody_has_been_shown_cannot_be_adopted(
    as_anne: KommuneClient, draft: Policy
) -> None:
    decided = {
        "decided_by": "Beskæftigelsesudvalget", "why": "Flere i job.", "seen": "on",
        "effective_from": "2026-12-01",
    }  # fmt: skip
    refused = as_anne.post(f"{ALL}{draft.pk}/vedtag/", decided)
    assert refused.status_code == 422
    assert "En prøve gælder en uge." in refused.content.decode()

    as_anne.get(as_anne.post(f"{ALL}{draft.pk}/proeve/")["Location"].removeprefix("/aarhus"))
    assert as_anne.post(f"{ALL}{draft.pk}/vedtag/", decided).status_code == 302

    adopted = now_of(draft)
    assert (adopted.decided_by, adopted.effective_from) == (
        "Beskæftigelsesudvalget", date(2026, 12, 1),
    )  # fmt: skip
    assert "Gælder senere" in text(as_anne, ALL)
    assert as_anne.get(f"{ALL}{draft.pk}/regel/0/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"decided_by": ""}, "hvem der har besluttet det"),
        ({"why": ""}, "Skriv en tekst."),
        ({"seen": ""}, "Læs prøven først"),
        ({"effective_from": "2026-11-22"}, "Vælg i dag eller en senere dag."),
    ],
)
def test_a_decision_says_who_why_and_from_when(
    as_anne: KommuneClient, draft: Policy, sent: dict[str, str], said: str
) -> None:
    whole = {"decided_by": "Udvalget", "why": "x", "seen": "on", "effective_from": "2026-12-01"}

    answer = as_anne.post(f"{ALL}{draft.pk}/vedtag/", whole | sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_what_was_adopted_is_taken_back_and_the_countrys_holds_again(
    as_anne: KommuneClient, visitor: KommuneClient, draft: Policy
) -> None:
    as_anne.get(as_anne.post(f"{ALL}{draft.pk}/proeve/")["Location"].removeprefix("/aarhus"))
    as_anne.post(
        f"{ALL}{draft.pk}/vedtag/",
        {"decided_by": "Udvalget", "why": "x", "seen": "on", "effective_from": TODAY.isoformat()},
    )
    assert "Besluttet af Udvalget." in text(visitor, "/forloeb/")

    as_anne.post(f"{ALL}{draft.pk}/tag-tilbage/")

    assert "Besluttet af den fælles platform." in text(visitor, "/forloeb/")
    assert as_anne.post(f"{ALL}{draft.pk}/tag-tilbage/").status_code == 404


def test_a_draft_is_thrown_away(as_anne: KommuneClient, draft: Policy) -> None:
    as_anne.post(f"{ALL}{draft.pk}/vaek/")

    assert as_anne.get(f"{ALL}{draft.pk}/").status_code == 404


def test_the_kommune_speaks_of_a_course_in_its_own_words(
    as_anne: KommuneClient, visitor: KommuneClient, draft: Policy, anne: Person
) -> None:
    sent = {
        "name_da": "Sammen om job", "name_en": "Together", "description_da": "Vi mødes.",
        "description_en": "We meet.",
    }  # fmt: skip

    as_anne.post(f"{ALL}tekst/combined/", sent)

    assert "“Sammen om job”" in text(visitor, "/forloeb/")
    with working_for(anne.municipality_id or 0):
        assert Course.objects.filter(code="combined").count() == 2


def test_the_countrys_policy_is_read_and_not_changed(as_anne: KommuneClient, people: None) -> None:
    national = Policy.objects.get(municipality=None)

    assert "Landets" in text(as_anne, f"{ALL}{national.pk}/")
    for part in ("regel/0/", "trappe/", "vedtag/"):
        assert as_anne.get(f"{ALL}{national.pk}/{part}").status_code == 404


def test_another_kommunes_draft_does_not_exist(
    draft: Policy, as_lise: KommuneClient, odense: object
) -> None:
    from jobunivers.testing.browsers import browser
    from jobunivers.testing.cast import add_person

    boss = add_person(odense, "Ove Bro", "administrator")  # type: ignore[arg-type]
    away = browser(odense, boss)  # type: ignore[arg-type]

    assert away.get(f"{ALL}{draft.pk}/").status_code == 404
    assert away.post(f"{ALL}{draft.pk}/vaek/").status_code == 404


def test_a_trial_of_yesterdays_rules_says_so(as_anne: KommuneClient, draft: Policy) -> None:
    as_anne.post(f"{ALL}{draft.pk}/proeve/")
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        as_anne.post(f"{ALL}{draft.pk}/regel/ny/", OLD)
    with working_for(draft.municipality_id or 0):
        run = DryRun.objects.get()

    assert "Reglerne er ændret siden prøven" in text(as_anne, f"{ALL}{draft.pk}/proeve/{run.pk}/")
