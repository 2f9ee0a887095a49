# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her availability with its evidence: what is asked, what she has done, and what may be missing.

The same facts for her and for those who help her. No list, filter, ladder, rule of attention or
recommendation reads it (docs/decisions/0025). It judges nothing: whether she is available for work
is decided by people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.ui.wording import day, day_year, number
from jobunivers.identity.models import Role
from jobunivers.rooms.availability.models import BenefitGroup, Case
from jobunivers.rooms.availability.queries import count_asks
from jobunivers.rooms.availability.queries.count_asks import MOST_SHOWN, WINDOW, Known
from jobunivers.rooms.availability.queries.procedures import rule_on
from jobunivers.rooms.availability.queries.words import GROUPS
from jobunivers.rooms.plan.actions import FixedAt
from jobunivers.rooms.segmentation.queries.availability import keeping_count
from jobunivers.rooms.segmentation.queries.availability_words import kept_now, kept_words
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import dossier
from jobunivers.trust import queries as trust
from jobunivers.trust.dossier import Happening, Showing

if TYPE_CHECKING:
    from jobunivers.rooms.plan.models import JobSearchRequirements
    from jobunivers.rooms.vacancies.models import Application

MODEL = "availability"
# What of her log is evidence of talks and of her plan.
_TALKS = ("entrance.meetings", "talks.talks")
_PLAN = ("plan.changes",)
_REQUIREMENTS_WITHIN = 14

NAMES: Mapping[str, Promise] = {
    "cv": gettext_lazy("CV"),
    "requirements": gettext_lazy("Krav til jobsøgning"),
    "uploads": gettext_lazy("Ansøgninger, der skal lægges op"),
    "joblog": gettext_lazy("Joblog"),
    "talks": gettext_lazy("Samtaler"),
    "plan": gettext_lazy("Plan og aftaler"),
    "policy": gettext_lazy("Det, kommunen kalder nok"),
}
# Address of the page where she does something about it.
_PAGES = {
    "cv": "journey:profile",
    "requirements": "plan:requirements",
    "uploads": "vacancies:applications",
    "joblog": "vacancies:applications",
    "plan": "plan:plan",
}
_ACTS: Mapping[str, Promise] = {
    "cv": gettext_lazy("Åbn profilen"),
    "requirements": gettext_lazy("Læs kravene"),
    "uploads": gettext_lazy("Åbn joblog"),
    "joblog": gettext_lazy("Åbn joblog"),
    "plan": gettext_lazy("Åbn planen"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row that shows what she has done, on its day."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing: what is asked, how it stands, the rows that show it, and the law.

    `state`: "fine", "look" (something may need to be looked at), "open" (nothing is asked, or it is
    not known whether it is). `said` tells what may need to be looked at.
    """

    code: str
    asked: list[str]
    now: str
    state: str = "open"
    said: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    more: int = 0
    references: tuple[str, ...] = ()

    @property
    def name(self) -> Promise:
        """Return its heading."""
        return NAMES[self.code]

    @property
    def page(self) -> str:
        """Return the name of the address where she does something about it; "" for none."""
        return _PAGES.get(self.code, "")

    @property
    def act(self) -> Promise | str:
        """Return the words of the way to that page."""
        return _ACTS.get(self.code, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """All of it on one day.

    `advised`: the computer may point at what may need to be looked at (the AI register's switch).
    `group_from` says where the benefit group is known from; "" when it is not known.
    """

    out_of_work: bool
    absent: bool
    group: str
    group_name: Promise | str
    group_from: str
    items: list[Item]
    advised: bool
    since: date

    @property
    def to_look_at(self) -> list[Item]:
        """Return what may need to be looked at; nothing while the advice is switched off."""
        return [one for one in self.items if one.state == "look"] if self.advised else []


def count_of(
    *,
    citizen_id: int,
    at: datetime,
    language: str,
    brief: bool = False,
    known: Known | None = None,
) -> Count:
    """Return what is asked of her, what she has done, and what may be missing.

    `brief` leaves out what stands elsewhere on staff's one view of her; `known` is what the page
    has asked already.
    """
    today = timezone.localdate(at)
    known = known or count_asks.known(citizen_id=citizen_id, today=today)
    spell, requirements, absent = known.spell, known.requirements, known.absent
    group, group_from = _group(known.case, requirements)
    advised = trust.is_on(MODEL)
    base = {
        "group": group, "group_name": GROUPS[group] if group else "", "group_from": group_from,
        "advised": advised, "since": today - WINDOW,
    }  # fmt: skip
    if spell is None:
        return Count(out_of_work=False, absent=False, items=[], **base)  # type: ignore[arg-type]
    hers = _Hers(citizen_id, at, today, spell.began_on, group, language, absent)
    items: list[Item | None] = [
        _cv(hers, there=known.has_cv),
        _requirements(hers, requirements),
        _uploads(hers, requirements),
        _joblog(known.applied),
    ]
    if not brief:
        talks = ("LAB § 31", "BEK 19/2026 § 10", "BEK 46/2026 § 12")
        items += [
            _policy(hers),
            _told(hers, "talks", _TALKS, talks),
            _told(hers, "plan", _PLAN, ()),
        ]
    found = [one for one in items if one is not None]
    if absent:  # nothing is asked of her then
        found = [_calm(one) for one in found]
    return Count(out_of_work=True, absent=absent, items=found, **base)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Hers:
    """What every part needs to know."""

    citizen_id: int
    at: datetime
    today: date
    began_on: date
    group: str
    language: str
    absent: bool


def _calm(item: Item) -> Item:
    return Item(
        code=item.code, asked=item.asked, now=item.now, evidence=item.evidence, more=item.more,
        references=item.references,
    )  # fmt: skip


def _group(case: Case | None, requirements: "JobSearchRequirements | None") -> tuple[str, str]:
    """Return what she receives, where people have written it down, and where that was."""
    if case is not None:
        return case.group, _("en sag fra %(day)s") % {"day": day_year(case.opened_at)}
    if requirements is not None and requirements.fixed_at == FixedAt.FUND:
        return BenefitGroup.INSURED, _("kravene til jobsøgning, som a-kassen har fastsat")
    return "", ""


_CV_FOR: Mapping[str, BenefitGroup] = {
    "cv.insured": BenefitGroup.INSURED,
    "cv.job_ready": BenefitGroup.JOB_READY,
}


def _cv(hers: _Hers, *, there: bool) -> Item:
    wanted = [code for code, group in _CV_FOR.items() if group == hers.group] or list(_CV_FOR)
    asked: list[str] = []
    references: list[str] = []
    last: list[date] = []
    for code in wanted:
        rule = rule_on(code, hers.today)
        days = rule.values.get("days") if rule else None
        if rule is None or not isinstance(days, int):
            continue
        by = hers.began_on + timedelta(days=days)
        last.append(by)
        references.extend(rule.references)
        says = rule.says(hers.language)
        # Of two rules she must see which is hers.
        asked.append(says if len(wanted) == 1 else f"{GROUPS[_CV_FOR[code]]}: {says}")
    late = not there and bool(last) and hers.today > max(last)
    return Item(
        code="cv",
        asked=asked,
        now=_("Der er et CV med et jobmål her på siderne.") if there
        else _("Der er ikke et helt CV her på siderne. Det kan godt stå på Jobnet."),
        state="fine" if there else "look" if late else "open",
        said=_("CV’et skulle være der senest %(day)s.") % {"day": day_year(max(last))}
        if late else "",
        references=tuple(dict.fromkeys(references)),
    )  # fmt: skip


def _requirements(hers: _Hers, row: "JobSearchRequirements | None") -> Item:
    references = ("BEK 46/2026 § 14, stk. 7", "BEK 19/2026 § 11, stk. 4")
    if row is not None:
        return Item(
            code="requirements",
            asked=[row.volume, row.fields, row.area],
            now=_("Gælder fra %(day)s.") % {"day": day_year(row.from_on)},
            state="fine",
            references=references,
        )
    by = hers.began_on + timedelta(days=_REQUIREMENTS_WITHIN)
    return Item(
        code="requirements",
        asked=[],
        now=_("Der er ikke skrevet krav her. Det er a-kassens eller kommunens opgave."),
        said=_("De skulle være skrevet senest %(day)s.") % {"day": day_year(by)}
        if hers.today > by else "",
        references=references,
    )  # fmt: skip


def _uploads(hers: _Hers, row: "JobSearchRequirements | None") -> Item | None:
    if row is None or not row.uploads:
        return None
    wanted = vacancies.uploads_of(citizen_id=hers.citizen_id, today=hers.today)
    if wanted is None:
        return None
    # Whether it was enough can be said of a stretch that is over.
    before = vacancies.uploads_of(
        citizen_id=hers.citizen_id, today=wanted.wanted.first - timedelta(days=1)
    )
    whole = before is not None and row.from_on <= before.wanted.first
    short = whole and before is not None and before.marked < before.wanted.number
    return Item(
        code="uploads",
        asked=[_("%(n)s fra %(first)s til og med %(last)s.") % {
            "n": number(wanted.wanted.number), "first": day(wanted.wanted.first),
            "last": day(wanted.wanted.after - timedelta(days=1))}],
        now=_("Lagt op indtil nu: %(n)s.") % {"n": number(wanted.marked)},
        state="look" if short else "fine" if whole else "open",
        said=_("Sidste periode: %(n)s af %(of)s lagt op.") % {
            "n": number(before.marked), "of": number(before.wanted.number)}
        if short and before else "",
        references=("BEK 46/2026 § 14, stk. 11",),
    )  # fmt: skip


def _joblog(found: "Sequence[Application]") -> Item:
    evidence = [
        Evidence(one.applied_on, f"{one.title}, {one.employer}".strip(", "))
        for one in found[:MOST_SHOWN]
        if one.applied_on is not None
    ]
    return Item(
        code="joblog",
        asked=[_("Alt, du gør for at finde job, skal stå i joblog, efterhånden som du gør det.")],
        now=_("%(n)s ansøgninger de sidste 28 dage.") % {"n": number(len(found))},
        state="fine" if found else "open",
        evidence=evidence,
        more=len(found) - len(evidence),
        references=("BEK 46/2026 § 14, stk. 10", "BEK 19/2026 § 11, stk. 5"),
    )


def _policy(hers: _Hers) -> Item | None:
    found = keeping_count(citizen_id=hers.citizen_id, at=hers.at, absent=hers.absent)
    if found is None or not found.kept:
        return None
    short = [one for one in found.kept if not one.enough]
    return Item(
        code="policy",
        asked=[f"{kept_words(one)} {kept_now(one)}".strip() for one in found.kept],
        now=_("Besluttet af %(who)s, gælder fra %(day)s.") % {
            "who": found.decided_by, "day": day_year(found.since)},
        state="look" if short else "fine",
        said=" ".join(kept_words(one) for one in short),
    )  # fmt: skip


def _lines_words(many: int) -> str:
    text = ngettext("%(n)s ting de sidste 28 dage.", "%(n)s ting de sidste 28 dage.", many)
    return text % {"n": number(many)}


def _told(hers: _Hers, code: str, logs: tuple[str, ...], references: tuple[str, ...]) -> Item:
    """Return what her log says: the same lines that staff read in it."""
    lines = sorted(_lines(hers, logs), key=lambda one: one.at, reverse=True)
    since = timezone.localdate(hers.at) - WINDOW
    near = [one for one in lines if timezone.localdate(one.at) > since]
    return Item(
        code=code,
        asked=[],
        now=_lines_words(len(near)) if near
        else _("Ikke noget de sidste 28 dage."),
        evidence=[Evidence(timezone.localdate(one.at), one.text) for one in near[:MOST_SHOWN]],
        more=max(0, len(near) - MOST_SHOWN),
        references=references,
    )  # fmt: skip


def _lines(hers: _Hers, wanted: tuple[str, ...]) -> list[Happening]:
    role = Role.ADVISER
    showing = Showing(
        citizen_id=hers.citizen_id, staff_id=0, role=role, at=hers.at, language=hers.language,
        days=WINDOW.days,
    )  # fmt: skip
    found: list[Happening] = []
    for log in dossier.logs(role):
        if log.code in wanted:
            found.extend(log.tell(showing, list(log.ask(showing, hers.at, MOST_SHOWN * 4))))
    return found
