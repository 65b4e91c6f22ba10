"""What every list of this app does: sort as the address says, and show which filters are on."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import QuerySet

from regie.core.http import GebiedRequest


def gesorteerd(
    rijen: QuerySet, request: GebiedRequest, volgordes: Mapping[str, tuple[str, ...]], anders: str
) -> QuerySet:
    """`?sorteer=naam` or `-naam`; only the first field turns round."""
    sorteer = request.GET.get("sorteer", anders)
    eerste, *rest = volgordes.get(sorteer.removeprefix("-"), volgordes[anders])
    return rijen.order_by(f"{'-' if sorteer.startswith('-') else ''}{eerste}", *rest, "pk")


def chips(gefilterd: django_filters.FilterSet, **vanzelf: str) -> list[dict[str, Any]]:
    """One per filter that is on; `vanzelf` says which value of a field is the usual one."""
    if not gefilterd.form.is_valid():
        return []
    uit = []
    for naam, waarde in gefilterd.form.cleaned_data.items():
        if waarde and vanzelf.get(naam) != waarde:
            veld = gefilterd.form.fields[naam]
            toon = dict(getattr(veld, "choices", [])).get(waarde, waarde)
            uit.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": waarde})
    return uit
