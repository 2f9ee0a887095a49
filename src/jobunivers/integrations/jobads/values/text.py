# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text as it comes: bytes in the wrong encoding, broken characters, values that are not strings."""

import codecs
import html
import re

from jobunivers.integrations.jobads.html import has_tags, undouble
from jobunivers.integrations.jobads.values.notes import Notes

LINE_LIMIT = 500  # characters of a title or a name
URL_LIMIT = 2_000
_MOST = 10**30
_EXACT = 1e15  # a float up to here is a whole number when it looks like one
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAGS = re.compile(r"<[^<>]{1,2000}>")
_URL = re.compile(r"""(?i)^https?://[^\s<>"']+$""")
_BARE_DOMAIN = re.compile(
    r"(?i)^(?:www\.)?[\wæøåé-]+(?:\.[\wæøåé-]+)*\.[a-z]{2,10}(?:/[^\s<>\"']*)?$"
)


def _cp1252(data: bytes) -> str:
    """Return every byte as Windows means it; the five it does not know, as Latin-1."""
    return "".join(
        bytes((byte,)).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252")
        for byte in data
    )


_C1 = {code: _cp1252(bytes((code,))) for code in range(0x80, 0xA0)}
_TO_BYTE = {ord(_cp1252(bytes((byte,)))): byte for byte in range(0x80, 0x100)}
_HIGH = {
    lead: "".join(re.escape(_cp1252(bytes((byte,)))) for byte in range(*lead))
    for lead in ((0x80, 0xC0), (0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
}
_GARBLED = re.compile(
    "[{two}][{tail}]|[{three}][{tail}]{{2}}|[{four}][{tail}]{{3}}".format(
        tail=_HIGH[0x80, 0xC0] + "\x80-\x9f",
        two=_HIGH[0xC2, 0xE0],
        three=_HIGH[0xE0, 0xF0],
        four=_HIGH[0xF0, 0xF5],
    )
)
_SURE_SIGN = re.compile(f"Ã[{_HIGH[0x80, 0xC0]}\x80-\x9f]|â€|ðŸ|Â\xa0")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _cp1252(error.object[error.start : error.end]), error.end


codecs.register_error("jobads.cp1252", _as_cp1252)


def decode(raw: bytes, encoding: str = "") -> tuple[str, tuple[str, ...]]:
    """Return bytes as text, with the warning "encoding_guessed" if they were not what they said.

    UTF-8 is tried first, as text in another encoding is all but never valid UTF-8. Then the
    encoding that the source states; then the bytes that are wrong are read as Windows-1252, so that
    a file put together from two encodings comes out whole.
    """
    try:
        return raw.decode(), ()
    except UnicodeDecodeError:
        pass
    if encoding:
        try:
            return raw.decode(encoding), ()
        except (LookupError, UnicodeError):
            pass
    try:
        return raw.decode("utf-8", "surrogatepass"), ()
    except UnicodeDecodeError:
        return raw.decode("utf-8", "jobads.cp1252"), ("encoding_guessed",)


def mend(text: str, notes: Notes) -> str:
    """Return text without what none should hold: NUL, control characters, half emoji, mojibake."""
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if _SURROGATE.search(text):
            notes.add("lone_surrogate")
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if _CONTROL.search(text):
            notes.add("control_characters")
            text = _CONTROL.sub("", text.translate(_C1))
    if _SURE_SIGN.search(text):
        mended = _GARBLED.sub(_ungarbled, text)
        if mended != text:
            notes.add("mojibake_mended")
            text = mended
    return text


def _ungarbled(match: re.Match[str]) -> str:
    try:
        return bytes(_TO_BYTE.get(ord(char), ord(char)) for char in match[0]).decode()
    except ValueError:
        return match[0]


def as_text(value: object) -> str:
    """Return a JSON value as text: the first of a list, the name of an object, no booleans."""
    for _ in range(5):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = next((value[key] for key in ("@value", "name", "value") if key in value), "")
        else:
            break
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < _MOST else ""  # Python refuses to write 4,300 digits
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else str(value)


def line(value: object, notes: Notes, limit: int = LINE_LIMIT) -> str:
    """Return a value as one line of plain text: no tags, no entities, single spaces."""
    text = mend(as_text(value), notes)
    if "&" in text:
        text = mend(html.unescape(undouble(text)), notes)
    if "<" in text and has_tags(text):
        text = _TAGS.sub(" ", text)
    text = " ".join(text.split())
    if len(text) > limit:
        notes.add("text_cut")
        text = text[:limit].rstrip()
    return text


def body(value: object, notes: Notes, limit: int) -> str:
    """Return a description as the source gave it, doubled entities put right, cut at the limit."""
    raw = as_text(value)
    text = undouble(mend(raw, notes))
    if text is not raw and text != raw and "&lt;" in raw and has_tags(text):
        notes.add("html_was_escaped")
    text = mend(text, notes).strip()
    if len(text) > limit:
        notes.add("description_cut")
        text = text[:limit]
        opened = text.rfind("<", limit - LINE_LIMIT)
        if opened > text.rfind(">", limit - LINE_LIMIT):
            text = text[:opened]  # not in the middle of a tag
    return text


def web_address(value: object, notes: Notes) -> str:
    """Return an http(s) address, or "" with the warning "url_refused" for anything else."""
    text = line(value, notes, URL_LIMIT).strip()
    if not text:
        return ""
    if text.startswith("//"):
        text = "https:" + text
    if not _URL.match(text):
        if not _BARE_DOMAIN.match(text):
            notes.add("url_refused")
            return ""
        text = "https://" + text
    return text
