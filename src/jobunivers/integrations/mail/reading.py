# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter that was sent on to us: who wrote it first, what about, and its words.

It may be forwarded by hand (Gmail, Outlook and Apple, in Danish and English, each write the first
letter's heads in their own way), attached whole, or sent on by a rule. Pictures and files are never
kept; of a calendar file only its text is.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr

from lxml import etree, html

LONGEST_TEXT = 200_000
_MOST_PARTS = 60
_HEAD = re.compile(
    r"^[\s>*_]*(Fra|From|Von|Sendt|Sent|Dato|Date|Til|To|Cc|Emne|Subject|Reply-To|Svar til|"
    r"Besvar til)\s*\**\s*:\s*\**\s*(.*?)\s*\**\s*$",
    re.IGNORECASE,
)
_WHICH = {
    "fra": "from", "from": "from", "von": "from", "sendt": "date", "sent": "date",
    "dato": "date", "date": "date", "emne": "subject", "subject": "subject",
}  # fmt: skip
_SENT_ON = re.compile(r"^\s*((VS|FW|FWD|SV|RE|Videresendt|Forwarded)\s*:\s*)+", re.IGNORECASE)
_QUOTES = re.compile(r"^(?:>\s?)+")
_ANSWERED = re.compile(
    r"^\s*(?:Den .{5,80} skrev .{0,120}:|On .{5,80} wrote:|-{4,}\s*Oprindelig meddelelse.*|"
    r"-{4,}\s*Original Message.*)\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[<\[(]?(?:mailto:)?([^\s<>\[\]()]+@[^\s<>\[\]()]+)[>\])]?")
_BLOCKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"}
_HEADS_WITHIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The first letter, as far as it can be read.

    Attributes:
        written: its own line about its day, in words.
        text: its words, without what was quoted below them.
        calendar: the text of a calendar file that came with it.
        digest: the same for the same letter sent on twice.
    """

    sender_name: str
    sender_address: str
    subject: str
    written: str
    text: str
    calendar: str
    digest: str


class Unreadable(Exception):  # noqa: N818 - it reads as what happened
    """It is no letter, or has no words."""


def read_letter(raw: bytes) -> Letter:
    """Return the first letter in what was sent on to us.

    Raises:
        Unreadable: it is no e-mail, or says nothing.
    """
    try:
        outer = message_from_bytes(raw, policy=policy.default)
        attached = _attached(outer)
        mail = attached if attached is not None else outer
        text = _text(mail)
        calendar = _calendar(outer)
    except (MessageError, LookupError, ValueError, RecursionError, TypeError) as error:
        raise Unreadable(type(error).__name__) from error
    heads, body = _unwrapped(text) if attached is None else ({}, text)
    name, address = _who(heads.get("from") or _header(mail, "From"))
    subject = _SENT_ON.sub("", heads.get("subject") or _header(mail, "Subject")).strip()
    body = _own_words(body)
    if not (address or subject) or not (body.strip() or subject):
        raise Unreadable("empty")
    written = heads.get("date") or _header(mail, "Date")
    kept = f"{address}\n{subject}\n{written}\n{body}"
    return Letter(
        sender_name=name[:200],
        sender_address=address[:254],
        subject=subject[:200],
        written=written[:100],
        text=body,
        calendar=calendar,
        digest=hashlib.sha256(kept.encode("utf-8", "replace")).hexdigest(),
    )


def _attached(mail: EmailMessage) -> EmailMessage | None:
    """Return the letter that was attached whole, if one was."""
    for part in _parts(mail):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
                return inner[0]
    return None


def _parts(mail: EmailMessage) -> Iterable[Message]:
    for number, part in enumerate(mail.walk()):
        if number >= _MOST_PARTS:
            return
        yield part


def _text(mail: EmailMessage) -> str:
    """Return the letter's words: its plain text, or what its HTML says."""
    plain = mail.get_body(("plain",))
    said = _content(plain) if plain is not None else ""
    if said.strip():
        return said
    pretty = mail.get_body(("html",))
    return _plain(_content(pretty)) if pretty is not None else ""


def _content(part: Message) -> str:
    """Return a part's text; bytes that are not of the charset it names are replaced."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        text = data[: 4 * LONGEST_TEXT].decode(charset, "replace")
    except LookupError:
        text = data[: 4 * LONGEST_TEXT].decode("utf-8", "replace")
    clean = text.replace("\x00", "").replace("\r\n", "\n").replace("\xa0", " ")
    return clean[:LONGEST_TEXT]


def _plain(markup: str) -> str:
    if not markup.strip():
        return ""
    try:
        tree = html.fromstring(markup)
    except (ValueError, etree.ParserError, etree.XMLSyntaxError):
        return ""
    etree.strip_elements(tree, "script", "style", "title", with_tail=False)
    lines = (" ".join(line.split()) for line in _in_order(tree).split("\n"))
    return "\n".join(lines)[:LONGEST_TEXT]


def _in_order(node: html.HtmlElement) -> str:
    """Return the text of a tree as it is read, blocks on lines of their own."""
    for block in node.iter():
        if isinstance(block.tag, str) and block.tag in _BLOCKS:
            if block.tag == "br":
                block.tail = "\n" + (block.tail or "")
            else:
                block.text = "\n" + (block.text or "")
                block.tail = "\n" + (block.tail or "")
    return str(node.text_content())


def _calendar(mail: EmailMessage) -> str:
    for part in _parts(mail):
        if part.get_content_type() == "text/calendar":
            return _content(part)[:20_000]
    return ""


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail.get(name) or "").split())
    except (ValueError, TypeError, IndexError, AttributeError):  # a head nobody can read
        return ""


def _who(said: str) -> tuple[str, str]:
    """Return name and address of a sender, as programs write them."""
    found = _ADDRESS.search(said)
    if found is None:
        return said.strip(" \"'*"), ""
    address = found[1].strip(".,;*")
    name = parseaddr(said)[0] or said[: found.start()]
    return name.strip(" \"'*<[("), address if "@" in address else ""


def _unwrapped(text: str) -> tuple[dict[str, str], str]:
    """Return the heads of the letter inside and what follows them; none: all of it is the letter.

    A block of heads is a line that says who wrote it, with a line of its subject or day close by.
    """
    lines = [_QUOTES.sub("", line) for line in text.split("\n")]
    for at, line in enumerate(lines):
        head = _HEAD.match(line)
        if head is None or _WHICH.get(head[1].lower()) is None:
            continue
        heads, last = _heads(lines, at)
        if "from" in heads and ("subject" in heads or "date" in heads):
            return heads, "\n".join(lines[last + 1 :])
    return {}, "\n".join(lines)


def _heads(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    """Return the heads that begin at a line, and where they end. Empty lines may lie between."""
    heads: dict[str, str] = {}
    last, seen = at, 0
    for number in range(at, min(at + 2 * _HEADS_WITHIN, len(lines))):
        line = lines[number]
        if not line.strip():
            continue
        head = _HEAD.match(line)
        if head is None:
            # A long subject or list of receivers goes on in the next line.
            if seen and number == last + 1 and number + 1 < len(lines) and _is_head(lines, number):
                last = number
                continue
            break
        which = _WHICH.get(head[1].lower())
        if which and which not in heads:
            heads[which] = head[2].strip()
        last, seen = number, seen + 1
    return heads, last


def _is_head(lines: list[str], number: int) -> bool:
    return _HEAD.match(lines[number + 1]) is not None


def _own_words(text: str) -> str:
    """Return a letter without the older ones quoted below it."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _ANSWERED.match(line):
            return "\n".join(lines[:number])
        head = _HEAD.match(line)
        if head and _WHICH.get(head[1].lower()) == "from" and number:
            heads, _last = _heads(lines, number)
            if "subject" in heads or "date" in heads:
                return "\n".join(lines[:number])
    return text
