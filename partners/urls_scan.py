"""Addresses of the scan werkgeversgerichtheid and the plan that follows."""

from django.urls import path

from partners.views import scan, scandeelnemers, scaninvullen, scanplan, scanresultaat

urlpatterns = [
    path("", scan.start, name="scan"),
    path("starten/", scan.starten, name="scan_starten"),
    path("plan/", scanplan.plan, name="scanplan"),
    path("plan/excel/", scanplan.plan_excel, name="scanplan_excel"),
    path("plan/<uuid:scanactie_id>/", scanplan.actie, name="scanactie"),
    path("plan/<uuid:scanactie_id>/klaar/", scanplan.actie_klaar, name="scanactie_klaar"),
    path("plan/<uuid:scanactie_id>/heropenen/", scanplan.actie_open, name="scanactie_open"),
    path("gedeeld/<uuid:scan_id>/", scanresultaat.gedeeld, name="scan_gedeeld"),
    path("gedeeld/<uuid:scan_id>/pdf/", scanresultaat.gedeeld_pdf, name="scan_gedeeld_pdf"),
    path("uitnodigen/<int:organisatie_id>/", scandeelnemers.organisatie_uitnodigen, name="scan_uitnodigen"),
    path("deelnemers/<uuid:deelnemer_id>/herinneren/", scandeelnemers.herinneren, name="scan_herinneren"),
    path("deelnemers/<uuid:deelnemer_id>/intrekken/", scandeelnemers.intrekken, name="scan_deelnemer_weg"),
    path("deelnemers/<uuid:deelnemer_id>/terugzetten/", scandeelnemers.terugzetten, name="scan_deelnemer_terug"),
    path("<uuid:scan_id>/", scan.beheer, name="scan_beheer"),
    path("<uuid:scan_id>/invullen/", scaninvullen.invullen, name="scan_invullen"),
    path("<uuid:scan_id>/vragen/", scandeelnemers.vragen, name="scan_vragen"),
    path("<uuid:scan_id>/belang/", scan.belang, name="scan_belang"),
    path("<uuid:scan_id>/afronden/", scan.afronden, name="scan_afronden"),
    path("<uuid:scan_id>/heropenen/", scan.heropenen, name="scan_heropenen"),
    path("<uuid:scan_id>/stoppen/", scan.stoppen, name="scan_stoppen"),
    path("<uuid:scan_id>/hervatten/", scan.hervatten, name="scan_hervatten"),
    path("<uuid:scan_id>/overnemen/", scan.overnemen, name="scan_overnemen"),
    path("<uuid:scan_id>/resultaat/", scanresultaat.resultaat, name="scan_resultaat"),
    path("<uuid:scan_id>/resultaat/pdf/", scanresultaat.resultaat_pdf, name="scan_pdf"),
    path("<uuid:scan_id>/delen/", scanresultaat.delen, name="scan_delen"),
    path("<uuid:scan_id>/delen/intrekken/", scanresultaat.delen_intrekken, name="scan_delen_intrekken"),
    path("<uuid:scan_id>/plan/", scanplan.plan_maken, name="scan_plan"),
    path("<uuid:scan_id>/acties/toevoegen/", scanplan.actie_toevoegen, name="scanactie_toevoegen"),
]
