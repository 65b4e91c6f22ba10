import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class TelQueriesMiddleware:
    """Says in headers how many queries a page took, and how long those took. Only in `regie.settings.bench`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        teller = _Teller()
        with connection.execute_wrapper(teller):
            response = self.get_response(request)
        response["X-Queries"] = str(teller.aantal)
        response["X-Query-Ms"] = f"{teller.seconden * 1000:.1f}"
        return response


class _Teller:
    def __init__(self) -> None:
        self.aantal, self.seconden = 0, 0.0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.aantal += 1
            self.seconden += time.perf_counter() - begin
