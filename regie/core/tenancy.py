"""Who may see which rows: one regiegebied, inside it the dossiers of some organisaties, and what stays in one's own.

Every query on a GebiedModel, BinnenshuisModel or DossierModel is filtered on the active Scope, in Python and again by
Postgres row-level security (see rls.py). Without an active scope it raises.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeVar

from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

from regie.core.exceptions import NoActiveScope

if TYPE_CHECKING:
    from regie.core.models import Regiegebied


@dataclass(frozen=True, slots=True)
class Scope:
    gebied: "Regiegebied"
    organisatie_ids: tuple[int, ...] = ()  # whose dossiers may be seen
    lid_van: tuple[int, ...] = ()  # whose own notes and drafts may be seen: every organisatie somebody belongs to
    cache: dict[str, object] = field(default_factory=dict, compare=False, repr=False)  # lives as long as the scope


_scope: ContextVar[Scope | None] = ContextVar("scope", default=None)


def current_scope() -> Scope:
    scope = _scope.get()
    if scope is None:
        raise NoActiveScope("Geen actief regiegebied; gebruik gebied_context().")
    return scope


def has_scope() -> bool:
    return _scope.get() is not None


def current_gebied_id() -> int:
    return current_scope().gebied.pk


@contextmanager
def gebied_context(
    gebied: "Regiegebied", organisatie_ids: Iterable[int] = (), *, lid_van: Iterable[int] = ()
) -> Iterator[Scope]:
    """Inside this block Python and Postgres see the same scope, in one transaction.

    Who may see the dossiers of an organisatie belongs to it: `organisatie_ids` are in `lid_van` by themselves.
    """
    dossiers = tuple(sorted(organisatie_ids))
    previous, scope = _scope.get(), Scope(gebied, dossiers, tuple(sorted({*dossiers, *lid_van})))
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        _set_in_postgres(scope)
        token = _scope.set(scope)
        try:
            yield scope
        finally:
            _scope.reset(token)
        # Only on success and inside an outer transaction: the end of the transaction, or a rollback to the
        # savepoint, already restores the previous SET LOCAL.
        if not is_outermost and not connection.needs_rollback:
            _set_in_postgres(previous)


def _set_in_postgres(scope: Scope | None) -> None:
    gebied = str(scope.gebied.pk) if scope else ""
    organisaties, lid_van = (_als_array(scope.organisatie_ids), _als_array(scope.lid_van)) if scope else ("", "")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('regie.gebied_id', %s, true), set_config('regie.organisatie_ids', %s, true),"
            " set_config('regie.lid_van', %s, true)",
            [gebied, organisaties, lid_van],
        )


def _als_array(ids: tuple[int, ...]) -> str:
    return "{" + ",".join(map(str, ids)) + "}"


class CurrentGebied(models.Expression):
    """The active gebied, looked up when SQL is compiled rather than when the queryset is built.

    So `ModelChoiceField(Partner.objects.all())` may be written at import time, and every way of
    running a query (`exists`, `update`, subqueries, async) fails without a scope.
    """

    output_field = models.BigIntegerField()

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[int]]:  # type: ignore[override]
        return "%s", [current_gebied_id()]


class OwnedInScope(models.Func):
    """`eigenaar` is one of the organisaties in scope. With one organisatie `=` lets an index deliver rows in order."""

    output_field = models.BooleanField()

    def toegelaten(self) -> tuple[int, ...]:
        return current_scope().organisatie_ids

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: object) -> tuple[str, list]:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        ids = list(self.toegelaten())
        if len(ids) == 1:
            return f"{column} = %s", [*params, ids[0]]
        return f"{column} = ANY(%s::bigint[])", [*params, ids]


class VanEigenHuis(OwnedInScope):
    """`eigenaar` is an organisatie the reader belongs to, in any role."""

    def toegelaten(self) -> tuple[int, ...]:
        return current_scope().lid_van


M = TypeVar("M", bound=models.Model, covariant=True)


class GebiedManager(models.Manager[M]):
    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(gebied=CurrentGebied())

    def none(self) -> models.QuerySet[M]:
        return super().get_queryset().none()


class DossierManager(GebiedManager[M]):
    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(OwnedInScope(models.F("eigenaar")))


class BinnenshuisManager(GebiedManager[M]):
    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(VanEigenHuis(models.F("eigenaar")))


class DeelbaarManager(GebiedManager[M]):
    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(models.Q(VanEigenHuis(models.F("eigenaar"))) | models.Q(gedeeld=True))


class GebiedModel(models.Model):
    """Base of every table that belongs to one regiegebied. Inheriting is enough: RLS follows on migrate."""

    gebied = models.ForeignKey(
        "core.Regiegebied",
        models.PROTECT,
        default=current_gebied_id,
        editable=False,
        related_name="+",
        verbose_name="regiegebied",
    )

    objects: ClassVar[GebiedManager] = GebiedManager()

    class Meta:
        abstract = True


class DossierModel(GebiedModel):
    """Base of every table about a client. Owned by one organisatie; the gebied as a whole cannot read it."""

    eigenaar = models.ForeignKey(
        "core.Organisatie", models.PROTECT, editable=False, related_name="+", verbose_name="eigenaar"
    )

    objects: ClassVar[DossierManager] = DossierManager()

    class Meta:
        abstract = True


class BinnenshuisModel(GebiedModel):
    """Base of every table that stays inside one organisatie: its notes, its answers. Its members read it, nobody else.

    Not for clients: whoever belongs to an OCMW in any role is a member (see DossierModel).
    """

    eigenaar = models.ForeignKey(
        "core.Organisatie", models.PROTECT, editable=False, related_name="+", verbose_name="organisatie"
    )

    objects: ClassVar[BinnenshuisManager] = BinnenshuisManager()

    class Meta:
        abstract = True


class DeelbaarModel(BinnenshuisModel):
    """Inside one organisatie until it is shared: then the whole gebied reads it. Only the organisatie changes it."""

    gedeeld = models.BooleanField("gedeeld met het gebied", default=False)

    objects: ClassVar[DeelbaarManager] = DeelbaarManager()  # type: ignore[assignment]

    class Meta:
        abstract = True
