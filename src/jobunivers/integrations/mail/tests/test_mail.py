# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""E-mail over real SMTP, on a real socket, to a server that catches it."""

import smtplib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobunivers.integrations.carrying import Fate, Message
from jobunivers.integrations.mail import fake
from jobunivers.integrations.mail.client import Server, SmtpMailer
from jobunivers.integrations.mail.fake import MailCatcher
from jobunivers.integrations.mail.letter import BadAddress, letter

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SENDER = "Jobunivers <svar-ikke@job.example>"
MESSAGE = Message(
    key="email-7",
    title="3 nye job i “Lager nær Århus” 🙂",
    text="3 nye job\n\n.begynder med et punktum\nog slutter\n",
    html='<p>3 nye job</p><p><a href="https://job.example/beskeder/7/">Læs</a></p>',
    link="https://job.example/beskeder/7/",
    leave="https://job.example/afmeld/abc:def/",
    at=NOW,
    sender_name="Jobunivers – Aarhus Kommune",
    reply_to="job@aarhus.example",
    headers={"X-Jobunivers-Kommune": "aarhus"},
)


@pytest.fixture
def catcher(tmp_path: Path) -> Iterator[MailCatcher]:
    with MailCatcher(tmp_path / "mail") as started:
        yield started


@pytest.fixture
def mailer(catcher: MailCatcher) -> Iterator[SmtpMailer]:
    made = SmtpMailer.at(catcher.address, sender=SENDER)
    yield made
    made.close()


def test_a_letter_arrives_as_it_was_written(mailer: SmtpMailer, catcher: MailCatcher) -> None:
    assert mailer.send(MESSAGE, "kirsten@example.org").fate is Fate.ACCEPTED
    (got,) = catcher.letters()
    assert got.subject == MESSAGE.title
    assert got.to == "kirsten@example.org"
    assert got.text.replace("\r\n", "\n") == MESSAGE.text
    assert got.html.strip() == MESSAGE.html
    assert got.mail["From"] == "Jobunivers – Aarhus Kommune <svar-ikke@job.example>"
    assert got.mail["Message-ID"] == "<email-7@job.example>"
    assert got.mail["Reply-To"] == "job@aarhus.example"
    assert got.mail["Auto-Submitted"] == "auto-generated"
    assert got.mail.get_content_type() == "multipart/alternative"


def test_one_press_leaves_as_rfc_8058_asks(mailer: SmtpMailer, catcher: MailCatcher) -> None:
    mailer.send(MESSAGE, "kirsten@example.org")
    (got,) = catcher.letters()
    assert got.mail["List-Unsubscribe"] == "<https://job.example/afmeld/abc:def/>"
    assert got.mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_what_is_critical_says_nothing_of_leaving(mailer: SmtpMailer, catcher: MailCatcher) -> None:
    mailer.send(replace(MESSAGE, leave=""), "kirsten@example.org")
    assert catcher.letters()[0].mail["List-Unsubscribe"] is None


def test_many_letters_go_through_one_connection(mailer: SmtpMailer, catcher: MailCatcher) -> None:
    for number in range(20):
        one = replace(MESSAGE, key=f"email-{number}", title=f"Nr. {number}")
        assert mailer.send(one, f"borger{number}@example.org").fate is Fate.ACCEPTED
    assert [one.subject for one in catcher.letters()] == [f"Nr. {n}" for n in range(20)]


@pytest.mark.parametrize(
    ("address", "fate", "reason"),
    [
        ("ukendt@example.org", Fate.GONE, "smtp-550"),
        ("optaget@example.org", Fate.LATER, "smtp-451"),
        ("afvis@example.org", Fate.REFUSED, "smtp-554"),
        ("uden-snabel-a", Fate.GONE, "bad_address"),
        ("to@linjer\r\nBcc: alle@example.org", Fate.GONE, "bad_address"),
    ],
)
def test_each_answer_means_what_it_says_and_the_next_letter_still_goes(
    mailer: SmtpMailer, catcher: MailCatcher, address: str, fate: Fate, reason: str
) -> None:
    outcome = mailer.send(MESSAGE, address)
    assert (outcome.fate, outcome.reason) == (fate, reason)
    assert mailer.send(MESSAGE, "kirsten@example.org").fate is Fate.ACCEPTED
    assert len(catcher.letters()) == 1


def test_a_server_that_is_away_is_tried_later_and_found_again(tmp_path: Path) -> None:
    with MailCatcher(tmp_path / "mail") as first:
        mailer = SmtpMailer.at(first.address, sender=SENDER)
        assert mailer.check() == ""
        assert mailer.send(MESSAGE, "kirsten@example.org").fate is Fate.ACCEPTED
    away = mailer.send(MESSAGE, "kirsten@example.org")
    assert away.fate is Fate.LATER
    assert mailer.check() == "ConnectionRefusedError"
    with MailCatcher(tmp_path / "mail", port=first.port):
        assert mailer.send(MESSAGE, "kirsten@example.org").fate is Fate.ACCEPTED
    mailer.close()


def test_no_text_of_ours_begins_another_header() -> None:
    bad = replace(
        MESSAGE,
        title="Hej\r\nBcc: alle@example.org",
        sender_name="Aarhus\nBcc: alle@example.org",
        headers={"X-Jobunivers-Kommune": "aarhus\r\nBcc: alle@example.org"},
    )
    mail = letter(bad, to="kirsten@example.org", sender=SENDER)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hej Bcc: alle@example.org"


def test_a_danish_domain_is_written_as_the_network_knows_it() -> None:
    mail = letter(MESSAGE, to="kirsten@blåbærgrød.example", sender=SENDER)
    assert mail["To"] == "kirsten@xn--blbrgrd-fxak7p.example"
    with pytest.raises(BadAddress):
        letter(MESSAGE, to="@example.org", sender=SENDER)


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("smtps://u:p%40ss@mail.example",
         Server(host="mail.example", port=465, user="u", password="p@ss", tls="on")),
        ("smtp://mail.example:587", Server(host="mail.example", port=587, tls="start")),
        ("smtp://127.0.0.1:1025?tls=off", Server(host="127.0.0.1", port=1025, tls="off")),
    ],
)  # fmt: skip
def test_a_servers_address_is_read(text: str, server: Server) -> None:
    assert Server.read(text) == server


@pytest.mark.parametrize("text", ["mail.example", "http://mail.example", "smtp://h?tls=no"])
def test_what_is_no_servers_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"smtp|tls"):
        Server.read(text)


def test_a_server_without_starttls_gets_no_letter(catcher: MailCatcher) -> None:
    strict = SmtpMailer.at(f"smtp://127.0.0.1:{catcher.port}", sender=SENDER)
    assert strict.send(MESSAGE, "kirsten@example.org").fate is Fate.LATER
    assert catcher.letters() == []
    strict.close()


def test_the_catcher_speaks_smtp_to_others_too(catcher: MailCatcher) -> None:
    with smtplib.SMTP("127.0.0.1", catcher.port, timeout=5) as talk:
        assert talk.docmd("VRFY", "x")[0] == 502
        assert talk.docmd("DATA")[0] == 503
        assert talk.docmd("RCPT", "TO:<a@example.org>")[0] == 503
        talk.sendmail("a@example.org", ["b@example.org"], b"Subject: Hej\r\n\r\n..\r\nx\r\n")
    assert catcher.letters()[0].text.replace("\r\n", "\n") == "..\nx\n"


@pytest.mark.parametrize("name", ["../secrets.json", "x.eml", "1-1-1.eml", ""])
def test_only_letters_are_read_from_the_folder(tmp_path: Path, name: str) -> None:
    assert fake.read(tmp_path, name) is None
