from django.urls import path

from trajecten.views import kandidaten, plaatsen

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
]
