"""Addresses of a gebied under /jaaractieplan/. Each topic has its own module."""

from django.urls import include, path

from actieplannen.views import acties, plannen

app_name = "actieplannen"
urlpatterns = [
    path("", plannen.lijst, name="lijst"),
    path("mijn-acties/", acties.mijn_acties, name="mijn_acties"),
    path("<uuid:plan_id>/", plannen.plan, name="plan"),
    path("actie/<uuid:planactie_id>/", acties.actie, name="actie"),
    path("", include("actieplannen.urls_regierol")),
    path("", include("actieplannen.urls_besluiten")),
]
