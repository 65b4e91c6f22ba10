"""Counting over every dossier of the gebied. Import-linter lets only `regie.cijfers` in."""

from collections.abc import Iterator
from contextlib import contextmanager

from regie.core.models import Organisatie
from regie.core.tenancy import Scope, current_scope, gebied_context


@contextmanager
def alle_dossiers() -> Iterator[Scope]:
    """The active gebied with the dossiers of all its OCMW's in scope. What leaves this block must be a number."""
    ids = Organisatie.objects.van_gebied().ocmws().values_list("pk", flat=True)
    with gebied_context(current_scope().gebied, ids) as scope:
        yield scope
