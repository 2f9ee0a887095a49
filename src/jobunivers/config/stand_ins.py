# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's stand-ins for systems outside: ``python -m jobunivers.config.stand_ins PORT``.

Job centre, unemployment funds and Jobnet answer as their contracts say, of the demo's people.
"""

import os
import sys

from jobunivers.config import orphans


def main(arguments: list[str]) -> None:
    """Serve until told to stop."""
    orphans.end_with_parent(grace=1)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

    import django

    django.setup()

    from jobunivers.integrations.profiles.sources.fake import FakeSources

    FakeSources(_people, port=int(arguments[0])).serve()


def _people(subject: str, kommune: str) -> "dict[str, object] | None":
    """Return what is held of the person of a uuid in the kommune of a code; None of nobody."""
    from django.core.exceptions import ValidationError
    from django.db import close_old_connections

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.identity.models import Person
    from jobunivers.simulator import outside

    close_old_connections()
    municipality = Municipality.objects.filter(code=kommune).first()
    if municipality is None:
        return None
    with working_for(municipality.pk):
        try:
            person = Person.objects.filter(uuid=subject).first()
        except ValidationError:
            return None
        held = outside.held_of(person.pk) if person is not None else None
    return dict(held) if held is not None else None


if __name__ == "__main__":
    main(sys.argv[1:])
