"""Addresses of a plan: how it begins, its objectives, their order and the years around it."""

from django.urls import path

from actieplannen.views import doelstellingen, jaren, ordenen, planbegin, planbeheer

urlpatterns = [
    path("nieuw/", planbegin.plan_beginnen, name="plan_beginnen"),
    path("nieuw/leeg/", planbegin.plan_leeg, name="plan_leeg"),
    path("nieuw/sjabloon/<slug:plansjabloon>/", planbegin.plan_sjabloon, name="plan_sjabloon"),
    path("sjablonen/", planbegin.sjablonen, name="sjablonen"),
    path("<uuid:plan_id>/overnemen/", planbegin.plan_overnemen, name="plan_overnemen"),
    path("<uuid:plan_id>/bewerken/", planbeheer.plan_bijwerken, name="plan_bijwerken"),
    path("<uuid:plan_id>/wissen/", planbeheer.plan_wissen, name="plan_wissen"),
    path("<uuid:plan_id>/volledigheid/", planbeheer.plan_volledigheid, name="plan_volledigheid"),
    path("<uuid:plan_id>/volgorde/", ordenen.plan_ordenen, name="plan_ordenen"),
    path(
        "<uuid:plan_id>/doelstelling-toevoegen/", doelstellingen.doelstelling_toevoegen, name="doelstelling_toevoegen"
    ),
    path(
        "<uuid:plan_id>/doelstelling-terugzetten/<uuid:gewiste_doelstelling_id>/",
        doelstellingen.doelstelling_terugzetten,
        name="doelstelling_terugzetten",
    ),
    path(
        "doelstelling/<uuid:doelstelling_id>/bewerken/",
        doelstellingen.doelstelling_bijwerken,
        name="doelstelling_bijwerken",
    ),
    path(
        "doelstelling/<uuid:doelstelling_id>/wissen/", doelstellingen.doelstelling_wissen, name="doelstelling_wissen"
    ),
    path(
        "doelstelling/<uuid:doelstelling_id>/verplaatsen/",
        ordenen.doelstelling_verplaatsen,
        name="doelstelling_verplaatsen",
    ),
    path(
        "doelstelling/<uuid:doelstelling_id>/actie-uit-sjabloon/",
        doelstellingen.actie_sjabloon,
        name="actie_sjabloon",
    ),
    path("doelstelling/<uuid:doelstelling_id>/over-de-jaren/", jaren.doelstelling_jaren, name="doelstelling_jaren"),
    path("actie/<uuid:planactie_id>/over-de-jaren/", jaren.actie_jaren, name="actie_jaren"),
    path("actie/<uuid:planactie_id>/verplaatsen/", ordenen.actie_verplaatsen, name="actie_verplaatsen"),
]
