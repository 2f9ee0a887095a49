# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A CV as lines on paper, in one of very many layouts: order, headings, dates, bullets."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jobunivers.simulator import speech
from jobunivers.simulator.compose import capital
from jobunivers.simulator.population import summaries
from jobunivers.simulator.population.cv import Cv, CvJob, CvSchool, tongue
from jobunivers.simulator.population.names import one

Kind = Literal["name", "heading", "strong", "text", "bullet", "space"]
_BULLETS = ("- ", "• ", "* ", "– ")
_DASHES = (" - ", "-", " – ", "–", " til ")
_ORDERS = (
    ("summary", "jobs", "education", "skills", "languages", "licences", "other"),
    ("summary", "skills", "jobs", "education", "languages", "licences", "other"),
    ("jobs", "education", "languages", "skills", "licences", "other"),
    ("summary", "education", "jobs", "skills", "licences", "languages", "other"),
    ("education", "jobs", "skills", "languages", "licences", "other", "summary"),
    ("skills", "summary", "jobs", "education", "languages", "other", "licences"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and how it looks."""

    text: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Style:
    """How one person lays a CV out, the same on every page of it."""

    order: tuple[str, ...]
    date_form: int
    job_form: int
    bullet: str
    dash: str
    loud: bool  # headings in capitals
    colon: bool
    listed: bool  # skills one a line


def style(rng: random.Random, language: str) -> Style:
    """Return a style by lot."""
    dashes = _DASHES if language == summaries.DANISH else _DASHES[:4]
    return Style(
        order=_ORDERS[int(rng.random() * len(_ORDERS))],
        date_form=int(rng.random() * 6),
        job_form=int(rng.random() * 5),
        bullet=one(rng, _BULLETS),
        dash=one(rng, dashes),
        loud=rng.random() < 0.3,
        colon=rng.random() < 0.3,
        listed=rng.random() < 0.55,
    )


def lines(rng: random.Random, cv: Cv) -> list[Line]:
    """Return the CV as its lines."""
    how = style(rng, cv.language)
    page = _Page(rng, cv, how)
    page.head()
    for part in how.order:
        page.part(part)
    return page.lines


def text(rng: random.Random, cv: Cv) -> str:
    """Return the CV as plain text."""
    return "\n".join(line.text for line in lines(rng, cv)).strip() + "\n"


class _Page:
    def __init__(self, rng: random.Random, cv: Cv, how: Style) -> None:
        self.rng, self.cv, self.how = rng, cv, how
        self.danish = cv.language == summaries.DANISH
        self.lines: list[Line] = []

    def add(self, text_: str, kind: Kind = "text") -> None:
        self.lines.append(Line(text_, kind))

    def head(self) -> None:
        papers, rng = self.cv.papers, self.rng
        title = one(rng, ("CV", "Curriculum vitae", "", "", "CV for {name}"))
        if title:
            self.add(title.format(name=self.cv.name), "strong")
        self.add(self.cv.name, "name")
        home = f"{papers.street}, {papers.postal_code} {papers.city}"
        phone, mail = ("Tlf.", "E-mail") if self.danish else ("Phone", "E-mail")
        told = [home, f"{phone} {papers.phone}", f"{mail}: {papers.email}"]
        if rng.random() < 0.35:
            born = self.cv.born_on
            said = f"{born.day}. {speech.MONTHS_DA[born.month - 1]} {born.year}"
            if not self.danish:
                said = f"{born.day} {speech.MONTHS_EN[born.month - 1]} {born.year}"
            told.append(("Født " if self.danish else "Born ") + said)
        if rng.random() < 0.4:
            self.add(one(rng, (" | ", " · ", ", ")).join(told))
        else:
            for line in told:
                self.add(line)

    def part(self, name: str) -> None:
        tell: dict[str, Callable[[], None]] = {
            "summary": self._summary, "jobs": self._jobs, "education": self._education,
            "skills": self._skills, "languages": self._languages, "licences": self._licences,
            "other": self._other,
        }  # fmt: skip
        tell[name]()

    def _heading(self, kind: str) -> None:
        words = one(self.rng, summaries.phrases(self.cv.language)[f"heading_{kind}"])
        words = words.upper() if self.how.loud else words
        self.add("", "space")
        self.add(words + ":" * self.how.colon, "heading")

    def _summary(self) -> None:
        self._heading("summary")
        self.add(self.cv.summary)

    def _jobs(self) -> None:
        if not self.cv.jobs:
            return
        self._heading("jobs")
        told: list[tuple[date, CvJob | tuple[date, date | None]]] = [
            (job.began, job) for job in self.cv.jobs
        ]
        told += [(gap[0], gap) for gap in self.cv.gaps]
        for _, entry in sorted(told, key=lambda pair: pair[0], reverse=True):
            if isinstance(entry, CvJob):
                self._job(entry)
            else:
                self.add(f"{self._period(*entry)}  {self._phrase('gap')}", "strong")

    def _job(self, job: CvJob) -> None:
        when = self._period(job.began, job.ended)
        where = f"{job.employer}, {job.town}"
        first: Sequence[str] = (
            (f"{when}  {job.title}, {job.employer}",),
            (f"{job.title} – {where}", when),
            (f"{when}: {job.title}", job.employer),
            (job.employer, f"{job.title}, {when}"),
            (f"{job.title}, {job.employer} ({when})",),
        )[self.how.job_form]
        for line in first:
            self.add(line, "strong" if line == first[0] else "text")
        if job.description:
            for sentence in job.description.split(". "):
                whole = sentence.rstrip(".") + "."
                self.add(f"{self.how.bullet}{whole}" if self.how.listed else whole, "bullet")

    def _education(self) -> None:
        self._heading("education")
        for school in self.cv.schools:
            self.add(self._school(school))

    def _school(self, school: CvSchool) -> str:
        return (
            f"{school.ended}  {school.title}, {school.place}",
            f"{school.title}, {school.place}, {school.ended}",
            f"{school.ended}: {school.title} ({school.place})",
            f"{school.title} ({school.ended}), {school.place}",
            f"{school.place} – {school.title} – {school.ended}",
        )[self.how.job_form]

    def _skills(self) -> None:
        self._heading("skills")
        if self.how.listed:
            for skill in self.cv.skills:
                self.add(self.how.bullet + skill, "bullet")
        else:
            rest = [skill[:1].lower() + skill[1:] for skill in self.cv.skills[1:]]
            self.add(", ".join([self.cv.skills[0], *rest]))

    def _languages(self) -> None:
        self._heading("languages")
        told = [
            f"{capital(tongue(code, self.cv.language))}{one(self.rng, (': ', ' – ', ', '))}"
            f"{self._phrase(level)}"
            for code, level in self.cv.tongues
        ]
        if self.how.listed:
            for line in told:
                self.add(self.how.bullet + line, "bullet")
        else:
            self.add("; ".join(told))

    def _licences(self) -> None:
        licences = self.cv.licences if self.danish else self.cv.licence_codes
        if not licences:
            return
        self._heading("licences")
        for licence in licences:
            self.add(capital(licence) if self.danish else f"Category {licence}")

    def _other(self) -> None:
        if self.cv.other:
            self._heading("other")
            self.add(self.cv.other)

    def _phrase(self, kind: str) -> str:
        return one(self.rng, summaries.phrases(self.cv.language)[kind])

    def _period(self, began: date, ended: date | None) -> str:
        end = self._phrase("now") if ended is None else self._day(ended)
        return f"{self._day(began)}{self.how.dash}{end}"

    def _day(self, day: date) -> str:
        months = speech.MONTHS_DA if self.danish else speech.MONTHS_EN
        name = months[day.month - 1]
        return (
            f"{day.year}",
            f"{day.month:02}.{day.year}",
            f"{name} {day.year}",
            f"{name[:3]}. {day.year}",
            f"{day.month}/{day.year}",
            f"{day.day:02}.{day.month:02}.{day.year}",
        )[self.how.date_form]
