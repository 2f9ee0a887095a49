# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff follow up: they say why, look, talk, and sometimes disagree with a suggestion."""

from datetime import datetime, timedelta

import numpy as np

from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.casework import actions as casework
from jobunivers.simulator.life.scene import Helper, Scene
from jobunivers.trust import actions as trust

_PARTS = ("profile", "joblog", "recommendations")
_REASONS, _SHARES = ("talk", "follow_up", "request", "case"), (0.5, 0.3, 0.12, 0.08)
_BY_LOT = 0.5  # of the looks: whoever it is; the rest goes to those who have been quiet longest
_OBJECTIONS = ("occupation", "skills", "requirements", "travel", "conditions")


def follow_up(scene: Scene) -> None:
    """Let staff open citizens on a working day; who is talked to is helped."""
    if scene.today.weekday > 4 or not scene.staff:
        return
    given: list[casework.ReasonGiven] = []
    looks: list[trust.Looked] = []
    logins: list[identity.Login] = []
    there, ways = _in_turn(scene), scene.truth.behaviour
    # Where there are more staff than usual they do not all look at everybody all the time.
    busy = min(1.0, len(there) / (ways.seekers_a_helper * len(scene.staff)))
    for helper in scene.staff:
        begins = scene.at(8.5)
        logins.append(identity.Login(person_id=helper.person_id, role=helper.role, at=begins))
        many = min(int(scene.rng.poisson(ways.looks_a_day * busy)), len(there))
        for nth, row in enumerate(_chosen(scene, there, many)):
            at = begins + timedelta(minutes=25 * nth + 5)
            code = _reason(scene)
            citizen = int(scene.people["citizen"][row])
            given.append(
                casework.ReasonGiven(
                    citizen_id=citizen, adviser_id=helper.person_id, code=code, at=at
                )
            )
            looks += _looked(helper, citizen, code, at + timedelta(seconds=40))
            if code == "talk":
                scene.people["helped"][row] = scene.ordinal
            _disagree(scene, helper, citizen, at + timedelta(minutes=6))
    identity.note_logins(logins=logins)
    casework.note_reasons(given=given)
    scene.count("looks", trust.note_looks(looks=looks) / len(_PARTS))


def _in_turn(scene: Scene) -> np.ndarray:
    """Return who may be followed up today, those not seen for longest first."""
    rows = np.flatnonzero(scene.today.out & ~scene.today.absent)
    seen = np.maximum(scene.people["login"][rows], scene.people["helped"][rows])
    return rows[np.lexsort((rows, seen))]


def _chosen(scene: Scene, there: np.ndarray, many: int) -> list[int]:
    lot = int(scene.rng.binomial(many, _BY_LOT)) if many else 0
    anyone = scene.rng.choice(there, size=lot, replace=False) if lot else np.zeros(0, dtype=int)
    quiet = there[: max(1, len(there) // 3)]
    rest = many - lot
    mine = scene.rng.choice(quiet, size=min(rest, len(quiet)), replace=False) if rest else quiet[:0]
    return list(dict.fromkeys([*anyone.tolist(), *mine.tolist()]))


def _reason(scene: Scene) -> str:
    return str(scene.rng.choice(_REASONS, p=_SHARES))


def _looked(helper: Helper, citizen: int, code: str, at: datetime) -> list[trust.Looked]:
    return [
        trust.Looked(
            seen=trust.Seen(citizen_id=citizen, part=part, reason=code),
            viewer_id=helper.person_id,
            viewer_role=helper.role,
            at=at,
        )
        for part in _PARTS
    ]


def _disagree(scene: Scene, helper: Helper, citizen: int, at: datetime) -> None:
    mine = scene.lists.get(citizen)
    may = helper.role in {Role.ADVISER, Role.CONSULTANT, Role.ASSISTANT}
    if mine is None or not mine.vacancy_ids or not may:
        return
    if scene.happens(scene.truth.behaviour.disputes):
        casework.dispute(
            citizen_id=citizen,
            vacancy_id=mine.vacancy_ids[int(scene.rng.integers(min(5, len(mine.vacancy_ids))))],
            run_id=mine.run_id,
            model=mine.model,
            adviser_id=helper.person_id,
            code=_OBJECTIONS[int(scene.rng.integers(len(_OBJECTIONS)))],
            note="",
            at=at,
        )
