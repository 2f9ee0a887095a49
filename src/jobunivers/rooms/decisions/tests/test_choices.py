# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She sees what was chosen for her, has it made again, and reaches a named human with her no."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from jobunivers.foundation import inbox
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.decisions import actions
from jobunivers.rooms.decisions.models import Contest, Outcome
from jobunivers.rooms.decisions.tests.making import Computer, choose, weather
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust.models import Look
from jobunivers.trust.opening import SESSION_REASONS

pytestmark = pytest.mark.django_db
WORDS = "Jeg har allerede en paraply."
ANSWER = {"outcome": "agreed", "answer": "Du har ret. Vi har rettet det."}


@pytest.fixture
def computer() -> Iterator[Computer]:
    """Return the test model, which chooses for citizens."""
    with weather() as found:
        yield found


def text(browser: KommuneClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode())


def say_no(browser: KommuneClient, pk: int) -> Contest:
    answer = browser.post(f"/beslutninger-om-mig/weather/{pk}/uenig/", {"words": WORDS})
    assert answer.status_code == 302
    return the_contest(pk)


def the_contest(pk: int) -> Contest:
    kommune = Municipality.objects.get(slug="aarhus")
    with working_for(kommune.pk):
        return Contest.objects.get(decision_id=pk)


def test_she_sees_what_was_chosen_on_which_data_and_by_what(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, computer: Computer
) -> None:
    pk = choose(kirsten)
    choose(mads, what="Tag solbriller")
    page = text(as_kirsten, "/beslutninger-om-mig/")
    assert "Tag en paraply" in page
    assert "Tag solbriller" not in page
    whole = text(as_kirsten, f"/beslutninger-om-mig/weather/{pk}/")
    for said in ("Valgt af en computer", "Det regner", "Aarhus", "weather-1", "Du bestemmer selv."):
        assert said in whole, said


def test_nothing_chosen_says_so_and_what_will_stand_there(as_kirsten: KommuneClient) -> None:
    assert "Der er ikke valgt noget endnu" in text(as_kirsten, "/beslutninger-om-mig/")
    assert "Der er ikke valgt noget endnu" in text(as_kirsten, "/beslutninger-om-mig/?slags=findes")


def test_what_is_somebody_elses_does_not_exist(
    as_kirsten: KommuneClient,
    as_jonas: KommuneClient,
    as_lise: KommuneClient,
    kirsten: Person,
    mads: Person,
    computer: Computer,
) -> None:
    hers, his = choose(kirsten), choose(mads)
    for path in (f"weather/{his}/", f"findes-ikke/{hers}/", "weather/999999/"):
        text(as_kirsten, f"/beslutninger-om-mig/{path}", 404)
    text(as_jonas, f"/beslutninger-om-mig/weather/{hers}/", 404)
    assert (
        as_jonas.post(f"/beslutninger-om-mig/weather/{hers}/uenig/", {"words": "x"}).status_code
        == 404
    )
    contest = say_no(as_kirsten, hers)
    text(as_lise, f"/medarbejder/uenige/{contest.pk}/", 404)
    assert as_lise.post(f"/medarbejder/uenige/{contest.pk}/", ANSWER).status_code == 404
    assert as_jonas.post(f"/beslutninger-om-mig/uenig/{contest.pk}/tilbage/").status_code == 404


def test_it_is_made_again_only_when_asked_and_told_whether_it_is_the_same(
    as_kirsten: KommuneClient, kirsten: Person, computer: Computer
) -> None:
    pk = choose(kirsten)
    path = f"/beslutninger-om-mig/weather/{pk}/"
    assert "Det bliver præcis det samme" not in text(as_kirsten, path)
    assert "Det bliver præcis det samme" in text(as_kirsten, f"{path}?regn-efter=ja")
    assert "At ingen anden sky" in text(as_kirsten, f"{path}?regn-efter=ja")
    computer.now = "sol"
    page = text(as_kirsten, f"{path}?regn-efter=ja")
    assert "Det bliver ikke det samme" in page
    assert "ikke det samme" in page


def test_an_old_choice_says_why_it_cannot_be_made_again(
    as_kirsten: KommuneClient, kirsten: Person, computer: Computer
) -> None:
    computer.missing = "Skyerne er væk"
    new = choose(kirsten)
    old = choose(kirsten, at=timezone.now() - timedelta(days=91))
    for pk, said in ((new, False), (old, True)):
        page = text(as_kirsten, f"/beslutninger-om-mig/weather/{pk}/?regn-efter=ja")
        assert "Det kan ikke regnes efter" in page
        assert "Skyerne er væk" in page
        assert ("mere end 90 dage siden" in page) == said


def test_a_model_switched_off_since_still_tells_what_it_chose(
    aarhus: Municipality,
    as_kirsten: KommuneClient,
    kirsten: Person,
    anne: Person,
    computer: Computer,
) -> None:
    pk = choose(kirsten)
    with working_for(aarhus.pk):
        trust.switch(
            code="weather", on=False, actor_id=anne.pk, reason="Vi prøver.", at=timezone.now()
        )
    page = text(as_kirsten, f"/beslutninger-om-mig/weather/{pk}/?regn-efter=ja")
    assert "er slået fra siden" in page
    assert "Det bliver præcis det samme" in page
    assert "er slået fra siden" in text(as_kirsten, "/beslutninger-om-mig/")


def test_her_no_reaches_a_named_human_and_the_answer_reaches_her(
    aarhus: Municipality,
    as_kirsten: KommuneClient,
    as_olga: KommuneClient,
    as_omar: KommuneClient,
    kirsten: Person,
    omar: Person,
    computer: Computer,
) -> None:
    contest = say_no(as_kirsten, choose(kirsten))
    with working_for(aarhus.pk):
        named = Person.objects.get(pk=contest.responsible_id or 0)
        assert Notice.objects.filter(person_id=named.pk, kind="decisions.contest").count() == 1
        for role in ("adviser", "officer"):
            asking = inbox.Asking(staff_id=named.pk, role=role, language="da", at=timezone.now())
            items = [one for source, found in inbox.waiting(asking) for one in found
                     if source.code == "decisions.contests"]  # fmt: skip
            assert [one.citizen_id for one in items] == [kirsten.pk]
    assert named.name in text(as_kirsten, f"/beslutninger-om-mig/weather/{contest.decision_id}/")
    assert WORDS in text(as_olga, f"/medarbejder/uenige/{contest.pk}/")
    assert as_omar.post(f"/medarbejder/uenige/{contest.pk}/", ANSWER).status_code == 302
    page = text(as_kirsten, f"/beslutninger-om-mig/weather/{contest.decision_id}/")
    assert "Du fik ret" in page
    assert ANSWER["answer"] in page
    assert omar.name in page
    with working_for(aarhus.pk):
        assert Notice.objects.filter(person_id=kirsten.pk, kind="decisions.answered").count() == 1
        assert Event.objects.filter(kind="decisions.contest_answered").count() == 1


def test_two_presses_are_one_no_and_an_empty_one_is_none(
    aarhus: Municipality, as_kirsten: KommuneClient, kirsten: Person, computer: Computer
) -> None:
    pk = choose(kirsten)
    answer = as_kirsten.post(f"/beslutninger-om-mig/weather/{pk}/uenig/", {"words": "  "})
    assert answer.status_code == 422
    assert "Skriv et par ord" in answer.content.decode()
    say_no(as_kirsten, pk)
    say_no(as_kirsten, pk)
    with working_for(aarhus.pk):
        assert Contest.objects.count() == 1


def test_she_takes_it_back_once_and_may_say_no_again(
    aarhus: Municipality, as_kirsten: KommuneClient, kirsten: Person, computer: Computer
) -> None:
    contest = say_no(as_kirsten, choose(kirsten))
    assert as_kirsten.post(f"/beslutninger-om-mig/uenig/{contest.pk}/tilbage/").status_code == 302
    assert as_kirsten.post(f"/beslutninger-om-mig/uenig/{contest.pk}/tilbage/").status_code == 404
    page = text(as_kirsten, f"/beslutninger-om-mig/weather/{contest.decision_id}/")
    assert "Du tog det tilbage" in page
    path = f"/beslutninger-om-mig/weather/{contest.decision_id}/uenig/"
    assert as_kirsten.post(path, {"words": "Alligevel"}).status_code == 302
    with working_for(aarhus.pk):
        assert Contest.objects.filter(answered_at=None).count() == 1


def test_who_answers_second_keeps_her_words_and_sees_the_first(
    aarhus: Municipality, as_kirsten: KommuneClient, as_omar: KommuneClient, ida: Person,
    kirsten: Person, computer: Computer,
) -> None:  # fmt: skip
    contest = say_no(as_kirsten, choose(kirsten))
    with working_for(aarhus.pk):
        actions.answer_contest(
            contest_id=contest.pk, staff_id=ida.pk, outcome=Outcome.KEPT, answer="Det regner.",
            at=timezone.now(),
        )  # fmt: skip
        with pytest.raises(actions.AlreadyAnswered):
            actions.take_back_contest(
                contest_id=contest.pk, citizen_id=kirsten.pk, at=timezone.now()
            )
    answer = as_omar.post(f"/medarbejder/uenige/{contest.pk}/", ANSWER)
    assert answer.status_code == 409
    assert "Det regner." in answer.content.decode()
    assert ANSWER["answer"] in answer.content.decode()


def test_an_answer_says_something_and_what_comes_of_it(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, computer: Computer
) -> None:
    contest = say_no(as_kirsten, choose(kirsten))
    path = f"/medarbejder/uenige/{contest.pk}/"
    for bad in ({"outcome": "agreed", "answer": " "}, {"outcome": "taken_back", "answer": "Ja"}):
        assert as_omar.post(path, bad).status_code == 422


def test_staff_look_with_a_reason_and_she_reads_that_they_did(
    aarhus: Municipality,
    as_omar: KommuneClient,
    as_olga: KommuneClient,
    as_kirsten: KommuneClient,
    kirsten: Person,
    computer: Computer,
) -> None:
    pk = choose(kirsten)
    path = f"/medarbejder/borgere/{kirsten.pk}/valg/"
    assert as_omar.get(path).status_code == 302
    assert as_olga.get(path).status_code == 403
    session = as_omar.session
    session[SESSION_REASONS] = {
        str(kirsten.pk): {
            "code": "case", "note": "", "day": timezone.localdate().isoformat()
        }
    }  # fmt: skip
    session.save()
    assert "Tag en paraply" in text(as_omar, path)
    assert "Det bliver præcis det samme" in text(as_omar, f"{path}weather/{pk}/?regn-efter=ja")
    with working_for(aarhus.pk):
        assert set(Look.objects.values_list("part", flat=True)) == {"decisions"}
    assert "Det, en computer har valgt for dig" in text(as_kirsten, "/hvem-har-set/")


def test_a_sample_is_made_again_and_one_that_differs_is_an_error(
    kirsten: Person, computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        choose(kirsten)
    call_command("reproduce", "--kind", "weather", "--sample", "2", "--seed", "1")
    assert "2 made again,       2 exact: 100.00 %" in capsys.readouterr().out
    computer.missing = "Skyerne er væk"
    call_command("reproduce", "--kind", "weather")
    assert "3 cannot be made again: Skyerne er væk" in capsys.readouterr().out
    computer.missing, computer.now = "", "sol"
    with pytest.raises(CommandError, match="3 come out otherwise"):
        call_command("reproduce", "--kind", "weather")
    for bad in (["--kind", "findes"], ["--sample", "0"], ["--kommune", "atlantis"]):
        with pytest.raises(CommandError):
            call_command("reproduce", *bad)
