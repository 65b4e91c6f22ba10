"""The team: selection of dossiers, saved views, caseload and cover."""

from django.urls import path

from trajecten.views import bewaring, selectie, team, weergaven

urlpatterns = [
    path("clienten/selectie/begeleider/", selectie.toewijzen, name="selectie_toewijzen"),
    path("clienten/selectie/taak/", selectie.taak, name="selectie_taak"),
    path("clienten/selectie/excel/", selectie.excel, name="selectie_excel"),
    path("clienten/acties/<uuid:actie_id>/", selectie.bulkactie, name="bulkactie"),
    path("clienten/acties/<uuid:actie_id>/ongedaan/", selectie.bulkactie_ongedaan, name="bulkactie_ongedaan"),
    path("clienten/weergaven/", weergaven.overzicht, name="weergaven"),
    path("clienten/weergaven/bewaren/", weergaven.bewaren, name="weergave_bewaren"),
    path("clienten/weergaven/<uuid:weergave_id>/", weergaven.hernoemen, name="weergave_hernoemen"),
    path("clienten/weergaven/<uuid:weergave_id>/standaard/", weergaven.standaard, name="weergave_standaard"),
    path("clienten/weergaven/<uuid:weergave_id>/hoger/", weergaven.hoger, name="weergave_hoger"),
    path("clienten/weergaven/<uuid:weergave_id>/verwijderen/", weergaven.verwijderen, name="weergave_verwijderen"),
    path("team/", team.team, name="team"),
    path("team/<int:user_id>/overdragen/", team.overdragen, name="team_overdragen"),
    path("team/<int:user_id>/inzet/", team.inzet, name="team_inzet"),
    path("team/bewaartermijnen/", bewaring.overzicht, name="bewaring"),
    path("team/bewaartermijnen/wissen/", bewaring.aankondigen, name="wissing_aankondigen"),
    path("team/bewaartermijnen/<uuid:wissing_id>/bewaren/", bewaring.intrekken, name="wissing_intrekken"),
    path("waarneming/", team.waarneming, name="waarneming"),
    path("waarneming/<uuid:waarneming_id>/stoppen/", team.waarneming_stoppen, name="waarneming_stoppen"),
]
