"""Addresses of the actions of a plan as table, timeline and board."""

from django.urls import path

from actieplannen.views import actielijst

urlpatterns = [
    path("<uuid:plan_id>/acties/", actielijst.acties, name="acties"),
    path("<uuid:plan_id>/acties/excel/", actielijst.acties_excel, name="acties_excel"),
    path("actie/<uuid:planactie_id>/bord/<str:naar_voortgang>/", actielijst.bord_zetten, name="bord_zetten"),
]
