# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The models' documentation as data, under the headings that the law asks for: of one and of all.

BEK 101/2026 § 1(6) and § 2; Regulation (EU) 2024/1689, articles 11, 13 and 14, Annex III, IV and
XI. What is not there is said to be missing, never left out.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.trust.fixed import FIXED
from jobunivers.trust.queries import CardPage, FigureRow
from jobunivers.trust.register import Input, ModelCard, Parameter, Text

FORMAT = "jobunivers-model-documentation-2"
ALL_FORMAT = "jobunivers-ai-register-1"
_NOTHING_YET = "not made yet"
Json = dict[str, object]


def documentation(page: CardPage, *, kommune: Municipality, language: str, at: datetime) -> Json:
    """Return all that the card says, as plain values that JSON can hold."""
    card = page.card
    return {
        "format": FORMAT,
        "exported_at": at.isoformat(timespec="seconds"),
        "language": language,
        "deployer": {"kommune": kommune.name, "code": kommune.code},
        "model": {
            "code": card.code,
            "name": str(card.name),
            "version": card.version,
            "kind": str(card.kind),
            "decides": card.decides,
            "on_in_this_kommune": page.state.on,
            "since": page.state.since.isoformat() if page.state.since else None,
            "reason": page.state.reason,
            "can_be_switched_off": card.can_be_switched_off,
            "part_of": card.part_of or None,
            "when_off": str(card.when_off),
        },
        "bek_101_2026": _employment_order(card),
        "ai_act": _ai_act(page),
        "legal_basis": [
            {"name": str(law.name), "says": str(law.says), "address": law.address}
            for law in card.laws
        ],
    }


def register_documentation(
    pages: Sequence[CardPage], *, kommune: Municipality, language: str, at: datetime
) -> Json:
    """Return the whole register: each model's documentation, and what is no model."""
    return {
        "format": ALL_FORMAT,
        "exported_at": at.isoformat(timespec="seconds"),
        "language": language,
        "deployer": {"kommune": kommune.name, "code": kommune.code},
        "models": [
            documentation(page, kommune=kommune, language=language, at=at) for page in pages
        ],
        "fixed_rules_that_are_no_models": [
            {"code": one.code, "name": str(one.name), "does": str(one.does)} for one in FIXED
        ],
    }


def _employment_order(card: ModelCard) -> Json:
    return {
        "section_1_6_no_decision_by_machine_alone": {
            "decides": card.decides,
            "human_oversight": _texts(card.oversight),
        },
        "section_2_1_how_it_is_used": {"purpose": str(card.purpose), "how": _texts(card.how)},
        "section_2_1_sources_of_personal_data": _inputs(card.inputs_person),
        "section_2_2_data_protection_by_design": {
            "never_used": _texts(card.never_used),
            "between_kommuner": "Rows of one kommune are locked from all others in the database.",
            "access": "Staff give a reason first; each look is logged and read by the citizen.",
        },
        "section_2_4_made_plain_to_the_person": str(card.shown),
    }


def _ai_act(page: CardPage) -> Json:
    card = page.card
    return {
        "annex_iii_treated_as_high_risk": card.high_risk,
        "article_11_technical_documentation": "Annex IV below, made from the running system.",
        "article_13_instructions_for_use": _instructions(page),
        "article_14_human_oversight": {
            "measures": _texts(card.oversight),
            "can_be_stopped": card.can_be_switched_off,
            "when_stopped": str(card.when_off),
        },
        "annex_iv": {
            "1_general_description": {
                "intended_purpose": str(card.purpose),
                "version": card.version,
                "owner": str(card.owner),
                "running": _parameters(card.running),
            },
            "2_elements_and_development": {
                "kind": str(card.kind),
                "how_it_works": _texts(card.how),
                "parameters": _parameters(card.parameters),
                "inputs_about_the_person": _inputs(card.inputs_person),
                "inputs_about_the_other_side": _inputs(card.inputs_other),
                "data_it_was_made_from": str(card.made_from),
                "human_oversight": _texts(card.oversight),
            },
            "3_monitoring_functioning_and_control": {
                "hard_constraints": _texts(card.constraints),
                "limitations": _texts(card.limits),
                "figures": [_figure(row) for row in page.figures] or _NOTHING_YET,
                "figures_by_group": [_figure(row) for group in page.groups for row in group.rows]
                or _NOTHING_YET,
                "use_in_this_kommune": [
                    {"name": str(one.name), "value": one.value, "meaning": str(one.meaning)}
                    for one in page.local
                ],
                "outcomes_in_use": _in_use(page),
            },
            "4_why_these_figures": {row.name: row.meaning for row in page.figures},
            "5_risk_management": [
                {"risk": str(one.what), "answer": str(one.answer)} for one in card.risks
            ],
            "6_changes": [
                {"version": one.code, "since": one.since.isoformat(), "changed": str(one.changed)}
                for one in card.versions
            ],
            "7_harmonised_standards": [],
            "8_declaration_of_conformity": _NOTHING_YET,
            "9_monitoring_after_deployment": (
                "Figures are measured anew for each version. Advisers' disagreement is counted."
                " What came of its choices is counted every night by course, place and region."
            ),
        },
        "annex_xi": {"applies": False, "why": "No general-purpose AI model is used."},
    }


def _instructions(page: CardPage) -> Json:
    """Return what article 13(3) asks a deployer to be told, letter by letter."""
    card = page.card
    groups = [_figure(row) for group in page.groups for row in group.rows]
    return {
        "3_a_provider": str(card.owner),
        "3_b_i_intended_purpose": str(card.purpose),
        "3_b_ii_accuracy": [_figure(row) for row in page.figures] or _NOTHING_YET,
        "3_b_iii_foreseeable_risks": [str(one.what) for one in card.risks],
        "3_b_iv_explanation_of_output": str(card.shown),
        "3_b_v_performance_by_group": groups or _NOTHING_YET,
        "3_b_vi_input_data": _inputs([*card.inputs_person, *card.inputs_other]),
        "3_b_vii_interpretation_of_output": _texts(card.limits),
        "3_c_changes": [one.code for one in card.versions],
        "3_d_human_oversight": _texts(card.oversight),
        "3_e_resources_and_lifetime": "Runs on the kommune's server; no outside model is asked.",
        "3_f_logs": "Each choice is kept with its inputs, versions and reasons for 90 days.",
    }


def _in_use(page: CardPage) -> list[Json]:
    """Return what came of the model's choices, for each group as its page shows it."""
    return [
        {
            "name": table.name, "meaning": table.meaning, "dimension": table.dimension,
            "where": "kommune" if table.here else "country",
            "counted_at": table.counted_at.isoformat(),
            "groups": [
                {"group": row.group, "value": row.value, "interval": row.interval,
                 "people": row.people}
                for row in table.rows
            ],
        }
        for table in page.used
    ]  # fmt: skip


def _texts(texts: Iterable[Text]) -> list[str]:
    return [str(text) for text in texts]


def _inputs(inputs: Sequence[Input]) -> list[Json]:
    return [{"what": str(one.what), "source": str(one.source)} for one in inputs]


def _parameters(parameters: Sequence[Parameter]) -> list[Json]:
    return [
        {"name": str(one.name), "value": str(one.value), "meaning": str(one.meaning)}
        for one in parameters
    ]


def _figure(row: FigureRow) -> Json:
    return {
        "name": row.name,
        "group": f"{row.dimension}: {row.group}" if row.dimension else "",
        "value": row.value,
        "interval": [row.low, row.high] if row.low is not None or row.high is not None else None,
        "baseline": row.baseline,
        "measured_at": row.measured_at.isoformat(),
        "command": row.command,
    }
