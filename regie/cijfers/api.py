"""The figures of a gebied for another program: the same, already suppressed, as the cockpit shows."""

from typing import Any

from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from regie.cijfers.getal import als_json
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import kerncijfers
from regie.core.api import ApiRequest, GebiedViewSet
from regie.core.permissions import Recht


class KerncijfersViewSet(GebiedViewSet):
    """GET /api/v1/kerncijfers/?periode=2026-10 (a month, 2026-Q3 or 2026)."""

    rechten = {"list": Recht.COCKPIT_BEKIJKEN}

    def list(self, request: ApiRequest, *args: Any, **kwargs: Any) -> Response:
        try:
            periode = Periode.van_tekst(request.query_params.get("periode", ""))
        except ValueError as fout:
            raise ValidationError({"periode": str(fout)}) from fout
        return Response(als_json(kerncijfers(periode, periode.peildatum(timezone.localdate()))))
