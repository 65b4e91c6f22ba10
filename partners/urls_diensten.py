"""Services of a partner, and what the region asks it, in the namespace of partners."""

from django.urls import path

from partners.views import diensten, doorverwijzingen

urlpatterns = [
    path("<int:organisatie_id>/diensten/toevoegen/", diensten.dienst_toevoegen, name="dienst_toevoegen"),
    path("diensten/<uuid:aanbod_id>/bewerken/", diensten.dienst_bijwerken, name="dienst_bijwerken"),
    path("diensten/<uuid:aanbod_id>/stoppen/", diensten.dienst_stoppen, name="dienst_stoppen"),
    path("vragen/", doorverwijzingen.vragen, name="vragen"),
    path("vragen/<uuid:doorverwijzing_id>/", doorverwijzingen.vraag, name="vraag"),
]
