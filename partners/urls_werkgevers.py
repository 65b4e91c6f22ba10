from django.urls import include, path

from partners.views import werkgeverervaring, werkgeverkaart, werkgevers, werkgevers_samenvoegen

app_name = "werkgevers"
urlpatterns = [
    path("", include("partners.urls_contact")),
    path("inladen/", include("partners.urls_inladen")),
    path("", include("partners.urls_behoeften")),
    path("", werkgevers.lijst, name="lijst"),
    path("excel/", werkgevers.lijst_excel, name="lijst_excel"),
    path("toevoegen/", werkgevers.werkgever_toevoegen, name="werkgever_toevoegen"),
    path("<uuid:werkgever_id>/", werkgevers.werkgever, name="werkgever"),
    path("<uuid:werkgever_id>/geschiedenis/", werkgevers.geschiedenis, name="geschiedenis"),
    path("<uuid:werkgever_id>/bewerken/", werkgevers.werkgever_bijwerken, name="werkgever_bijwerken"),
    path("<uuid:werkgever_id>/archiveren/", werkgevers.werkgever_archiveren, name="werkgever_archiveren"),
    path("<uuid:werkgever_id>/terughalen/", werkgevers.werkgever_terughalen, name="werkgever_terughalen"),
    path("<uuid:werkgever_id>/samenvoegen/", werkgevers_samenvoegen.samenvoegen_zoeken, name="samenvoegen_zoeken"),
    path(
        "<uuid:werkgever_id>/samenvoegen/<uuid:verdwijnt_id>/",
        werkgevers_samenvoegen.samenvoegen,
        name="samenvoegen",
    ),
    path("<uuid:werkgever_id>/partner-worden/", werkgevers.werkgever_als_partner, name="werkgever_als_partner"),
    path("<uuid:werkgever_id>/contactpersonen/toevoegen/", werkgeverkaart.contact_toevoegen, name="contact_toevoegen"),
    path(
        "<uuid:werkgever_id>/contactpersonen/<uuid:persoon_id>/bewerken/",
        werkgeverkaart.contact_bijwerken,
        name="contact_bijwerken",
    ),
    path(
        "<uuid:werkgever_id>/contactpersonen/<uuid:persoon_id>/deactiveren/",
        werkgeverkaart.contact_deactiveren,
        name="contact_deactiveren",
    ),
    path(
        "<uuid:werkgever_id>/contactpersonen/<uuid:persoon_id>/activeren/",
        werkgeverkaart.contact_activeren,
        name="contact_activeren",
    ),
    path("<uuid:werkgever_id>/vestigingen/toevoegen/", werkgeverkaart.vestiging_toevoegen, name="vestiging_toevoegen"),
    path("vestigingen/<uuid:vestiging_id>/bewerken/", werkgeverkaart.vestiging_bijwerken, name="vestiging_bijwerken"),
    path("vestigingen/<uuid:vestiging_id>/wissen/", werkgeverkaart.vestiging_wissen, name="vestiging_wissen"),
    path("<uuid:werkgever_id>/drempels/noteren/", werkgeverervaring.drempel_toevoegen, name="drempel_toevoegen"),
    path(
        "drempels/<uuid:werkgeverdrempel_id>/bewerken/", werkgeverervaring.drempel_bijwerken, name="drempel_bijwerken"
    ),
    path("drempels/<uuid:werkgeverdrempel_id>/oplossen/", werkgeverervaring.drempel_oplossen, name="drempel_oplossen"),
    path(
        "drempels/<uuid:werkgeverdrempel_id>/heropenen/", werkgeverervaring.drempel_heropenen, name="drempel_heropenen"
    ),
    path(
        "<uuid:werkgever_id>/tevredenheid/noteren/",
        werkgeverervaring.tevredenheid_noteren,
        name="tevredenheid_noteren",
    ),
    path(
        "tevredenheid/<uuid:tevredenheid_id>/wissen/",
        werkgeverervaring.tevredenheid_wissen,
        name="tevredenheid_wissen",
    ),
]
