# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two kommuner that the demo opens, and how they look.

The codes and names are real, so that places and distances are right; colours, texts and people are
invented. The front page says that it is a demonstration.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoKommune:
    """A kommune of the demo. Colours have a contrast of at least 4.5 with white."""

    code: str
    name: str
    slug: str
    primary_colour: str
    accent_colour: str
    headline_da: str
    headline_en: str
    welcome_da: str
    welcome_en: str
    share: float  # of the demo's vacancies


DEMO_KOMMUNER = (
    DemoKommune(
        code="0751",
        name="Aarhus Kommune (demo)",
        slug="aarhus",
        primary_colour="#1b4f8f",
        accent_colour="#a3333d",
        headline_da="Find et job, der passer til dig",
        headline_en="Find a job that suits you",
        welcome_da=(
            "Her kan du se ledige job tæt på dig, samle din profil og holde styr på, hvad du har "
            "søgt. Du bestemmer selv, hvad du vil bruge. Dette er en demonstration med opdigtede "
            "personer og job – det er ikke Aarhus Kommunes egen side."
        ),
        welcome_en=(
            "Here you can see vacancies near you, build your profile and keep track of what you "
            "have applied for. You choose what to use. This is a demonstration with invented "
            "people and jobs – it is not Aarhus Kommune's own site."
        ),
        share=0.40,
    ),
    DemoKommune(
        code="0740",
        name="Silkeborg Kommune (demo)",
        slug="silkeborg",
        primary_colour="#1f5c3d",
        accent_colour="#7a4a12",
        headline_da="Dit næste job kan ligge lige om hjørnet",
        headline_en="Your next job may be around the corner",
        welcome_da=(
            "Søg efter job i byen, i oplandet og lidt længere væk. Er du i tvivl om noget, så "
            "spørg din rådgiver. Dette er en demonstration med opdigtede personer og job – det "
            "er ikke Silkeborg Kommunes egen side."
        ),
        welcome_en=(
            "Search for jobs in town, in the villages and a little farther away. If you are in "
            "doubt, ask your adviser. This is a demonstration with invented people and jobs – it "
            "is not Silkeborg Kommune's own site."
        ),
        share=0.20,
    ),
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 … 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
