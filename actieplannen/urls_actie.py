"""Addresses of one action, of what is added to it, and of who pulls it."""

from django.urls import path

from actieplannen.views import acties, actiestukken, mijn

urlpatterns = [
    path("mijn-acties/", mijn.mijn_acties, name="mijn_acties"),
    path("mijn-actie/<uuid:planactie_id>/", mijn.mijn_actie, name="mijn_actie"),
    path("doelstelling/<uuid:doelstelling_id>/actie-toevoegen/", acties.actie_toevoegen, name="actie_toevoegen"),
    path("actie/<uuid:planactie_id>/", acties.actie, name="actie"),
    path("actie/<uuid:planactie_id>/geschiedenis/", acties.actie_historiek, name="actie_historiek"),
    path("actie/<uuid:planactie_id>/bewerken/", acties.actie_bijwerken, name="actie_bijwerken"),
    path("actie/<uuid:planactie_id>/kopieren/", acties.actie_kopieren, name="actie_kopieren"),
    path("actie/<uuid:planactie_id>/wissen/", acties.actie_wissen, name="actie_wissen"),
    path("actie/<uuid:planactie_id>/voortgang/", acties.voortgang, name="voortgang"),
    path("actie/<uuid:planactie_id>/opmerking/", actiestukken.opmerking_toevoegen, name="opmerking_toevoegen"),
    path("opmerking/<uuid:opmerking_id>/intrekken/", actiestukken.opmerking_intrekken, name="opmerking_intrekken"),
    path(
        "opmerking/<uuid:opmerking_id>/terugzetten/", actiestukken.opmerking_terugzetten, name="opmerking_terugzetten"
    ),
    path("actie/<uuid:planactie_id>/bewijs/", actiestukken.bewijs_toevoegen, name="bewijs_toevoegen"),
    path("bewijs/<uuid:bewijsstuk_id>/intrekken/", actiestukken.bewijs_intrekken, name="bewijs_intrekken"),
    path("bewijs/<uuid:bewijsstuk_id>/terugzetten/", actiestukken.bewijs_terugzetten, name="bewijs_terugzetten"),
    path("actie/<uuid:planactie_id>/bestand/", actiestukken.actiebestand_toevoegen, name="actiebestand_toevoegen"),
    path("bestand/<uuid:actiebestand_id>/", actiestukken.actiebestand, name="actiebestand"),
    path("bestand/<uuid:actiebestand_id>/wissen/", actiestukken.actiebestand_wissen, name="actiebestand_wissen"),
    path(
        "bestand/<uuid:actiebestand_id>/terugzetten/",
        actiestukken.actiebestand_terugzetten,
        name="actiebestand_terugzetten",
    ),
]
