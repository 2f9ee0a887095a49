# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Single values as xAPI writes them: addresses, moments, durations, languages."""

import re
from datetime import UTC, datetime, timedelta, timezone

_UUID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE | re.ASCII
)
# An absolute IRI (RFC 3987): a scheme and something without spaces and delimiters of text.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]+")
_MAILTO = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+")
_HEX = re.compile(r"[0-9a-fA-F]+")
_SHA2_DIGITS = frozenset({56, 64, 96, 128})
_SHA1_DIGITS = 40
_MEDIA_TYPE = re.compile(r"[\w!#$&.+^\-]+/[\w!#$&.+^\-]+(?:\s*;.*)?", re.ASCII)
# RFC 5646, section 2.1: langtag, private use, and the tags of older days that have no such form.
_LANGUAGE = re.compile(
    r"""(?:
        (?: [a-z]{2,3}(?:-[a-z]{3}){0,3} | [a-z]{4} | [a-z]{5,8} )
        (?:-[a-z]{4})?
        (?:-(?:[a-z]{2}|[0-9]{3}))?
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*
        (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*
        (?:-x(?:-[a-z0-9]{1,8})+)?
      | x(?:-[a-z0-9]{1,8})+
      | en-gb-oed | i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)
      | sgn-(?:be-fr|be-nl|ch-de) | art-lojban | cel-gaulish | no-bok | no-nyn
      | zh-(?:guoyu|hakka|min|min-nan|xiang)
    )""",
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)
_NUMBER = r"\d+(?:[.,]\d+)?"
_DURATION = re.compile(
    rf"P(?=.)(?:{_NUMBER}W|(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?"
    rf"(?:T(?=.)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?)",
    re.ASCII,
)
_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,30}))?)?"
    r"(?:([Zz])|([+\-])(\d{2}):?(\d{2})?)?",
    re.ASCII,
)
_LONGEST = 4_000
_VERSIONS = {"1.0": re.compile(r"1\.0(?:\.\d+)?"), "2.0": re.compile(r"(?:2\.0|1\.0)(?:\.\d+)?")}


def is_uuid(text: str) -> bool:
    """Say whether a text is a UUID, in the form with hyphens."""
    return _UUID.fullmatch(text) is not None


def is_iri(text: str) -> bool:
    """Say whether a text is an absolute IRI."""
    return len(text) <= _LONGEST and _IRI.fullmatch(text) is not None


def is_mailto(text: str) -> bool:
    """Say whether a text is a mail address as an IRI."""
    return len(text) <= _LONGEST and _MAILTO.fullmatch(text) is not None


def is_sha1(text: str) -> bool:
    """Say whether a text is a SHA-1 sum."""
    return len(text) == _SHA1_DIGITS and _HEX.fullmatch(text) is not None


def is_sha2(text: str) -> bool:
    """Say whether a text is a sum of the SHA-2 family."""
    return len(text) in _SHA2_DIGITS and _HEX.fullmatch(text) is not None


def is_media_type(text: str) -> bool:
    """Say whether a text is an Internet media type."""
    return len(text) <= _LONGEST and _MEDIA_TYPE.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Say whether a text is a language tag (RFC 5646)."""
    return len(text) <= _LONGEST and _LANGUAGE.fullmatch(text) is not None


def is_duration(text: str) -> bool:
    """Say whether a text is a duration (ISO 8601)."""
    return len(text) <= _LONGEST and _DURATION.fullmatch(text) is not None


def is_version(text: str, spoken: str) -> bool:
    """Say whether a statement of a version may be sent where `spoken` ("1.0", "2.0") is spoken."""
    return _VERSIONS[spoken].fullmatch(text) is not None


def moment(text: str) -> datetime | None:
    """Return the moment a text means, aware; None when it means none.

    Without an offset it is UTC (1.0.3, part 2, 4.1.7: an offset SHOULD be there). An offset of
    minus nothing is refused there, as it says that the offset is not known.
    """
    found = _MOMENT.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    second, fraction = int(found[6] or 0), (found[7] or "")[:6].ljust(6, "0")
    zone = UTC
    if found[9]:
        away = timedelta(hours=int(found[10]), minutes=int(found[11] or 0))
        if (found[9] == "-" and not away) or away >= timedelta(days=1):
            return None
        zone = timezone(away if found[9] == "+" else -away)
    try:
        said = datetime(year, month, day, hour, minute, min(second, 59), int(fraction), zone)
        # Its moment in UTC must be one as well: the first day of all has none east of Greenwich.
        return said.astimezone(UTC) if second <= 60 else None  # noqa: PLR2004 - a leap second
    except (ValueError, OverflowError):
        return None
