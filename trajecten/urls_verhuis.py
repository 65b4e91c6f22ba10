"""Moving house, included by trajecten.urls."""

from django.urls import path

from trajecten.views import delen, overdracht, samenvoegen

urlpatterns = [
    path("overdrachten/", overdracht.overdrachten, name="overdrachten"),
    path("clienten/<uuid:client_id>/overdragen/", overdracht.overdragen, name="overdragen"),
    path("overdrachten/<uuid:overdracht_id>/", overdracht.overdracht, name="overdracht"),
    path("overdrachten/<uuid:overdracht_id>/intrekken/", overdracht.overdracht_intrekken, name="overdracht_intrekken"),
    path(
        "overdrachten/<uuid:overdracht_id>/vernieuwen/", overdracht.overdracht_vernieuwen, name="overdracht_vernieuwen"
    ),
    path("overnames/<uuid:overname_id>/", overdracht.overname, name="overname"),
    path("overnames/<uuid:overname_id>/weigeren/", overdracht.overname_weigeren, name="overname_weigeren"),
    path("clienten/<uuid:client_id>/inzage/excel/", delen.inzage_excel, name="inzage_excel"),
    path("clienten/<uuid:client_id>/privacyblad/", delen.privacyblad, name="privacyblad"),
    path("clienten/<uuid:client_id>/avg/", delen.avg_export, name="avg_export"),
    path("clienten/<uuid:client_id>/toestemming/", delen.toestemming_noteren, name="toestemming_noteren"),
    path("toestemmingen/<uuid:toestemming_id>/intrekken/", delen.toestemming_intrekken, name="toestemming_intrekken"),
    path("dubbele-dossiers/", samenvoegen.dubbele_dossiers, name="dubbele_dossiers"),
    path("clienten/<uuid:client_id>/samenvoegen/<uuid:andere_id>/", samenvoegen.samenvoegen, name="samenvoegen"),
    path(
        "clienten/<uuid:client_id>/andere-persoon/<uuid:andere_id>/", samenvoegen.andere_persoon, name="andere_persoon"
    ),
    path(
        "samenvoegingen/<uuid:samenvoeging_id>/ongedaan/",
        samenvoegen.samenvoeging_ongedaan,
        name="samenvoeging_ongedaan",
    ),
]
