# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and counts of people that lead back to nobody.

`releasing` finds rows that are each like k others, `thinning` those of them that are given;
`noise` gives counts with noise.
"""

from jobunivers.science.anonymity.noise import discrete_laplace, noisy_counts
from jobunivers.science.anonymity.releasing import Column, Released, release
from jobunivers.science.anonymity.thinning import thinned

__all__ = ["Column", "Released", "discrete_laplace", "noisy_counts", "release", "thinned"]
