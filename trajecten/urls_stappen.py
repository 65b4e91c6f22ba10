"""Steps of a traject, what only some instruments note, and the rule calendar."""

from django.urls import path

from trajecten.views import regelkalender, stappen

urlpatterns = [
    path("clienten/<uuid:client_id>/regels/", regelkalender.regelkalender, name="regelkalender"),
    path("trajecten/<uuid:traject_id>/stap/einddatum/", stappen.einddatum, name="einddatum"),
    path("trajecten/<uuid:traject_id>/stappen/nieuw/", stappen.nieuw, name="stap_nieuw"),
    path(
        "trajecten/<uuid:traject_id>/stappen/nieuw/<slug:instrument_code>/", stappen.toevoegen, name="stap_toevoegen"
    ),
    path("trajecten/<uuid:traject_id>/gpmi-evaluatie/", stappen.gpmi, name="gpmi_evaluatie"),
    path("stappen/<uuid:stap_id>/starten/", stappen.starten, name="stap_starten"),
    path("stappen/<uuid:stap_id>/beeindigen/", stappen.beeindigen, name="stap_beeindigen"),
    path("stappen/<uuid:stap_id>/wissen/", stappen.wissen, name="stap_wissen"),
    path("stappen/<uuid:stap_id>/documenten/", stappen.documenten, name="stap_documenten"),
    path("stappen/<uuid:stap_id>/plaats/", stappen.plaats, name="stap_plaats"),
    path("stappen/<uuid:stap_id>/uren/", stappen.uren, name="stap_uren"),
    path("stappen/<uuid:stap_id>/beslissing/", stappen.beslissing, name="stap_beslissing"),
]
