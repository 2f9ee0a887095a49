# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the text of one advertisement from its facts, in Danish or English."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.simulator.words import Lines, Occupation, Sector

Slots = Mapping[str, object]
_HEADINGS = (("<h3>", "</h3>"), ("<h2>", "</h2>"), ("<p><strong>", "</strong></p>"),
             ("<p><b>", ":</b></p>"), ("<h4>", "</h4>"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the advertisement has to say, before it is said."""

    occupation: Occupation
    sector: Sector
    language: str
    size: int  # 0 brief, 1 usual, 2 long
    tone: str  # "public", "private" or "" (an institution that is neither office nor firm)
    temporary: bool
    remote_share: float | None
    has_deadline: bool
    amount: str  # a stated wage, or ""


def capital(text: str) -> str:
    """Return the text with its first letter large and the rest untouched."""
    return text[:1].upper() + text[1:]


class Composer:
    """Builds bodies from phrases. Slots are left in the text and filled by the caller at last."""

    def __init__(self, rng: random.Random, phrases: Mapping[str, Lines], language: str) -> None:
        self._rng = rng
        self._random = rng.random
        self._phrases = phrases
        self._and = " og " if language == "da" else " and "
        self._danish = language == "da"

    def one(self, kind: str) -> str:
        """Return one general phrase of the kind."""
        lines = self._phrases[kind]
        return lines[int(self._random() * len(lines))]

    def chance(self, share: float) -> bool:
        """Return True in this share of cases."""
        return self._random() < share

    def some(self, lines: Sequence[str], count: int) -> list[str]:
        """Return `count` different lines, or all of them when there are fewer."""
        left = list(lines)
        count = min(count, len(left))
        for index in range(count):
            other = index + int(self._random() * (len(left) - index))
            left[index], left[other] = left[other], left[index]
        return left[:count]

    def listed(self, items: Sequence[str]) -> str:
        """Return "a, b og c", with a dash of care where an item has a comma of its own."""
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + self._and + items[-1]

    # -- the parts of an advertisement -------------------------------------------------------

    def core(self, facts: Facts) -> str:
        """Return everything but the practical part: it stays the same when a job is reposted."""
        headed = self.chance(0.78 if facts.size else 0.45)
        opening, closing = _HEADINGS[int(self._random() * len(_HEADINGS))]
        bullets = self.chance(0.7)
        parts = [self._lead(facts)]
        sections = [
            ("heading_tasks", self._tasks(facts, bullets=bullets)),
            ("heading_you", self._you(facts, bullets=bullets and self.chance(0.8))),
            ("heading_offer", self._offer(facts, bullets=bullets, headed=headed)),
        ]
        if facts.size and self.chance(0.6 if facts.size == 1 else 0.95):
            position = 0 if self.chance(0.6) else 2
            sections.insert(position, ("heading_about", self._about(facts)))
        if self.chance(0.15):
            sections[-1], sections[-2] = sections[-2], sections[-1]
        for heading, text in sections:
            if not text:
                continue
            if headed:
                # A colon after a question looks like a machine.
                words = self.one(heading)
                end = closing.lstrip(":") if words.endswith("?") else closing
                parts.append(opening + words + end)
            parts.append(text)
        return "".join(parts)

    def _lead(self, facts: Facts) -> str:
        lines = [self._hook(facts)]
        intros = facts.sector.intros if self._danish else facts.sector.intros_en
        lines += self.some(intros, 1 + (facts.size == 2))
        if facts.size == 0 and self.chance(0.5):
            lines.reverse()
        if facts.size and self.chance(0.45):
            return f"<p>{lines[0]}</p><p>{' '.join(lines[1:])}</p>"
        return f"<p>{' '.join(lines)}</p>"

    def _hook(self, facts: Facts) -> str:
        if facts.tone and self.chance(0.25):
            return self.one(f"hooks_{facts.tone}")
        return self.one("hooks")

    def _about(self, facts: Facts) -> str:
        own = self._phrases[f"about_{facts.tone}"] if facts.tone else ()
        lines = self.some(self._phrases["about"], 1 + facts.size) + self.some(own, 1)
        if self.chance(0.5):
            lines.reverse()
        if facts.size == 2 and self.chance(0.5):
            return f"<p>{' '.join(lines[:2])}</p><p>{' '.join(lines[2:])}</p>"
        return f"<p>{' '.join(lines)}</p>"

    def _tasks(self, facts: Facts, *, bullets: bool) -> str:
        own = facts.occupation.tasks if self._danish else facts.occupation.en_tasks
        chosen = self.some(own, 3 + facts.size + int(self._random() * 3))
        if bullets and len(chosen) > 2:
            large = self.chance(0.5)
            items = "".join(f"<li>{capital(one) if large else one}</li>" for one in chosen)
            intro = f"<p>{self.one('tasks_list')}</p>" if not large or self.chance(0.5) else ""
            text = f"{intro}<ul>{items}</ul>"
        else:
            # Three infinitives in a sentence is what people can read.
            text = self.one("tasks_prose").replace("{items}", self.listed(chosen[:3]))
            rest = chosen[3 : 4 + facts.size]
            joints = self.some(self._phrases["tasks_more"], len(rest))
            for task, joint in zip(rest, joints, strict=False):
                text += " " + joint.replace("{task}", task)
            text = f"<p>{_without_echo(text)}</p>"
        if self.chance(0.25 + 0.2 * facts.size):
            text += f"<p>{self.one('tasks_after')}</p>"
        return text

    def _you(self, facts: Facts, *, bullets: bool) -> str:
        traits = facts.sector.traits if self._danish else self._phrases["traits"]
        skills = facts.occupation.skills if self._danish else facts.occupation.en_skills
        chosen = self.some(traits, 2 + facts.size)
        wanted = self.some(skills, 2 + (facts.size > 0))
        schooling = facts.occupation.education if self._danish else ""
        lines = []
        if bullets:
            items = [f"er {schooling}"] if schooling else []
            items += [
                phrase.replace("{skill}", skill)
                for skill, phrase in zip(
                    wanted, self.some(self._phrases["skills_item"], len(wanted)), strict=False
                )
            ]
            items += chosen
            points = "".join(f"<li>{one}</li>" for one in items)
            lines.append(f"<p>{self.one('you_list')}</p><ul>{points}</ul>")
        else:
            text = [f"Du er {schooling.rstrip('.')}."] if schooling else []
            text.append(
                self.one("skills_prose").replace("{skill}", wanted[0]).replace(
                    "{skill2}", wanted[-1]
                )
            )  # fmt: skip
            text.append(
                self.one("you_prose").replace("{trait}", chosen[0]).replace(
                    "{trait2}", chosen[-1]
                )
            )  # fmt: skip
            lines.append(f"<p>{' '.join(text)}</p>")
        if facts.size and self.chance(0.6):
            # ISCO's major groups 8 and 9 ask for hands and will more than for papers.
            manual = self._danish and facts.occupation.isco[0] in "89"
            lines.append(f"<p>{self.one('newcomers_manual' if manual else 'newcomers')}</p>")
        return "".join(lines)

    def _offer(self, facts: Facts, *, bullets: bool, headed: bool) -> str:
        if facts.size == 0 and self.chance(0.5):
            return ""
        own = facts.sector.offers if self._danish else facts.sector.offers_en
        chosen = self.some(own, 2 + facts.size) + self.some(
            self._phrases["offer_generic"], 1 + (facts.size > 0)
        )
        if bullets and facts.size:
            points = "".join(f"<li>{one}</li>" for one in chosen)
            # The heading already says "we offer".
            intro = "" if headed else f"<p>{self.one('offer_list')}</p>"
            return f"{intro}<ul>{points}</ul>"
        text = self.one("offer_prose").replace("{offer}", chosen[0]).replace("{offer2}", chosen[-1])
        return f"<p>{text}</p>"

    def practical(self, facts: Facts) -> str:
        """Return hours, pay, deadline and contact."""
        lines = [self.one("hours_text")]
        if facts.occupation.shifts and self.chance(0.7):
            lines.append(self.one("shift_text"))
        if facts.temporary:
            lines.append(self.one("temporary_text"))
        lines.append(self.one("start_text"))
        if facts.amount:
            lines.append(self.one("salary_amount").replace("{amount}", facts.amount))
        elif self.chance(0.7):
            lines.append(self.one("salary_text" if facts.tone == "private" else "salary_public"))
        if facts.remote_share:
            lines.append(self.one("remote_full" if facts.remote_share == 1 else "remote_text"))
        if self._danish and facts.occupation.licences and self.chance(0.85):
            licence = self.some(facts.occupation.licences, 1)[0]
            lines.append(
                self.one("licence_text").replace("{licence}", licence).replace(
                    "{Licence}", capital(licence)
                )
            )  # fmt: skip
        ending = [self.one("contact_text"), self.one("apply_text")]
        ending.append(self.one("deadline_text" if facts.has_deadline else "no_deadline"))
        if facts.has_deadline and self.chance(0.35):
            ending.append(self.one("interviews"))
        if self.chance(0.6):
            ending.append(self.one("closers"))
        heading = f"<h3>{self.one('heading_practical')}</h3>" if facts.size else ""
        tail = f"<p>{self.one('reference')}</p>" if self.chance(0.3) else ""
        return f"{heading}<p>{' '.join(lines)}</p><p>{' '.join(ending)}</p>{tail}"

    def short(self, facts: Facts) -> str:
        """Return a body of three or four sentences, for the million."""
        own = facts.occupation.tasks if self._danish else facts.occupation.en_tasks
        skills = facts.occupation.skills if self._danish else facts.occupation.en_skills
        tasks = self.one("tasks_prose").replace("{items}", self.listed(self.some(own, 3)))
        wanted = self.some(skills, 2)
        skill = self.one("skills_prose").replace("{skill}", wanted[0])
        skill = skill.replace("{skill2}", wanted[-1])
        return f"<p>{self._hook(facts)} {tasks} {skill}</p><p>{self.one('reference')}</p>"


def _without_echo(text: str) -> str:
    """Return the text without the doubled "at at" that joining infinitives can make."""
    return text.replace(" at at ", " at ")
