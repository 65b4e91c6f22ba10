from django.urls import path

from rapportage.views import abonnementen, archief, cockpit, maken, scans, van_partner, werkgevers

app_name = "rapportage"
urlpatterns = [
    path("cijfers/werkgevers/", werkgevers.werkgevercijfers, name="werkgevercijfers"),
    path("cijfers/werkgevers/excel/", werkgevers.werkgevercijfers_excel, name="werkgevercijfers-excel"),
    path("cijfers/werkgevers/pdf/", werkgevers.werkgevercijfers_pdf, name="werkgevercijfers-pdf"),
    path("scans/", scans.scans, name="scans"),
    path("cockpit/", cockpit.cockpit, name="cockpit"),
    path("cockpit/excel/", cockpit.cockpit_excel, name="cockpit-excel"),
    path("cockpit/signalen/", cockpit.alle_signalen, name="signalen"),
    path("rapporten/", archief.archief, name="archief"),
    path("rapporten/maken/", maken.rapport_maken, name="maken"),
    path("rapporten/<uuid:rapport_id>/", archief.rapport, name="rapport"),
    path("rapporten/<uuid:rapport_id>/pdf/", archief.rapport_pdf, name="pdf"),
    path("rapporten/<uuid:rapport_id>/opnieuw/", maken.rapport_opnieuw, name="opnieuw"),
    path("rapporten/<uuid:rapport_id>/corrigeren/", maken.rapport_corrigeren, name="corrigeren"),
    path("rapporten/<uuid:rapport_id>/versturen/", maken.rapport_versturen, name="versturen"),
    path("rapporten/verzendingen/<uuid:verzending_id>/opnieuw/", maken.verzending_opnieuw, name="verzending-opnieuw"),
    path("rapporten/partner/<int:organisatie_id>/", van_partner.van_partner, name="van-partner"),
    path(
        "rapporten/eigen/<uuid:abonnement_id>/stoppen/",
        van_partner.abonnement_stoppen,
        name="eigen-abonnement-stoppen",
    ),
    path(
        "rapporten/eigen/<uuid:abonnement_id>/hervatten/",
        van_partner.abonnement_hervatten,
        name="eigen-abonnement-hervatten",
    ),
    path("rapporten/abonnementen/", abonnementen.abonnementen, name="abonnementen"),
    path("rapporten/abonnementen/toevoegen/", abonnementen.abonnement_toevoegen, name="abonnement-toevoegen"),
    path("rapporten/abonnementen/<uuid:abonnement_id>/", abonnementen.abonnement_bewerken, name="abonnement-bewerken"),
    path(
        "rapporten/abonnementen/<uuid:abonnement_id>/stoppen/",
        abonnementen.abonnement_stoppen,
        name="abonnement-stoppen",
    ),
]
