"""Health for load balancers and the supervisor. No data, no sign-in."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from regie.portal.models import Hartslag

STIL_NA = timedelta(seconds=60)


@require_safe
@login_not_required
def gezond(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
def klaar(request: HttpRequest) -> JsonResponse:
    """What works, as booleans; 503 as long as something does not."""
    toestand = {"database": _database(), "broker": _broker()}
    toestand["migraties"] = toestand["database"] and _migraties()
    slagen = _hartslagen() if toestand["migraties"] else {}
    grens = timezone.now() - STIL_NA
    for proces in ("worker", "beat"):
        toestand[proces] = proces in slagen and slagen[proces] >= grens
    return JsonResponse(toestand, status=200 if all(toestand.values()) else 503)


def _database() -> bool:
    try:
        connection.ensure_connection()
    except DatabaseError:
        return False
    return True


def _broker() -> bool:
    try:
        cache.get("klaar")
    except (RedisError, OSError):
        return False
    return True


def _migraties() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _hartslagen() -> dict:
    return dict(Hartslag.objects.values_list("proces", "op"))
