# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters as programs send them on: by hand, attached whole, by a rule; in Danish and English."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.integrations.mail.reading import Unreadable, read_letter

BODY = "Kære Kirsten\n\nTak for din ansøgning til stillingen som gartner.\n\nVenlig hilsen\nMette"
GMAIL = f"""Se her

---------- Forwarded message ---------
Fra: Nordvind ApS HR <job@nordvind.dk>
Date: tirs. 24. nov. 2026 kl. 10.12
Subject: Tak for din ansøgning
To: Kirsten Holm <kirsten@example.org>


{BODY}
"""
GMAIL_BOLD = f"""---------- Videresendt meddelelse ---------
*Fra:* *Nordvind ApS HR* <job@nordvind.dk>
*Dato:* 24. nov. 2026 10.12
*Emne:* Tak for din ansøgning
*Til:* kirsten@example.org

{BODY}
"""
OUTLOOK = f"""

________________________________
Fra: Nordvind ApS HR <job@nordvind.dk>
Sendt: 24. november 2026 10:12
Til: Kirsten Holm <kirsten@example.org>
Emne: Tak for din ansøgning

{BODY}
"""
OUTLOOK_ENGLISH = f"""From: Nordvind ApS HR [mailto:job@nordvind.dk]
Sent: Tuesday, November 24, 2026 10:12 AM
To: Kirsten Holm
Subject: Tak for din ansøgning

{BODY}
"""
APPLE = "\n".join(
    ["Sendt fra min iPhone", "", "Start på videresendt besked:", ""]
    + [
        f"> {line}"
        for line in (
            "Fra: Nordvind ApS HR <job@nordvind.dk>\nEmne: Tak for din ansøgning\n"
            "Dato: 24. november 2026 kl. 10.12.00 CET\nTil: Kirsten <kirsten@example.org>\n\n"
            + BODY
        ).split("\n")
    ]
)
HANDS = [GMAIL, GMAIL_BOLD, OUTLOOK, OUTLOOK_ENGLISH, APPLE]
NAMES = ["gmail", "gmail-bold", "outlook", "outlook-english", "apple"]


def mail(text: str, *, subject: str = "VS: Tak for din ansøgning", **content: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Kirsten Holm <kirsten@example.org>"
    made["To"] = "joblog+x@example.org"
    made["Subject"] = subject
    made["Date"] = "Wed, 25 Nov 2026 08:00:00 +0100"
    made.set_content(text, **content)  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("text", HANDS, ids=NAMES)
def test_a_letter_sent_on_by_hand_is_the_employer_s(text: str, cte: str, charset: str) -> None:
    found = read_letter(mail(text, cte=cte, charset=charset).as_bytes())

    assert found.sender_name == "Nordvind ApS HR"
    assert found.sender_address == "job@nordvind.dk"
    assert found.subject == "Tak for din ansøgning"
    assert "2026" in found.written
    assert "Tak for din ansøgning til stillingen som gartner." in found.text
    assert "Se her" not in found.text
    assert "iPhone" not in found.text


def test_the_same_letter_sent_on_twice_is_known() -> None:
    first, second = mail(GMAIL), mail(GMAIL)
    second.replace_header("Date", "Thu, 26 Nov 2026 08:00:00 +0100")

    assert read_letter(first.as_bytes()).digest == read_letter(second.as_bytes()).digest
    other = read_letter(mail(GMAIL.replace("gartner", "kok")).as_bytes())
    assert other.digest != read_letter(first.as_bytes()).digest


def test_a_letter_attached_whole_is_read_and_not_the_one_around_it() -> None:
    inner = mail(BODY, subject="Tak for din ansøgning")
    inner.replace_header("From", "Nordvind ApS HR <job@nordvind.dk>")
    outer = mail("Se vedhæftet")
    outer.add_attachment(inner)

    found = read_letter(outer.as_bytes())

    assert (found.sender_address, found.subject) == ("job@nordvind.dk", "Tak for din ansøgning")
    assert "Se vedhæftet" not in found.text


def test_a_letter_sent_on_by_a_rule_has_the_employer_as_its_sender() -> None:
    made = mail(BODY, subject="Tak for din ansøgning")
    made.replace_header("From", "=?iso-8859-1?Q?N=F8rrevind_A/S?= <job@norrevind.dk>")

    found = read_letter(made.as_bytes())

    assert found.sender_name == "Nørrevind A/S"
    assert found.text.startswith("Kære Kirsten")


def test_html_alone_is_read_as_a_person_reads_it() -> None:
    made = mail("x")
    made.clear_content()
    markup = (
        "<html><head><title>T</title><style>p{color:red}</style></head><body>"
        "<div><b>Fra:</b> Nordvind ApS HR &lt;job@nordvind.dk&gt;<br><b>Sendt:</b> 24. november"
        " 2026<br><b>Emne:</b> Tak for din ansøgning<br></div><p>Vi må <i>desværre</i> nej.</p>"
        "<script>alert(1)</script></body></html>"
    )
    made.set_content(markup, subtype="html")

    found = read_letter(made.as_bytes())

    assert found.sender_address == "job@nordvind.dk"
    assert "Vi må desværre nej." in found.text
    assert "alert" not in found.text
    assert "color" not in found.text


def test_files_are_let_lie_and_a_calendar_is_kept_as_text() -> None:
    made = mail(GMAIL)
    made.add_attachment(
        b"%PDF-1.4 secret", maintype="application", subtype="pdf", filename="cv.pdf"
    )
    made.add_attachment("BEGIN:VCALENDAR\nEND:VCALENDAR", subtype="calendar", filename="a.ics")

    found = read_letter(made.as_bytes())

    assert "secret" not in found.text
    assert found.calendar.startswith("BEGIN:VCALENDAR")


def test_what_she_had_written_before_is_not_the_employer_s_answer() -> None:
    answer = "Kære Kirsten\nVi vender tilbage.\n\nDen 20. nov. 2026 kl. 10.00 skrev Kirsten:\n> nej"

    found = read_letter(mail(answer).as_bytes())

    assert "nej" not in found.text
    assert "Vi vender tilbage." in found.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x--",
        b"Content-Type: text/plain; charset=ukendt-tegn\r\n\r\n",
    ],
)
def test_what_says_nothing_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_letter(raw)


def test_an_unknown_charset_does_not_lose_the_letter() -> None:
    heads = "From: a@b.dk\r\nContent-Type: text/plain; charset=ukendt\r\n\r\n"
    raw = f"{heads}Tak for din ansøgning".encode()

    assert read_letter(raw).text == "Tak for din ansøgning"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600))
def test_whatever_comes_is_read_or_refused(raw: bytes) -> None:
    try:
        found = read_letter(raw)
    except Unreadable:
        return
    assert "\x00" not in found.text + found.subject
    assert len(found.digest) == 64
