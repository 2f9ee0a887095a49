# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the register: whole, or refused with every mistake said and where it is.

Gaps and overlaps are mistakes. A rule that really ceases for a while is a rule with another code
afterwards: who reads of it then is told that the first one holds no more.
"""

import itertools
import re
from collections.abc import Mapping
from datetime import date, timedelta

from jobunivers.science.law.parts import BadRegister, Part
from jobunivers.science.law.register import (
    BASES,
    GROUPS,
    Local,
    Register,
    RuleLine,
    RuleVersion,
    Value,
)

_CODE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
TOPICS = (
    "rettigheder", "jobsoegning", "cv", "samtaler", "sanktion", "sagsbehandling", "tilsyn", "data",
)  # fmt: skip
_LATER = date.max


def read_register(body: object) -> Register:
    """Return the register of a tree `{"rules": […]}`; raises BadRegister with every mistake."""
    whole = Part(body, "")
    lines: dict[str, RuleLine] = {}
    for one in whole.parts("rules"):
        line = _line(one)
        if line.code in lines:
            one.wrong("twice", f"the rule {line.code!r} stands here a second time", "code")
        lines[line.code] = line
    if whole.problems:
        raise BadRegister(whole.problems)
    return Register(lines)


def _line(one: Part) -> RuleLine:
    code = one.text("code")
    if code and not _CODE.fullmatch(code):
        one.wrong("code", "must be small letters with dots, such as talk.first", "code")
    name_da, name_en = one.both("name")
    read = [(part, _version(part, code)) for part in one.parts("version")]
    _follow_each_other([(part, version) for part, version in read if version is not None])
    versions = sorted(
        (version for _part, version in read if version), key=lambda version: version.valid_from
    )
    return RuleLine(
        code=code,
        topic=one.choice("topic", TOPICS),
        name_da=name_da,
        name_en=name_en,
        versions=tuple(versions),
    )


def _version(part: Part, code: str) -> RuleVersion | None:
    number = part.whole("number", 1, 999)
    start, end = part.day("from"), part.day("until", needed=False)
    says_da, says_en = part.both("says")
    note_da, note_en = part.both("note", needed=False)
    references = part.references("law", needed=False)
    basis = part.choice("basis", BASES)
    if not references and basis == "law":
        part.wrong("missing", "what rests on the law must name its paragraph", "law")
    groups = part.among("groups", GROUPS)
    values, local = _values(part), tuple(filter(None, map(_local, _locals(part))))
    source = part.text("source")
    checked, review = part.day("checked_on"), part.day("review_by")
    if start and end and end <= start:
        part.wrong("order", f"must be after {start.isoformat()}", "until")
    if number is None or start is None or checked is None or review is None:
        return None
    return RuleVersion(
        code=code, number=number, valid_from=start, valid_until=end, says_da=says_da,
        says_en=says_en, references=references, groups=groups, values=values, local=local,
        basis=basis, note_da=note_da, note_en=note_en, source=source, checked_on=checked,
        review_by=review,
    )  # fmt: skip


def _values(part: Part) -> dict[str, Value]:
    found = part.get("values")
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        part.wrong("missing", "must be a table", "values")
        return {}
    values: dict[str, Value] = {}
    for key, value in found.items():
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            part.wrong("code", "must be a small word", f"values.{key}")
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            values[key] = tuple(value)
        elif isinstance(value, bool | int | float | str):
            values[key] = value
        else:
            text = "must be a number, a text, yes or no, or a list of texts"
            part.wrong("value", text, f"values.{key}")
    return values


def _locals(part: Part) -> list[Part]:
    return list(part.parts("local", needed=False))


def _local(part: Part) -> Local | None:
    key = part.text("key")
    least, most = part.whole("least", 0, 10_000), part.whole("most", 0, 10_000)
    says_da, says_en = part.both("says")
    if least is None or most is None or not key:
        return None
    if most < least:
        part.wrong("order", "must not be less than least", "most")
    return Local(key, least, most, says_da, says_en)


def _follow_each_other(read: list[tuple[Part, RuleVersion]]) -> None:
    """Note each gap, overlap and doubled number between versions of one rule."""
    ordered = sorted(read, key=lambda pair: (pair[1].valid_from, pair[1].number))
    for (_first, before), (part, after) in itertools.pairwise(ordered):
        ends = before.valid_until or _LATER
        if ends > after.valid_from:
            text = f"overlaps version {before.number}, which holds until {_said(before)}"
            part.wrong("overlap", text, "from")
        elif ends < after.valid_from:
            last = (after.valid_from - timedelta(days=1)).isoformat()
            text = f"leaves a gap: nothing holds from {ends.isoformat()} to {last}"
            part.wrong("gap", text, "from")
        if after.number <= before.number:
            part.wrong("order", f"must be more than {before.number}", "number")


def _said(version: RuleVersion) -> str:
    return version.valid_until.isoformat() if version.valid_until else "further notice"
