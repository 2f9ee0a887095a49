# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The statement templates of the conformance test suite: the right ones pass, the others not."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jobunivers.science.xapi import check
from jobunivers.testing import shared_data

_ATTENDED = {"id": "http://adlnet.gov/expapi/verbs/attended"}
_STATEMENT: Mapping[str, Any] = {
    "actor": {"objectType": "Agent", "mbox": "mailto:xapi@adlnet.gov"},
    "verb": _ATTENDED,
    "object": {"objectType": "Activity", "id": "http://www.example.com/meetings/34534"},
}
_VOIDED = {"objectType": "StatementRef", "id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"}
# Where a template that is no whole statement stands in one.
_STANDS = {
    "agents": "actor",
    "groups": "actor",
    "verbs": "verb",
    "activities": "object",
    "substatements": "object",
    "results": "result",
    "contexts": "context",
}
# What is wrong with each template that is wrong: where, and what; all others are right.
WRONG = {
    "activities/description_invalid": ("object.definition.description", "language"),
    "activities/interaction_type_invalid_iri": ("object.definition.interactionType", "choice"),
    "activities/interaction_type_invalid_numeric": ("object.definition.interactionType", "kind"),
    "activities/interaction_type_invalid_object": ("object.definition.interactionType", "kind"),
    "activities/interaction_type_invalid_string": ("object.definition.interactionType", "choice"),
    "activities/name_invalid": ("object.definition.name", "language"),
    "activities/no_id": ("object.id", "missing"),
    "activities/numeric_description": ("object.definition.description", "kind"),
    "activities/numeric_name": ("object.definition.name", "kind"),
    "activities/string_description": ("object.definition.description", "kind"),
    "activities/string_name": ("object.definition.name", "kind"),
    "agents/account_no_homepage": ("actor.account.homePage", "missing"),
    "agents/account_no_name": ("actor.account.name", "missing"),
    "contexts/instructor": ("context.instructor", "identifier"),
    "contexts/invalid_activity": ("context.contextActivities.?", "unknown"),
    "contexts/team": ("context.team.member", "missing"),
    "groups/anonymous_no_member": ("actor.member", "missing"),
    "groups/identified_account_no_homepage": ("actor.account.homePage", "missing"),
    "groups/identified_account_no_name": ("actor.account.name", "missing"),
    "statements/actor": ("actor", "identifier"),
    "statements/authority": ("authority", "identifier"),
    "statements/no_actor": ("actor", "missing"),
    "statements/no_object": ("object", "missing"),
    "statements/no_verb": ("verb", "missing"),
    "statements/object_activity": ("object.id", "missing"),
    "statements/object_actor": ("object", "identifier"),
    "statements/object_statementref_no_id": ("object.id", "missing"),
    "statements/object_substatement": ("object.actor", "missing"),
    "statements/verb": ("verb.id", "missing"),
    "substatements/activity": ("object.object.id", "missing"),
    "substatements/activity_definition_description_invalid": (
        "object.object.definition.description",
        "language",
    ),
    "substatements/activity_definition_name_invalid": (
        "object.object.definition.name",
        "language",
    ),
    "substatements/actor": ("object.actor", "identifier"),
    "substatements/agent": ("object.object", "identifier"),
    "substatements/context_invalid_language_map": ("object.context.language", "language"),
    "substatements/group": ("object.object.member", "missing"),
    "substatements/interaction_component_invalid_language_map": (
        "object.object.definition.steps[2].description",
        "language",
    ),
    "substatements/no_actor": ("object.actor", "missing"),
    "substatements/no_object": ("object.object", "missing"),
    "substatements/no_verb": ("object.verb", "missing"),
    "substatements/statementref_no_id": ("object.object.id", "missing"),
    "substatements/verb": ("object.verb.id", "missing"),
    "substatements/verb_invalid": ("object.verb.display", "language"),
    "verbs/no_id": ("verb.id", "missing"),
}
# Right in 2.0 alone; the older version knows no such property.
NEW = {"contexts/context_agents", "contexts/context_groups"}


def _templates(version: str) -> dict[str, Any]:
    folder: Path = shared_data("schemas", "xapi", "test", version, "templates")
    found = sorted(folder.glob("*/*.json"))
    return {f"{one.parent.name}/{one.stem}": json.loads(one.read_text()) for one in found}


def _whole(name: str, template: Any) -> dict[str, Any]:
    folder = name.split("/", maxsplit=1)[0]
    if folder == "statements":
        return dict(template)
    told = {**_STATEMENT, _STANDS[folder]: template}
    return told | ({"object": _VOIDED} if name == "verbs/voided" else {})


@pytest.mark.parametrize(("version", "spoken"), [("v1_0_3", "1.0"), ("v2_0", "2.0")])
def test_every_right_template_is_accepted_and_every_wrong_one_refused_with_its_reason(
    version: str, spoken: str
) -> None:
    templates = _templates(version)
    assert set(templates) >= set(WRONG)
    assert len(templates) - len(WRONG) >= 74, "templates are missing"

    given = {
        name: [(one.place, one.code) for one in check(_whole(name, template), spoken=spoken)][:1]
        for name, template in templates.items()
    }

    assert given == {name: [WRONG[name]] if name in WRONG else [] for name in templates}


def test_what_is_new_in_two_is_unknown_in_one() -> None:
    templates = _templates("v2_0")

    for name in NEW:
        (problem,) = check(_whole(name, templates[name]), spoken="1.0")
        assert (problem.place, problem.code) == ("context.?", "unknown")
        assert check(_whole(name, templates[name]), spoken="2.0") == []
