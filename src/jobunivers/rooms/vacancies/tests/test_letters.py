# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that a citizen sends on: over a real socket, to a proposal, to her yes or no."""

import queue
import smtplib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.mail.receiving import LARGEST, Answer, Inbox, Receiver
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Interview,
    LetterAddress,
    LetterKind,
    Proposal,
)
from jobunivers.rooms.vacancies.tests.factories import make_application, make_proposal
from jobunivers.testing.browsers import KommuneClient, text_of
from jobunivers.trust import actions as trust

pytestmark = pytest.mark.django_db
DOMAIN = "breve.example"
DANISH = ZoneInfo("Europe/Copenhagen")
INVITED = """---------- Forwarded message ---------
Fra: Nordvind ApS HR <job@nordvind.dk>
Date: tirs. 24. nov. 2026 kl. 10.12
Subject: Din ansøgning til stillingen som gartner
To: <kirsten@example.org>

Kære Kirsten

Vi vil gerne invitere dig til samtale torsdag den 3. december 2026 kl. 10.30-11.15.
Mit nummer er 12 34 56 78, og jeg har hund.

Venlig hilsen
Mette
"""


@pytest.fixture(autouse=True)
def _taken_here(settings: Any) -> None:
    settings.LETTER_DOMAIN = DOMAIN


@pytest.fixture
def address(aarhus: Municipality, kirsten: Person) -> str:
    """Return Kirsten's address for letters."""
    with working_for(aarhus.pk):
        row = actions.make_address(citizen_id=kirsten.pk, at=timezone.now())
    return f"joblog+{row.token}@{DOMAIN}"


def letter(text: str = INVITED, **heads: str) -> bytes:
    made = EmailMessage()
    told = {"From": "Kirsten <kirsten@example.org>", "Subject": "VS: Din ansøgning"} | heads
    for name, value in told.items():
        made[name] = value
    made.set_content(text, charset="iso-8859-1", cte="quoted-printable")
    return made.as_bytes()


def receive(address: str, raw: bytes, at: datetime | None = None) -> Answer:
    return actions.receive_letter(address, raw, at=at or timezone.now())


Send = Callable[..., int]


@pytest.fixture
def send() -> Iterator[Send]:
    """Give a way to send by SMTP to the real server; its questions are answered in this thread.

    The database of a test is seen by its own thread alone.
    """
    waiting: queue.Queue[tuple[Future[Any], Callable[[], Any]]] = queue.Queue()

    def here(ask: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*words: Any) -> Any:
            future: Future[Any] = Future()
            waiting.put((future, lambda: ask(*words)))
            return future.result(timeout=20)

        return asked

    inbox = Inbox(knows=here(actions.knows_letter_address), take=here(receive))
    server = Receiver(inbox, host="127.0.0.1", port=0)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    assert server.ready.wait(10)

    def sent(to: str, raw: bytes) -> int:
        said: list[int] = []
        client = threading.Thread(target=lambda: said.append(_by_smtp(server.port, to, raw)))
        client.start()
        while client.is_alive():
            try:
                future, ask = waiting.get(timeout=0.02)
            except queue.Empty:
                continue
            try:
                future.set_result(ask())
            except Exception as error:  # noqa: BLE001 - the server shall have it
                future.set_exception(error)
        return said[0]

    yield sent
    server.stop()
    serving.join(10)


def _by_smtp(port: int, to: str, raw: bytes) -> int:
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
        client.ehlo()
        client.mail("kirsten@example.org", [f"SIZE={len(raw)}"])
        code, _ = client.rcpt(to)
        if code != 250:
            return code
        return client.data(raw)[0]


def test_a_letter_sent_on_becomes_a_proposal_and_nothing_more(
    send: Send, address: str, aarhus: Municipality, kirsten: Person
) -> None:
    row = make_application(kirsten, title="Gartner", employer="Nordvind ApS")

    assert send(address.upper(), letter()) == 250

    with working_for(aarhus.pk):
        made = Proposal.objects.get()
        assert (made.kind, made.employer) == (LetterKind.INTERVIEW, "Nordvind ApS")
        assert made.application_id == row.pk
        assert made.on == date(2026, 11, 24)
        assert made.interview_at == datetime(2026, 12, 3, 10, 30, tzinfo=DANISH)
        assert "invitere dig til samtale" in made.lines
        assert "hund" not in made.lines
        row.refresh_from_db()
        assert row.status == ApplicationStatus.APPLIED
        assert not Interview.objects.exists()
        assert Notice.objects.get().kind == "vacancies.letter_read"


@pytest.mark.parametrize(
    "to",
    [
        f"joblog+0751{'a' * 24}@{DOMAIN}",
        f"joblog+9999{'a' * 24}@{DOMAIN}",
        f"joblog+0751{'a' * 23}@{DOMAIN}",
        f"joblog@{DOMAIN}",
        "kirsten@example.org",
    ],
)
def test_a_guessed_address_is_nobody_s(
    send: Send, to: str, address: str, aarhus: Municipality
) -> None:
    assert address
    assert send(to, letter()) == 550
    with working_for(aarhus.pk):
        assert not Proposal.objects.exists()


def test_her_token_at_another_house_is_nobody_s(send: Send, address: str) -> None:
    assert send(address.replace(DOMAIN, "andet.example"), letter()) == 550


def test_what_is_too_large_or_no_letter_is_refused(send: Send, address: str) -> None:
    assert send(address, b"\x00\xff") == 554
    with pytest.raises(smtplib.SMTPException):
        _refused_size(send, address)


def _refused_size(send: Send, address: str) -> None:
    code = send(address, b"Subject: x\r\n\r\n" + b"a" * (LARGEST + 100))
    if code != 250:
        raise smtplib.SMTPException(str(code))


def test_the_same_letter_twice_is_one_proposal(address: str, aarhus: Municipality) -> None:
    assert receive(address, letter()) == receive(address, letter()) == Answer.TAKEN
    with working_for(aarhus.pk):
        assert Proposal.objects.count() == 1


def test_a_flood_is_told_to_come_later_and_an_hour_later_it_may(
    address: str, aarhus: Municipality
) -> None:
    now = timezone.now()
    for number in range(20):
        assert receive(address, letter(f"{INVITED}{number}"), now) == Answer.TAKEN
    assert receive(address, letter(f"{INVITED}21"), now) == Answer.LATER
    later = now + timedelta(hours=2)
    assert receive(address, letter(f"{INVITED}22"), later) == Answer.TAKEN
    with working_for(aarhus.pk):
        assert Proposal.objects.count() == 21


def test_a_new_address_ends_the_old_one(
    as_kirsten: KommuneClient, aarhus: Municipality, address: str
) -> None:
    html = text_of(as_kirsten.get("/ansoegninger/mail/"))
    assert address in html

    as_kirsten.post("/ansoegninger/mail/adresse/")

    with working_for(aarhus.pk):
        token = LetterAddress.objects.get().token
    assert token not in address
    assert len(token) == 28
    assert not actions.knows_letter_address(address)
    assert actions.knows_letter_address(f"joblog+{token}@{DOMAIN}")
    as_kirsten.post("/ansoegninger/mail/adresse/", {"luk": "1"})
    assert not actions.knows_letter_address(f"joblog+{token}@{DOMAIN}")


def test_where_the_platform_takes_no_letters_the_page_says_so(
    as_kirsten: KommuneClient, settings: Any
) -> None:
    settings.LETTER_DOMAIN = ""
    assert "Det er ikke slået til her" in text_of(as_kirsten.get("/ansoegninger/mail/"))


def _said(**more: str) -> dict[str, str]:
    told = {
        "application": "new", "title": "Gartner", "employer": "Nordvind ApS", "status": "rejected",
        "on": "2026-11-24", "talk_on": "", "talk_from": "",
    }  # fmt: skip
    return told | more


def test_her_yes_moves_the_application_and_writes_the_talk(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, address: str
) -> None:
    row = make_application(kirsten, title="Gartner", employer="Nordvind ApS")
    receive(address, letter())
    with working_for(aarhus.pk):
        made = Proposal.objects.get()
    html = text_of(as_kirsten.get(f"/ansoegninger/mail/{made.pk}/"))
    assert "Et program har læst mailen" in html
    assert f'value="{row.pk}" selected' in html
    assert 'value="10:30"' in html

    sent = _said(
        application=str(row.pk), status="interview", talk_on="2026-12-03", talk_from="10:30"
    )
    answer = as_kirsten.post(f"/ansoegninger/mail/{made.pk}/", sent)

    assert answer.url == f"/aarhus/ansoegninger/{row.pk}/"
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert (row.status, row.answered_on) == ("interview", date(2026, 11, 24))
        talk = Interview.objects.get()
        assert talk.ends_at == datetime(2026, 12, 3, 11, 15, tzinfo=DANISH)
        assert not Proposal.objects.exists()
    assert as_kirsten.post(f"/ansoegninger/mail/{made.pk}/", sent).status_code == 404


def test_a_letter_of_no_known_application_may_begin_one(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    made = make_proposal(kirsten)
    bare = as_kirsten.post(f"/ansoegninger/mail/{made.pk}/", _said(title="", employer=" "))
    assert bare.status_code == 422
    assert "Skriv, hvilket job det er." in text_of(bare)

    as_kirsten.post(f"/ansoegninger/mail/{made.pk}/", _said())

    with working_for(aarhus.pk):
        row = Application.objects.get()
        assert (row.title, row.status) == ("Gartner", "rejected")
        assert row.citizen_id == kirsten.pk


def test_another_s_application_cannot_be_chosen(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    made, his = make_proposal(kirsten), make_application(mads)

    answer = as_kirsten.post(f"/ansoegninger/mail/{made.pk}/", _said(application=str(his.pk)))

    assert answer.status_code == 422
    with working_for(aarhus.pk):
        his.refresh_from_db()
        assert his.status == ApplicationStatus.APPLIED


def test_two_like_applications_are_hers_to_choose_between(
    address: str, kirsten: Person, aarhus: Municipality
) -> None:
    for _ in range(2):
        make_application(kirsten, title="Gartner", employer="Nordvind ApS")
    receive(address, letter())
    with working_for(aarhus.pk):
        assert Proposal.objects.get().application_id is None


def test_her_no_leaves_nothing(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    made = make_proposal(kirsten)
    as_kirsten.post(f"/ansoegninger/mail/{made.pk}/slet/")
    with working_for(aarhus.pk):
        assert not Proposal.objects.exists()
        assert not Application.objects.exists()


def test_where_reading_is_switched_off_only_the_sender_and_the_subject_are_told(
    address: str, aarhus: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        trust.switch(
            code="letters", on=False, actor_id=anne.pk, reason="Vi venter.", at=timezone.now()
        )
    receive(address, letter())
    with working_for(aarhus.pk):
        made = Proposal.objects.get()
        assert (made.kind, made.title, made.employer, made.lines) == ("unclear", "", "", "")
        assert "job@nordvind.dk" in made.sender


def test_unanswered_proposals_are_gone_after_thirty_days(
    kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    make_proposal(kirsten, at=now - timedelta(days=31))
    kept = make_proposal(kirsten, at=now - timedelta(days=29))
    with working_for(aarhus.pk):
        assert actions.forget_old_proposals(at=now) == 1
        assert Proposal.objects.get().pk == kept.pk


def test_words_of_a_letter_never_become_markup(
    as_kirsten: KommuneClient, address: str, aarhus: Municipality
) -> None:
    text = "<script>alert(1)</script> Vi har desværre valgt en anden <b>her</b>."
    receive(address, letter(text, Subject="<img src=x onerror=alert(1)> 🎉"))
    with working_for(aarhus.pk):
        made = Proposal.objects.get()
    for path in ("/ansoegninger/mail/", f"/ansoegninger/mail/{made.pk}/"):
        raw = as_kirsten.get(path).content.decode()
        assert "<script>alert" not in raw
        assert "<img src=x" not in raw
        assert "🎉" in raw
