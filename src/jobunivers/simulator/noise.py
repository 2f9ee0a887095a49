# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to advertisements on their way: other sites' copies, and plain mess."""

import html
import random
import re
from collections.abc import Callable
from dataclasses import replace

from jobunivers.integrations.jobads.records import VacancyRecord

_DISTRICT = re.compile(r" (?:[A-ZÆØÅ]{1,2}|By|Jyll|Sjæll|Sj|Fyn)$")  # "Aarhus C", "Ans By"
_BREAK = re.compile(r"</(?:p|li|h\d)>")
_TAG = re.compile(r"<[^>]+>")
_TAILS = (
    "Jobbet er indrykket hos vores samarbejdspartner.",
    "Se hele opslaget hos arbejdsgiveren.",
    "Opslaget er hentet automatisk. Kontrollér altid fristen hos arbejdsgiveren.",
    "Husk at nævne, hvor du så jobbet.",
)


def town(city: str) -> str:
    """Return the town without its postal district letter: nobody says "i Aarhus C" of a firm."""
    return _DISTRICT.sub("", city)


def plain(body: str) -> str:
    """Return the HTML as the plain text that a copying site keeps."""
    text = _TAG.sub("", _BREAK.sub("\n", body))
    return html.unescape(text).strip()


def copied(
    rng: random.Random,
    record: VacancyRecord,
    *,
    source_id: str,
    address: str,
    original: bytes,
) -> VacancyRecord:
    """Return the record as another site delivers it: same job, other wrapping."""
    keep_html = rng.random() < 0.4
    tail = _TAILS[int(rng.random() * len(_TAILS))] + f" Ref. {source_id}"
    if keep_html:
        body = f"{record.description}<p>{tail}</p>"
    else:
        body = f"{plain(record.description)}\n{tail}"
    title = record.title
    if rng.random() < 0.4 and record.city and record.city not in title:
        title = f"{title} - {record.city}"
    elif rng.random() < 0.2:
        title = f"{title} | {record.employer_name}"
    name = record.employer_name
    if rng.random() < 0.4:
        name = re.sub(r" (?:A/S|ApS|I/S)$", "", name)
    return replace(
        record,
        source_id=source_id,
        title=title,
        description=body,
        original=original.decode(),
        employer_name=name,
        employer_cvr="",
        street="" if rng.random() < 0.7 else record.street,
        postal_code="" if rng.random() < 0.3 else record.postal_code,
        employment_types=() if rng.random() < 0.5 else record.employment_types,
        hours_min=None,
        hours_max=None,
        deadline=None if rng.random() < 0.2 else record.deadline,
        expires_at=None,
        url=address + source_id,
        apply_url=record.apply_url,
        occupations=(),
        occupation_text="",
    )


def mess(rng: random.Random, record: VacancyRecord) -> VacancyRecord:
    """Return the record with one of the troubles that real sources have."""
    return _TROUBLES[int(rng.random() * len(_TROUBLES))](record)


_TROUBLES: tuple[Callable[[VacancyRecord], VacancyRecord], ...] = (
    lambda one: replace(one, title=one.title.upper()),
    lambda one: replace(one, postal_code="", city="", municipality="", region="", street=""),
    lambda one: replace(one, deadline=None, expires_at=None),
    lambda one: replace(one, description=html.escape(one.description, quote=False)),
    lambda one: replace(one, postal_code="", city=one.city.lower()),
    lambda one: replace(one, employer_name="", employer_cvr=""),
    lambda one: replace(one, title=f"!!! {one.title} !!!"),
    lambda one: replace(one, published_at=None, hours_min=None, hours_max=None),
)
