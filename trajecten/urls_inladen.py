"""Loading a client list, included by trajecten.urls under inladen/."""

from django.urls import path

from trajecten.views import inladen

urlpatterns = [
    path("", inladen.inladen, name="inladen"),
    path("sjabloon/", inladen.inladen_sjabloon, name="inladen_sjabloon"),
    path("<uuid:inlading_id>/kolommen/", inladen.inladen_kolommen, name="inladen_kolommen"),
    path("<uuid:inlading_id>/nakijken/", inladen.inladen_nakijken, name="inladen_nakijken"),
    path("<uuid:inlading_id>/bevestigen/", inladen.inladen_bevestigen, name="inladen_bevestigen"),
    path("<uuid:inlading_id>/resultaat/", inladen.inladen_resultaat, name="inladen_resultaat"),
    path("<uuid:inlading_id>/fouten/", inladen.inladen_fouten, name="inladen_fouten"),
    path("<uuid:inlading_id>/annuleren/", inladen.inladen_annuleren, name="inladen_annuleren"),
]
