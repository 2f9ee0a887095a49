# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A message as an e-mail (RFC 5322): text and HTML, no picture, one press to leave (RFC 8058)."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from jobunivers.integrations.carrying import Message

_LONGEST_SUBJECT = 150


class BadAddress(ValueError):  # noqa: N818 - it reads as what happened
    """What was given as an e-mail address is none that we can write to."""


def address_of(text: str, name: str = "") -> Address:
    """Return an address ready for a header; a domain with æ, ø or å as the network writes it.

    Raises BadAddress; it holds no word of the address.
    """
    user, _at, domain = text.strip().rpartition("@")
    if not user or not domain:
        raise BadAddress("not an address that mail can be sent to")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        return Address(display_name=one_line(name), username=user, domain=ascii_domain)
    except (ValueError, IndexError, UnicodeError):
        raise BadAddress("not an address that mail can be sent to") from None


def one_line(text: str) -> str:
    """Return text as a header takes it: no line may begin another header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def letter(message: Message, *, to: str, sender: str) -> EmailMessage:
    """Return the e-mail of a message.

    Args:
        message: what to say.
        to: the reader's address.
        sender: our own address, as `name <local@domain>`.

    Raises:
        BadAddress: the reader's address cannot be written to.
    """
    name, own = parseaddr(sender)
    from_ = address_of(own, message.sender_name or name)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = from_
    mail["To"] = address_of(to)
    subject = one_line(message.title)
    mail["Subject"] = subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:149]}…"
    mail["Date"] = format_datetime(message.at)
    # The same each time it is tried: mail programs know a repeat by it.
    mail["Message-ID"] = f"<{message.key}@{from_.domain}>"
    if message.reply_to:
        mail["Reply-To"] = address_of(message.reply_to)
    # No machine shall answer (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if message.leave:
        mail["List-Unsubscribe"] = f"<{one_line(message.leave)}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(message.text, cte="quoted-printable")
    if message.html:
        mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    # Last: what is set before the content is taken for the content's own.
    for header, value in message.headers.items():
        mail[header] = one_line(value)
    return mail
