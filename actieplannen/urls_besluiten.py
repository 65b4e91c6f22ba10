"""The life of a plan: steps, councils, versions, amendementen. Included from `actieplannen.urls`."""

from django.urls import path

from actieplannen.views import besluiten, levensloop, raden, versies

urlpatterns = [
    path("<uuid:plan_id>/besluiten/", besluiten.besluiten, name="besluiten"),
    path("<uuid:plan_id>/amendementen/", besluiten.amendementen, name="amendementen"),
    path("<uuid:plan_id>/vergelijken/", versies.plan_vergelijken, name="plan_vergelijken"),
    path("versie/<uuid:planversie_id>/", versies.planversie, name="planversie"),
    path("<uuid:plan_id>/indienen/", levensloop.plan_indienen, name="plan_indienen"),
    path("<uuid:plan_id>/intrekken/", levensloop.plan_intrekken, name="plan_intrekken"),
    path("<uuid:plan_id>/terugsturen/", levensloop.plan_terugsturen, name="plan_terugsturen"),
    path("<uuid:plan_id>/goedkeuren/", levensloop.plan_goedkeuren, name="plan_goedkeuren"),
    path("<uuid:plan_id>/afronden/", levensloop.plan_afronden, name="plan_afronden"),
    path("<uuid:plan_id>/heropenen/", levensloop.plan_heropenen, name="plan_heropenen"),
    path("<uuid:plan_id>/verantwoorden/", levensloop.plan_verantwoorden, name="plan_verantwoorden"),
    path("verbeterpunt/<uuid:verbeterpunt_id>/", levensloop.verbeterpunt, name="verbeterpunt"),
    path("<uuid:plan_id>/raadsbesluiten/", raden.raadsbesluiten, name="raadsbesluiten"),
    path(
        "<uuid:plan_id>/raadsbesluiten/klaarzetten/",
        raden.raadsbesluiten_klaarzetten,
        name="raadsbesluiten_klaarzetten",
    ),
    path("raadsbesluit/<uuid:raadsbesluit_id>/", raden.raadsbesluit, name="raadsbesluit"),
    path("raadsbesluit/<uuid:raadsbesluit_id>/modeltekst/", raden.raadsbesluit_model, name="raadsbesluit_model"),
]
