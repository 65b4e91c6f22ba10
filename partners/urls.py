from django.urls import path

from partners.views import netwerk, organisaties

app_name = "partners"
urlpatterns = [
    path("", organisaties.lijst, name="lijst"),
    path("excel/", organisaties.lijst_excel, name="lijst_excel"),
    path("toevoegen/", organisaties.organisatie_toevoegen, name="organisatie_toevoegen"),
    path("<int:organisatie_id>/", organisaties.organisatie, name="organisatie"),
    path("<int:organisatie_id>/bewerken/", organisaties.organisatie_bijwerken, name="organisatie_bijwerken"),
    path("<int:organisatie_id>/contactpersonen/toevoegen/", netwerk.contact_toevoegen, name="contact_toevoegen"),
    path("<int:organisatie_id>/plaatsen/toevoegen/", netwerk.werkplaats_toevoegen, name="werkplaats_toevoegen"),
    path("contactpersonen/<uuid:contact_id>/bewerken/", netwerk.contact_bijwerken, name="contact_bijwerken"),
    path("contactpersonen/<uuid:contact_id>/deactiveren/", netwerk.contact_deactiveren, name="contact_deactiveren"),
    path("contactpersonen/<uuid:contact_id>/activeren/", netwerk.contact_activeren, name="contact_activeren"),
    path("plaatsen/<uuid:werkplaats_id>/bewerken/", netwerk.werkplaats_bijwerken, name="werkplaats_bijwerken"),
    path("plaatsen/<uuid:werkplaats_id>/beeindigen/", netwerk.werkplaats_beeindigen, name="werkplaats_beeindigen"),
]
