"""Counting over every dossier of the gebied. Import-linter lets only `regie.cijfers` in."""

from collections.abc import Iterator
from contextlib import contextmanager

from regie.core.models import Organisatie
from regie.core.names import sorteersleutel
from regie.core.tenancy import current_scope, gebied_context


@contextmanager
def alle_dossiers() -> Iterator[list[Organisatie]]:
    """The active gebied with the dossiers of all its OCMW's in scope; yields those OCMW's, in alphabetical order.

    What leaves this block must be a number.
    """
    ocmws = sorted(
        Organisatie.objects.van_gebied().ocmws().only("pk", "naam", "is_actief", "gebied_id"),
        key=lambda ocmw: (sorteersleutel(ocmw.naam), ocmw.pk),
    )
    with gebied_context(current_scope().gebied, [ocmw.pk for ocmw in ocmws]):
        yield ocmws


@contextmanager
def alle_huizen() -> Iterator[None]:
    """The active gebied with what stays inside its organisaties in scope, and no dossier.

    What leaves this block must be a number.
    """
    ids = Organisatie.objects.van_gebied().values_list("pk", flat=True)
    with gebied_context(current_scope().gebied, lid_van=list(ids)):
        yield
