from collections.abc import Callable

import pghistory
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone

from regie.core.models import Lidmaatschap
from regie.core.models.organisatie import toegang_van
from regie.core.tenancy import gebied_context


class GebiedMiddleware:
    """Turn `/g/<gebied>/…` into one scope and one transaction around the whole view.

    Writes carry who did it into the change history. A response of 400 or more (an exception has become one by then)
    writes nothing; the rollback waits until that page is made, because error pages read the database too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            slug = resolve(request.path_info).kwargs.get("gebied")
        except Resolver404:
            slug = None
        if slug is None:
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        alle = list(Lidmaatschap.objects.geldig_op(timezone.localdate()).van_gebruiker(request.user.pk))
        hier = [lid for lid in alle if lid.gebied.slug == slug]
        toegang = toegang_van(hier)
        if toegang is None:
            raise Http404  # not 403: do not reveal which gebieden exist
        request.toegang, request.lidmaatschappen = toegang, alle  # type: ignore[attr-defined]
        with gebied_context(hier[0].gebied, toegang.organisatie_ids, lid_van=toegang.lid_van):
            response = self._antwoord(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            return response

    def _antwoord(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        with pghistory.context(user=request.user.pk):
            return self.get_response(request)
