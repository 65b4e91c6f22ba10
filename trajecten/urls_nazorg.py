"""What became of people after uitstroom, included by trajecten.urls."""

from django.urls import path

from trajecten.views import nazorg

urlpatterns = [
    path("nazorg/", nazorg.nazorg, name="nazorg"),
    path("nazorg/premie/", nazorg.premie, name="nazorg_premie"),
    path("nazorg/cohorten/", nazorg.cohorten, name="nazorg_cohorten"),
    path("nazorg/<uuid:meting_id>/", nazorg.nazorgmeting, name="nazorgmeting"),
    path("nazorg/<uuid:meting_id>/vragen/", nazorg.vragen, name="nazorg_vragen"),
    path("nazorg/<uuid:meting_id>/antwoord/", nazorg.antwoord, name="nazorg_antwoord"),
    path("nazorg/<uuid:meting_id>/wissen/", nazorg.antwoord_wissen, name="nazorg_wissen"),
    path("clienten/<uuid:client_id>/werk/", nazorg.werk, name="werk"),
    path(
        "werkperioden/<uuid:periode_id>/verwijderen/", nazorg.werkperiode_verwijderen, name="werkperiode_verwijderen"
    ),
]
