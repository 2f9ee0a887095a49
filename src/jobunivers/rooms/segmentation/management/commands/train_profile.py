# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers train profile``: learn chances of work; a person takes them into use."""

import argparse
import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.segmentation.actions import training
from jobunivers.rooms.segmentation.models import ChanceModel


class Command(BaseCommand):
    """Learns from each kommune's own history, prints what was measured, uses nothing."""

    help = "Learn chances of work from a kommune's own history, or take a learned model into use."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        add = parser.add_argument
        add("--kommune", help="its code, such as 0751; without it every kommune")
        add(
            "--history-from",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day from which every time out of work is known; else from when each was told",
        )
        add(
            "--groups",
            type=Path,
            metavar="FILE.csv",
            help="citizen_id and a column a kind of group (sex, origin): to measure by, not kept",
        )
        add("--seed", type=int, default=1, help="of folds and draws (1)")
        add("--json", type=Path, metavar="FILE", help="write everything measured to a file")
        add("--use", metavar="VERSION", help=f"take a kept model into use, or {training.RULES}")
        add("--because", default="", help="why; kept with the model, with --use")
        add("--by", default="", help="who decides; kept with the model, with --use")  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        """Learn in each kommune asked for, or take one model into use."""
        found = _kommuner(options["kommune"])
        if options["use"]:
            if options["kommune"] is None:
                raise CommandError("Say which --kommune takes a model into use.")
            self._use(found[0], options)
            return
        groups = _groups(options["groups"]) if options["groups"] else {}
        told = {one.code: self._train(one, groups, options) for one in found}
        if options["json"]:
            options["json"].write_text(json.dumps(told, indent=1, ensure_ascii=False))
        if options["kommune"] and told[found[0].code] is None:
            raise CommandError("Nothing was learned.")

    def _use(self, kommune: Municipality, options: dict[str, Any]) -> None:
        version = options["use"]
        told = {name: options[name] for name in ("because", "by")}
        with working_for(kommune.pk):
            try:
                training.use_profile(version=version, at=timezone.now(), **told)
            except training.NotPossible as refused:
                raise CommandError(str(refused)) from refused
        self.stdout.write(f"{version} is in use in {kommune.name}.")

    def _train(
        self, kommune: Municipality, groups: training.GroupsOf, options: dict[str, Any]
    ) -> dict[str, Any] | None:
        chosen = {name: options[name] for name in ("history_from", "seed")}
        with working_for(kommune.pk):
            try:
                row = training.train_profile(at=timezone.now(), groups=groups, **chosen)
            except training.TooLittle as little:
                self.stdout.write(f"{kommune.name}: too little to learn from: {little}"
                                  f" {training.RULES} goes on.")  # fmt: skip
                return None
            self._show(kommune, row)
            return {"version": row.version, "refused": row.refused_because, **row.quality}

    def _show(self, kommune: Municipality, row: ChanceModel) -> None:
        say, quality = self.stdout.write, row.quality
        say(f"\n{kommune.name}: {row.spells} times out of work, {quality['found_work']} to work")
        for why, many in quality["left_out"].items():
            say(f"left out: {many} {why}")
        say(f"right order of two     {_interval(quality['concordance'])}")
        for one in quality["horizons"]:
            weeks = one["weeks"]
            say(f"AUC at {weeks} weeks        {_interval(one['auc'])}")
            say(f"said / happened, {weeks}   {one['said']:.3f} / {_interval(one['happened'])}")
            say(f"tenths off beyond chance, {weeks} weeks  {_number(one['error'])}")
        say(f"\n{'group':28}{'weeks':>6}{'people':>8}{'said':>7}  said − happened")
        for one in quality["groups"]:
            name = f"{one['kind']}:{one['group']}"
            say(f"{name:28}{one['weeks']:>6}{one['people']:>8}{one['said']:>7.3f}"
                f"  {_interval(one['gap'])}")  # fmt: skip
        if row.refused_because:
            say(f"\n{row.version} is kept and REFUSED: {training.refusals(row)}.")
            return
        say(f"\n{row.version} is kept and holds every limit. It is not in use. To use it:")
        say(f"./jobunivers train profile --kommune {kommune.code} --use {row.version}"
            ' --because "…" --by NAME')  # fmt: skip


def _kommuner(code: str | None) -> list[Municipality]:
    rows = Municipality.objects.exclude(code="0000").order_by("code")
    found = list(rows if code is None else rows.filter(code=code))
    if not found:
        raise CommandError(f"There is no kommune {code}." if code else "There is no kommune yet.")
    return found


def _groups(path: Path) -> dict[str, dict[int, str]]:
    """Return kind → citizen → group from a file of comma-separated values."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        found: dict[str, dict[int, str]] = defaultdict(dict)
        for row in rows:
            for kind, value in row.items():
                if kind != "citizen_id":
                    found[kind][int(row["citizen_id"])] = (value or "").strip()
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise CommandError(f"{path} is no table with a column citizen_id: {error}") from error
    return dict(found)


def _interval(told: dict[str, float | None]) -> str:
    return f"{_number(told['value'])} ({_number(told['low'])} to {_number(told['high'])})"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
