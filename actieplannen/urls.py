"""Addresses of a gebied under /jaaractieplan/. Each topic has its own module."""

from django.urls import include, path

from actieplannen.views import plannen
from actieplannen.views.publiek import stand  # noqa: F401  # registers the page behind a link

app_name = "actieplannen"
urlpatterns = [
    path("", plannen.lijst, name="lijst"),
    path("<uuid:plan_id>/", plannen.plan, name="plan"),
    path("", include("actieplannen.urls_plan")),
    path("", include("actieplannen.urls_opvolging")),
    path("", include("actieplannen.urls_actie")),
    path("", include("actieplannen.urls_regierol")),
    path("", include("actieplannen.urls_indicatoren")),
    path("", include("actieplannen.urls_geld")),
    path("", include("actieplannen.urls_besluiten")),
    path("", include("actieplannen.urls_actielijst")),
    path("", include("actieplannen.urls_stukken")),
]
