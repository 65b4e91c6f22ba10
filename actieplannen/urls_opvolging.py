"""Addresses of the quarterly follow-up."""

from django.urls import path

from actieplannen.views import bijsturing, opvolging

urlpatterns = [
    path("<uuid:plan_id>/opvolging/", opvolging.opvolging, name="opvolging"),
    path("<uuid:plan_id>/opvolging/vragen/", opvolging.standen_vragen_pagina, name="standen_vragen"),
    path("actie/<uuid:planactie_id>/stand-vragen/", opvolging.actiestand_vragen_knop, name="actiestand_vragen"),
    path("actie/<uuid:planactie_id>/stand/", opvolging.stand_beginnen_knop, name="stand_beginnen"),
    path("stand/<uuid:planstand_id>/", opvolging.stand, name="stand"),
    path("bijsturing/<uuid:planbijsturing_id>/overnemen/", bijsturing.overnemen, name="bijsturing_overnemen"),
    path("bijsturing/<uuid:planbijsturing_id>/niet-overnemen/", bijsturing.afwijzen, name="bijsturing_afwijzen"),
]
