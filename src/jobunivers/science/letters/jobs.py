# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which job, at which employer, a letter is about."""

import re

# After one of these the job's name stands; before one of those it ends.
_BEFORE = (
    (
        r"(?:stillingen|jobbet|rollen|ansøgning(?:en)?|opslaget|opslag|søgt|interesse for)"
        r"(?:\s+til)?(?:\s+(?:stillingen|jobbet|rollen))?\s+(?:som|:)\s+(?:vores\s+)?"
    ),
    r"(?:din\s+)?ansøgning\s+(?:til|på|om)\s+(?:stillingen|jobbet)?\s*",
    (
        r"(?:position|role|job|post|vacancy|application|applying)\s+(?:as|of|for)\s+"
        r"(?:the\s+(?:position|role|job)\s+(?:as|of)\s+)?(?:an?\s+|the\s+|our\s+)?"
    ),
)
_ENDS = re.compile(
    r"(?<!-)\s+(?:hos|ved|i|på|er|har|at|with|in|has|was|is|og|and|position|role|job)\b|[.,;:!?\n»«”“\"()|]"
    r"|\s[-–]\s",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[»“”\"]\s*([^»«“”\"\n]{3,80}?)\s*[«”“\"]")
_FOUND = tuple(re.compile(one, re.IGNORECASE) for one in _BEFORE)
_AT = re.compile(
    r"\b(?:hos|ved|at|with)\s+([A-ZÆØÅ0-9][\w&.\-]*(?:\s+(?:og|and|&|af|of|[A-ZÆØÅ0-9][\w&.\-]*))*)"
)
_NO_JOB = re.compile(
    r"^(?:os|dig|den|det|stillingen|jobbet|en|et|us|you|this|that|the|a|an|din|your|"
    r"(?:ansøgning|application)\w*)$",
    re.IGNORECASE,
)
# Words of a sender's name that say which desk wrote it, and not which house.
_DESK = re.compile(
    r"\b(?:hr|hr-afdelingen|rekruttering|recruitment|recruiting|careers?|karriere|job|jobs|"
    r"no-?reply|noreply|svar-?ikke|do-?not-?reply|talent|team|via|people|hiring|personale)\b",
    re.IGNORECASE,
)
# Houses that carry letters for others: their name is not the employer's.
_CARRIERS = (
    "emply", "hr-manager", "hrmanager", "talentrecruiter", "teamtailor", "jobindex", "jobnet",
    "signatur", "hr-skyen", "hrskyen", "linkedin", "workday", "myworkday", "greenhouse", "lever",
    "smartrecruiters", "recruitee", "successfactors", "oraclecloud", "icims", "jobteaser",
    "gmail", "hotmail", "outlook", "live", "yahoo", "icloud", "mail", "recman", "varbi", "reachmee",
)  # fmt: skip
_END = {"dk", "com", "net", "org", "eu", "se", "no", "de", "co", "uk", "io", "gov", "invalid"}
_SHORTEST, _LONGEST = 3, 80


def title_in(subject: str, text: str) -> str:
    """Return the job's name; empty when the letter does not say it in a way we know."""
    for said in (subject, text):
        for pattern in _FOUND:
            for match in pattern.finditer(said):
                rest = said[match.end() : match.end() + _LONGEST + 20]
                quoted = _QUOTED.match(rest)
                found = quoted[1] if quoted else _ENDS.split(rest, maxsplit=1)[0]
                if _is_name(found):
                    return _tidy(found)
        quoted = _QUOTED.search(said)
        if quoted and _is_name(quoted[1]):
            return _tidy(quoted[1])
    return ""


def _is_name(text: str) -> bool:
    tidy = text.strip()
    return _SHORTEST <= len(tidy) <= _LONGEST and not _NO_JOB.match(tidy)


def _tidy(text: str) -> str:
    whole = " ".join(text.split())
    return whole[:1].upper() + whole[1:]


def employer_in(subject: str, text: str, sender_name: str, sender_address: str) -> str:
    """Return who hires: as the letter names it, as its sender is called, or the sender's domain."""
    for said in (subject, text):
        match = _AT.search(said)
        if match and len(match[1]) >= _SHORTEST:
            return match[1].rstrip(".").strip()
    house = _house(sender_address)
    name = " ".join(_DESK.sub(" ", sender_name).replace("|", " ").split()).strip(" -,·")
    carried = any(one in name.lower() for one in _CARRIERS[:24])
    if len(name) >= _SHORTEST and "@" not in name and not carried:
        # A person's name is not a house's: the domain speaks then, where it can.
        return house or name if _is_person(name) else name
    return house


def _is_person(name: str) -> bool:
    words = name.split()
    firm = re.search(r"\b(?:a/s|aps|i/s|k/s|ivs|kommune|region|gruppen|group|ltd|gmbh|ab)\b", name,
                     re.IGNORECASE)  # fmt: skip
    return firm is None and len(words) in {2, 3} and all(one[:1].isupper() for one in words)


def _house(address: str) -> str:
    """Return the name in a domain: `job@nordvind.dk` is Nordvind; empty for houses that carry."""
    labels = [one for one in address.rpartition("@")[2].lower().split(".") if one not in _END]
    if not labels or any(carrier == one for one in labels for carrier in _CARRIERS):
        return ""
    return labels[-1].replace("-", " ").capitalize()
