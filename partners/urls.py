from django.urls import include, path

from partners.urls_partnerschap import urlpatterns as partnerschap_urls
from partners.views import netwerk, organisaties, plaatsen, tarieven

app_name = "partners"
urlpatterns = [
    path("managementadvies/", include("partners.urls_managementadvies")),
    path("", include("partners.urls_eigen")),
    path("scan/", include("partners.urls_scan")),
    path("", include("partners.urls_diensten")),
    path("", organisaties.lijst, name="lijst"),
    path("excel/", organisaties.lijst_excel, name="lijst_excel"),
    path("toevoegen/", organisaties.organisatie_toevoegen, name="organisatie_toevoegen"),
    path("tarieven/", tarieven.tarieven, name="tarieven"),
    path("tarieven/toevoegen/", tarieven.tarief_toevoegen, name="tarief_toevoegen"),
    path("<int:organisatie_id>/", organisaties.organisatie, name="organisatie"),
    path("<int:organisatie_id>/bewerken/", organisaties.organisatie_bijwerken, name="organisatie_bijwerken"),
    path("<int:organisatie_id>/contactpersonen/toevoegen/", netwerk.contact_toevoegen, name="contact_toevoegen"),
    path("<int:organisatie_id>/plaatsen/toevoegen/", plaatsen.werkplaats_toevoegen, name="werkplaats_toevoegen"),
    path("contactpersonen/<uuid:contact_id>/bewerken/", netwerk.contact_bijwerken, name="contact_bijwerken"),
    path("contactpersonen/<uuid:contact_id>/deactiveren/", netwerk.contact_deactiveren, name="contact_deactiveren"),
    path("contactpersonen/<uuid:contact_id>/activeren/", netwerk.contact_activeren, name="contact_activeren"),
    path("plaatsen/toevoegen/", plaatsen.plaats_toevoegen, name="plaats_toevoegen"),
    path("plaatsen/<uuid:werkplaats_id>/bewerken/", plaatsen.werkplaats_bijwerken, name="werkplaats_bijwerken"),
    path("plaatsen/<uuid:werkplaats_id>/aantal/", plaatsen.capaciteit, name="capaciteit"),
    path("plaatsen/aantal/<uuid:capaciteit_id>/wissen/", plaatsen.capaciteit_wissen, name="capaciteit_wissen"),
    path("plaatsen/<uuid:werkplaats_id>/beeindigen/", plaatsen.werkplaats_beeindigen, name="werkplaats_beeindigen"),
    path("plaatsen/<uuid:werkplaats_id>/archiveren/", plaatsen.werkplaats_archiveren, name="werkplaats_archiveren"),
    path("plaatsen/<uuid:werkplaats_id>/terughalen/", plaatsen.werkplaats_terughalen, name="werkplaats_terughalen"),
    path("plaatsen/<uuid:werkplaats_id>/lenen/", plaatsen.uitlening_vragen, name="uitlening_vragen"),
    path("uitleningen/<uuid:uitlening_id>/", plaatsen.uitlening_beantwoorden, name="uitlening_beantwoorden"),
    path("uitleningen/<uuid:uitlening_id>/stoppen/", plaatsen.uitlening_intrekken, name="uitlening_intrekken"),
    path("", include("partners.urls_overeenkomsten")),
    *partnerschap_urls,
]
