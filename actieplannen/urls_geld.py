"""Addresses of the money of a plan."""

from django.urls import path

from actieplannen.views import besteed, geld

urlpatterns = [
    path("<uuid:plan_id>/geld/", geld.geld, name="geld"),
    path("<uuid:plan_id>/geld/besteed/", besteed.geld_besteed, name="geld_besteed"),
    path("actie/<uuid:planactie_id>/geld/", geld.actie_geld, name="actie_geld"),
    path("actie/<uuid:planactie_id>/besteed/", besteed.actie_besteed, name="actie_besteed"),
]
