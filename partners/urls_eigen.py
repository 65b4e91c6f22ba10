"""Addresses of a partner about itself, and of the region that asks whether its data are still right."""

from django.urls import path

from partners.views import eigen, eigen_mensen, eigen_plaatsen, gegevens, toegang

urlpatterns = [
    path("eigen/organisatie/", eigen.mijn_organisatie, name="mijn_organisatie"),
    path(
        "eigen/organisatie/<int:organisatie_id>/bewerken/", eigen.gegevens_bijwerken, name="eigen_gegevens_bijwerken"
    ),
    path("eigen/organisatie/<int:organisatie_id>/klopt/", eigen.bevestigen, name="eigen_bevestigen"),
    path(
        "eigen/organisatie/<int:organisatie_id>/contactpersonen/toevoegen/",
        eigen_mensen.contact_toevoegen,
        name="eigen_contact_toevoegen",
    ),
    path(
        "eigen/organisatie/contactpersonen/<uuid:contact_id>/",
        eigen_mensen.contact_bijwerken,
        name="eigen_contact_bijwerken",
    ),
    path(
        "eigen/organisatie/contactpersonen/<uuid:contact_id>/deactiveren/",
        eigen_mensen.contact_deactiveren,
        name="eigen_contact_deactiveren",
    ),
    path(
        "eigen/organisatie/contactpersonen/<uuid:contact_id>/activeren/",
        eigen_mensen.contact_activeren,
        name="eigen_contact_activeren",
    ),
    path("eigen/organisatie/<int:organisatie_id>/uitnodigen/", toegang.collega_uitnodigen, name="collega_uitnodigen"),
    path(
        "eigen/organisatie/uitnodigingen/<int:uitnodiging_id>/opnieuw/",
        toegang.uitnodiging_opnieuw,
        name="eigen_uitnodiging_opnieuw",
    ),
    path(
        "eigen/organisatie/uitnodigingen/<int:uitnodiging_id>/intrekken/",
        toegang.uitnodiging_intrekken,
        name="eigen_uitnodiging_intrekken",
    ),
    path("<int:organisatie_id>/uitnodigen/", toegang.uitnodigen, name="partner_uitnodigen"),
    path("eigen/plaatsen/", eigen_plaatsen.plaatsen, name="eigen_plaatsen"),
    path(
        "eigen/plaatsen/toevoegen/<int:organisatie_id>/",
        eigen_plaatsen.plaats_toevoegen,
        name="eigen_plaats_toevoegen",
    ),
    path("eigen/plaatsen/<uuid:werkplaats_id>/", eigen_plaatsen.plaats_bijwerken, name="eigen_plaats_bijwerken"),
    path("eigen/plaatsen/<uuid:werkplaats_id>/aantal/", eigen_plaatsen.aantal, name="eigen_aantal"),
    path("eigen/plaatsen/<uuid:werkplaats_id>/stoppen/", eigen_plaatsen.stoppen, name="eigen_plaats_stoppen"),
    path("eigen/plaatsen/<uuid:werkplaats_id>/hervatten/", eigen_plaatsen.hervatten, name="eigen_plaats_hervatten"),
    path("eigen/plaatsen/aantal/<uuid:capaciteit_id>/", eigen_plaatsen.aantal_wissen, name="eigen_aantal_wissen"),
    path("<int:organisatie_id>/nakijken/", gegevens.vragen, name="gegevens_vragen"),
    path("<int:organisatie_id>/nagekeken/", gegevens.nagekeken, name="gegevens_nagekeken"),
    path("nakijken/", gegevens.vragen_aan_selectie, name="gegevens_vragen_aan_selectie"),
    path("nakijken/<uuid:gegevensvraag_id>/", gegevens.vraag, name="gegevensvraag"),
    path("nakijken/<uuid:gegevensvraag_id>/opnieuw/", gegevens.vraag_opnieuw, name="gegevensvraag_opnieuw"),
    path("nakijken/<uuid:gegevensvraag_id>/stoppen/", gegevens.vraag_stoppen, name="gegevensvraag_stoppen"),
]
