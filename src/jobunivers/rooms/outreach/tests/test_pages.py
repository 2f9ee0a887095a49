# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff send with a few clicks and see what comes of it; she reads why, and can say no."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.outreach.models import ApprovalRule, NoMore, Push, PushRecipient, State
from jobunivers.rooms.outreach.tests.making import group, job_push, message, sent, submitted
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

ALL = "/medarbejder/udsendelser/"
RULES = "/administration/udsendelser/"


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.status_code
    return " ".join(unescape(answer.content.decode()).split())


def newest(aarhus: Municipality) -> Push:
    with working_for(aarhus.pk):
        return Push.objects.order_by("-pk")[0]


def crowd(aarhus: Municipality, number: int) -> list[Person]:
    return [add_person(aarhus, f"Søger Nummer{one}", "citizen") for one in range(number)]


def test_from_a_list_to_sent_in_four_presses(
    aarhus: Municipality, as_ida: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    as_ida.post(f"{ALL}fra-liste/", {"ids": [kirsten.pk]})
    push = newest(aarhus)
    written = as_ida.post(
        f"{ALL}{push.pk}/ret/",
        {"hvad": "message", "title": "Jobmesse", "words": "Kom på torsdag.",
         "because": "Fordi du søger job.", "version": push.version},
    )  # fmt: skip
    assert written.status_code == 302
    push = newest(aarhus)
    shown = text(as_ida.get(f"{ALL}{push.pk}/"))
    assert "1 kan få den" in shown
    assert "Fordi du søger job." in shown
    assert as_ida.post(
        f"{ALL}{push.pk}/send/", {"when": "now", "version": push.version}
    ).status_code == 302  # fmt: skip
    with working_for(aarhus.pk):
        sent(newest(aarhus))
        assert Notice.objects.get(person_id=kirsten.pk).path == f"fra-kommunen/{push.pk}/"

    hers = text(as_kirsten.get(f"/fra-kommunen/{push.pk}/"))
    assert "Kom på torsdag." in hers
    assert "Ida Toft" in hers
    assert "Fordi du søger job." in hers


def test_a_job_is_named_by_its_address_and_crowding_is_said(
    aarhus: Municipality, as_ida: KommuneClient, ida: Person
) -> None:
    vacancy = make_vacancy("Gartner")
    people = crowd(aarhus, 12)
    as_ida.post(f"{ALL}fra-liste/", {"ids": ",".join(str(one.pk) for one in people)})
    push = newest(aarhus)
    said = {"hvad": "job", "because": "Fordi.", "version": push.version}
    wrong = as_ida.post(f"{ALL}{push.pk}/ret/", said | {"job": "gartner"})
    assert "Vi kan ikke finde et åbent job" in text(wrong, 422)
    as_ida.post(f"{ALL}{push.pk}/ret/", said | {"job": f"https://x.dk/aarhus/job/{vacancy.pk}/"})

    push = newest(aarhus)
    shown = text(as_ida.get(f"{ALL}{push.pk}/"))
    assert "12 borgere til 1 plads. 10 er, hvad jobbet bærer." in shown
    send = {"when": "now", "version": push.version}
    assert "Jobbet bærer ikke så mange" in text(as_ida.post(f"{ALL}{push.pk}/send/", send), 422)
    as_ida.post(f"{ALL}{push.pk}/udvaelg/", {"how": "best", "number": 10, "held_out": 0})
    assert "Det er mange til det job" not in text(as_ida.get(f"{ALL}{push.pk}/"))


def test_a_manager_approves_and_the_sender_cannot(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient, as_bente: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        push = submitted(message(ida, crowd(aarhus, 101)))
    assert "Venter på mig (1)" in text(as_bente.get(ALL))
    assert "Jobmesse" in text(as_bente.get(f"{ALL}?vis=venter"))
    as_ida.post(f"{ALL}{push.pk}/godkend/")
    assert newest(aarhus).state == State.WAITING
    as_bente.post(f"{ALL}{push.pk}/godkend/")
    assert newest(aarhus).state == State.SCHEDULED
    again = as_bente.post(f"{ALL}{push.pk}/godkend/", follow=True)
    assert "Der er sket noget med udsendelsen" in text(again)


def test_a_refusal_needs_words(
    aarhus: Municipality, ida: Person, as_bente: KommuneClient, as_ida: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        push = submitted(message(ida, crowd(aarhus, 101)))
    assert as_bente.post(f"{ALL}{push.pk}/afvis/", {"why": ""}).status_code == 422
    as_bente.post(f"{ALL}{push.pk}/afvis/", {"why": "Skriv kortere."})
    assert "Skriv kortere." in text(as_ida.get(f"{ALL}{push.pk}/"))
    assert as_bente.get(f"{ALL}{push.pk}/").status_code == 404


def test_two_who_write_at_once_are_told_and_keep_their_words(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        push = message(ida, [kirsten])
    said = {"hvad": "message", "words": "Mine ord", "because": "Fordi."}
    first = said | {"title": "Først", "version": push.version}
    assert as_ida.post(f"{ALL}{push.pk}/ret/", first).status_code == 302
    shown = text(as_ida.post(f"{ALL}{push.pk}/ret/", first | {"title": "Anden"}), 409)
    assert "Nu hedder den “Først”" in shown
    assert 'value="Anden"' in shown
    old = as_ida.post(f"{ALL}{push.pk}/send/", {"when": "now", "version": push.version})
    assert old.status_code == 409


def test_later_is_later_and_not_too_far(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        push = message(ida, [kirsten])
    send = {"when": "later", "version": push.version}
    today = timezone.localdate()
    for day in ("", str(today - timedelta(days=1)), str(today + timedelta(days=400))):
        assert as_ida.post(f"{ALL}{push.pk}/send/", send | {"day": day}).status_code == 422
    good = send | {"day": str(today + timedelta(days=2)), "clock": "10:30"}
    assert as_ida.post(f"{ALL}{push.pk}/send/", good).status_code == 302
    assert timezone.localtime(newest(aarhus).send_at).hour == 10
    as_ida.post(f"{ALL}{push.pk}/stop/")
    assert newest(aarhus).state == State.STOPPED


def test_a_group_is_chosen_and_one_that_is_gone_is_said(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient, kirsten: Person
) -> None:
    with group([kirsten.pk]):
        as_ida.post(f"{ALL}ny/", {"hvad": "page", "gruppe": "test:1", "key": "k"})
        as_ida.post(f"{ALL}ny/", {"hvad": "page", "gruppe": "test:1", "key": "k"})
        push = newest(aarhus)
        said = {"hvad": "page", "side": "plan", "because": "Fordi.", "version": push.version}
        assert as_ida.post(f"{ALL}{push.pk}/ret/", said | {"gruppe": "test:2"}).status_code == 422
        as_ida.post(f"{ALL}{push.pk}/ret/", said | {"gruppe": "test:1"})
        assert "1 kan få den" in text(as_ida.get(f"{ALL}{push.pk}/"))
    gone = as_ida.post(f"{ALL}{push.pk}/find/", follow=True)
    assert "Gruppen findes ikke mere" in text(gone)
    with working_for(aarhus.pk):
        assert Push.objects.count() == 1
        assert newest(aarhus).path == "min-plan/"


def test_response_is_told_in_shares_and_never_below_five(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient
) -> None:
    people = crowd(aarhus, 20)
    with working_for(aarhus.pk):
        push = sent(submitted(message(ida, people)))
        seen = Notice.objects.filter(key=push.occasion, person_id__in=[p.pk for p in people[:8]])
        seen.update(read_at=timezone.now())
        PushRecipient.objects.filter(citizen_id=people[0].pk).update(answered_at=timezone.now())
    shown = text(as_ida.get(f"{ALL}{push.pk}/"))
    assert "20 har fået den." in shown
    assert "8 har set den" in shown
    assert "Sagde, at den ikke passer: for få til at sige et tal" in shown
    assert "Søger" not in shown
    with working_for(aarhus.pk):
        few = sent(submitted(message(ida, people[:4], title="Få")))
    assert "Når færre end fem har fået den" in text(as_ida.get(f"{ALL}{few.pk}/"))


def test_reasons_of_few_are_told_together(
    aarhus: Municipality, ida: Person, as_ida: KommuneClient, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        NoMore.objects.create(citizen_id=kirsten.pk, what="message", at=timezone.now())
        push = message(ida, [kirsten, mads])
    shown = text(as_ida.get(f"{ALL}{push.pk}/"))
    assert "1 kan ikke få den, som det er nu" in shown
    assert "har sagt nej" not in shown


def test_she_says_no_and_no_more_and_takes_it_back(
    aarhus: Municipality, ida: Person, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        push = sent(submitted(message(ida, [kirsten])))
    address = f"/fra-kommunen/{push.pk}/svar/"
    as_kirsten.post(address)
    as_kirsten.post(address, {"ikke_flere": "1"})
    with working_for(aarhus.pk):
        assert PushRecipient.objects.get().answered_at is not None
        assert NoMore.objects.filter(citizen_id=kirsten.pk, what="message").exists()
        assert message(ida, [kirsten]).reach["reached"] == 0
    assert "Du får ikke flere af den slags" in text(as_kirsten.get(f"/fra-kommunen/{push.pk}/"))
    as_kirsten.post(address, {"igen": "1"})
    with working_for(aarhus.pk):
        assert not NoMore.objects.exists()


def test_a_job_that_has_closed_is_said_to_her(
    aarhus: Municipality, ida: Person, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    vacancy = make_vacancy("Gartner")
    with working_for(aarhus.pk):
        push = sent(submitted(job_push(ida, vacancy, [kirsten])))
    page = text(as_kirsten.get(f"/fra-kommunen/{push.pk}/"))
    assert f'href="/aarhus/job/{vacancy.pk}/"' in page
    with writing_shared():
        Vacancy.objects.filter(pk=vacancy.pk).update(closed_at=timezone.now())
    assert "Jobbet er ikke åbent mere." in text(as_kirsten.get(f"/fra-kommunen/{push.pk}/"))


def test_what_is_not_hers_or_not_yet_sent_does_not_exist_for_her(
    aarhus: Municipality, ida: Person, as_kirsten: KommuneClient, as_mads: KommuneClient,
    as_jonas: KommuneClient, as_lise: KommuneClient, kirsten: Person,
) -> None:  # fmt: skip
    with working_for(aarhus.pk):
        push = message(ida, [kirsten])
        assert as_kirsten.get(f"/fra-kommunen/{push.pk}/").status_code == 404
        push = sent(submitted(push))
    assert as_mads.get(f"/fra-kommunen/{push.pk}/").status_code == 404
    assert as_jonas.get(f"/fra-kommunen/{push.pk}/").status_code == 404
    assert as_lise.get(f"{ALL}{push.pk}/").status_code == 404


def test_a_colleagues_draft_is_not_shown_and_her_push_not_changed(
    aarhus: Municipality, ida: Person, as_omar: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        push = message(ida, [kirsten])
    assert as_omar.get(f"{ALL}{push.pk}/").status_code == 404
    assert "Jobmesse" not in text(as_omar.get(f"{ALL}?vis=alle"))
    with working_for(aarhus.pk):
        submitted(push, send_at=timezone.now() + timedelta(days=1))
    assert "Jobmesse" in text(as_omar.get(f"{ALL}?vis=alle"))
    for act in ("stop", "traek-tilbage", "send", "udvaelg", "find", "ret"):
        assert as_omar.post(f"{ALL}{push.pk}/{act}/").status_code == 403


@pytest.mark.parametrize("ids", [[], [""], ["x"], ["99999999999999999999"]])
def test_a_list_of_nobody_begins_nothing(
    aarhus: Municipality, as_ida: KommuneClient, ids: list[str]
) -> None:
    answer = as_ida.post(f"{ALL}fra-liste/", {"ids": ids})
    assert answer["Location"] == "/aarhus/medarbejder/oversigt/"
    with working_for(aarhus.pk):
        assert not Push.objects.exists()


def test_the_rule_is_the_administrators_and_is_numbered(
    aarhus: Municipality, as_anne: KommuneClient, as_bente: KommuneClient
) -> None:
    assert "flere end 100" in text(as_bente.get(RULES))
    said = {"above": 20, "staff_may": "on", "effective_from": str(timezone.localdate()),
            "decided_by": "Udvalget", "why": "Ro på."}  # fmt: skip
    assert as_bente.post(RULES, said).status_code == 403
    past = said | {"effective_from": str(timezone.localdate() - timedelta(days=1))}
    assert as_anne.post(RULES, past).status_code == 422
    assert as_anne.post(RULES, said).status_code == 302
    assert "Nummer 1, fra" in text(as_bente.get(RULES))
    with working_for(aarhus.pk):
        assert ApprovalRule.objects.get().above == 20


def test_one_citizen_is_opened_with_a_reason_first(
    aarhus: Municipality, as_ida: KommuneClient, kirsten: Person
) -> None:
    address = f"/medarbejder/borgere/{kirsten.pk}/send/"
    assert f"/borgere/{kirsten.pk}/grund/" in as_ida.get(address)["Location"]
    as_ida.post(f"/medarbejder/borgere/{kirsten.pk}/grund/", {"reason": "talk", "note": ""})
    assert "Send til Kirsten Holm" in text(as_ida.get(address))
    as_ida.post(address, {"hvad": "message"})
    assert newest(aarhus).picked == [kirsten.pk]
