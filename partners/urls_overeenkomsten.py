"""Agreements, the registers and the files with them. Included from partners/urls.py."""

from django.urls import path

from partners.views import aankopen, bijlagen, overeenkomst_delen, overeenkomsten, registers, tarieven

_ID, _STAP = "overeenkomsten/<uuid:overeenkomst_id>/", "overeenkomsten/<uuid:overeenkomst_id>/{}/"
_CONVENANT = "sectorconvenanten/<uuid:convenant_id>/"
_VERBINTENIS = "sectorconvenanten/verbintenissen/<uuid:verbintenis_id>/"
_ACTIE = "sectorconvenanten/acties/<uuid:convenantactie_id>/"
urlpatterns = [
    path("overeenkomsten/", overeenkomsten.overeenkomsten, name="overeenkomsten"),
    path("overeenkomsten/stand/", overeenkomsten.overeenkomsten_stand, name="overeenkomsten_stand"),
    path("overeenkomsten/excel/", overeenkomsten.overeenkomsten_excel, name="overeenkomsten_excel"),
    path("overeenkomsten/toevoegen/", overeenkomsten.overeenkomst_toevoegen, name="overeenkomst_toevoegen"),
    path(_ID, overeenkomsten.overeenkomst, name="overeenkomst"),
    path(_STAP.format("bewerken"), overeenkomsten.overeenkomst_bijwerken, name="overeenkomst_bijwerken"),
    path(_STAP.format("versturen"), overeenkomsten.overeenkomst_versturen, name="overeenkomst_versturen"),
    path(_STAP.format("terugtrekken"), overeenkomsten.overeenkomst_terugtrekken, name="overeenkomst_terugtrekken"),
    path(_STAP.format("vernieuwen"), overeenkomsten.overeenkomst_vernieuwen, name="overeenkomst_vernieuwen"),
    path(_STAP.format("opzeggen"), overeenkomsten.overeenkomst_opzeggen, name="overeenkomst_opzeggen"),
    path(_STAP.format("opzeg-intrekken"), overeenkomsten.opzeg_intrekken, name="opzeg_intrekken"),
    path(_STAP.format("wissen"), overeenkomsten.overeenkomst_wissen, name="overeenkomst_wissen"),
    path(_STAP.format("partijen/toevoegen"), overeenkomst_delen.partij_toevoegen, name="partij_toevoegen"),
    path(_STAP.format("doelen/toevoegen"), overeenkomst_delen.doel_toevoegen, name="doel_toevoegen"),
    path(_STAP.format("evaluaties/toevoegen"), overeenkomst_delen.evaluatie_toevoegen, name="evaluatie_toevoegen"),
    path("overeenkomsten/partijen/<uuid:partij_id>/", overeenkomst_delen.partij_bijwerken, name="partij_bijwerken"),
    path("overeenkomsten/partijen/<uuid:partij_id>/wissen/", overeenkomst_delen.partij_wissen, name="partij_wissen"),
    path("overeenkomsten/doelen/<uuid:doel_id>/", overeenkomst_delen.doel_bijwerken, name="doel_bijwerken"),
    path("overeenkomsten/doelen/<uuid:doel_id>/wissen/", overeenkomst_delen.doel_wissen, name="doel_wissen"),
    path(
        "overeenkomsten/evaluaties/<uuid:evaluatieoverleg_id>/",
        overeenkomst_delen.evaluatie_bijwerken,
        name="evaluatie_bijwerken",
    ),
    path(
        "overeenkomsten/evaluaties/<uuid:evaluatieoverleg_id>/wissen/",
        overeenkomst_delen.evaluatie_wissen,
        name="evaluatie_wissen",
    ),
    path("tarieven/vroeger/", tarieven.tarieven_vroeger, name="tarieven_vroeger"),
    path("tarieven/excel/", tarieven.tarieven_excel, name="tarieven_excel"),
    path("tarieven/indexeren/", tarieven.indexeren, name="indexeren"),
    path("tarieven/indexaties/<uuid:indexatie_id>/ongedaan/", tarieven.indexatie_ongedaan, name="indexatie_ongedaan"),
    path("tarieven/<uuid:tarief_id>/bewerken/", tarieven.tarief_bijwerken, name="tarief_bijwerken"),
    path("tarieven/<uuid:tarief_id>/beeindigen/", tarieven.tarief_beeindigen, name="tarief_beeindigen"),
    path("tarieven/<uuid:tarief_id>/wissen/", tarieven.tarief_wissen, name="tarief_wissen"),
    path("sectorconvenanten/", registers.convenanten, name="convenanten"),
    path("sectorconvenanten/toevoegen/", registers.convenant_toevoegen, name="convenant_toevoegen"),
    path(_CONVENANT, registers.convenant, name="convenant"),
    path(f"{_CONVENANT}bewerken/", registers.convenant_bijwerken, name="convenant_bijwerken"),
    path(f"{_CONVENANT}verbintenissen/toevoegen/", registers.verbintenis_toevoegen, name="verbintenis_toevoegen"),
    path(f"{_CONVENANT}acties/toevoegen/", registers.actie_toevoegen, name="convenantactie_toevoegen"),
    path(_VERBINTENIS, registers.verbintenis_bijwerken, name="verbintenis_bijwerken"),
    path(f"{_VERBINTENIS}wissen/", registers.verbintenis_wissen, name="verbintenis_wissen"),
    path(_ACTIE, registers.actie_bijwerken, name="convenantactie_bijwerken"),
    path(f"{_ACTIE}wissen/", registers.actie_wissen, name="convenantactie_wissen"),
    path("sociaal-aankopen/", aankopen.aankopen, name="aankopen"),
    path("sociaal-aankopen/excel/", aankopen.aankopen_excel, name="aankopen_excel"),
    path("sociaal-aankopen/toevoegen/", aankopen.aankoop_toevoegen, name="aankoop_toevoegen"),
    path("sociaal-aankopen/totaal/", aankopen.aankoopvolume, name="aankoopvolume"),
    path("sociaal-aankopen/<uuid:aankoop_id>/", aankopen.aankoop_bijwerken, name="aankoop_bijwerken"),
    path("sociaal-aankopen/<uuid:aankoop_id>/wissen/", aankopen.aankoop_wissen, name="aankoop_wissen"),
    path("bijlagen/<str:onderwerp>/<uuid:object_id>/toevoegen/", bijlagen.bijlage_toevoegen, name="bijlage_toevoegen"),
    path("bijlagen/<uuid:bijlage_id>/", bijlagen.bijlage, name="bijlage"),
    path("bijlagen/<uuid:bijlage_id>/verwijderen/", bijlagen.bijlage_wissen, name="bijlage_wissen"),
    path("bijlagen/<uuid:bijlage_id>/terugzetten/", bijlagen.bijlage_terugzetten, name="bijlage_terugzetten"),
]
