from django.urls import path

from trajecten.views import competenties, kandidaten, plaatsen, quotum

urlpatterns = [
    path("plaatsen/", plaatsen.lijst, name="plaatsen"),
    path("plaatsen/excel/", plaatsen.lijst_excel, name="plaatsen_excel"),
    path("plaatsen/uitleningen/", plaatsen.uitleningen, name="uitleningen"),
    path("plaatsen/bezetting/", plaatsen.bezetting, name="bezetting"),
    path("plaatsen/<uuid:werkplaats_id>/", plaatsen.plaats, name="plaats"),
    path("clienten/<uuid:client_id>/plaats/", kandidaten.plaats_zoeken, name="plaats_zoeken"),
    path("clienten/<uuid:client_id>/profiel/", kandidaten.profiel, name="profiel"),
    path("clienten/<uuid:client_id>/plaats/<uuid:werkplaats_id>/", kandidaten.voorstellen, name="plaats_voorstellen"),
    path("kandidaturen/<uuid:kandidatuur_id>/", kandidaten.kandidatuur, name="kandidatuur"),
    path("quotum/", quotum.quotum, name="quotum"),
    path("clienten/<uuid:client_id>/competenties/", competenties.competenties, name="competenties"),
    path("clienten/<uuid:client_id>/competenties/blad/", competenties.blad, name="competentieblad"),
    path(
        "clienten/<uuid:client_id>/competenties/noteren/",
        competenties.competentie_noteren,
        name="competentie_noteren",
    ),
    path("clienten/<uuid:client_id>/attesten/toevoegen/", competenties.attest_toevoegen, name="attest_toevoegen"),
    path("competenties/<uuid:competentie_id>/wissen/", competenties.competentie_wissen, name="competentie_wissen"),
    path("attesten/<uuid:attest_id>/wissen/", competenties.attest_wissen, name="attest_wissen"),
]
