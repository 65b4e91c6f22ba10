"""Loading a list of employers, included by partners.urls_werkgevers under inladen/."""

from django.urls import path

from partners.views import inladen, inladen_nakijken

urlpatterns = [
    path("", inladen.inladen, name="inladen"),
    path("sjabloon/", inladen.inladen_sjabloon, name="inladen_sjabloon"),
    path("<uuid:lijst_id>/kolommen/", inladen.inladen_kolommen, name="inladen_kolommen"),
    path("<uuid:lijst_id>/nakijken/", inladen_nakijken.inladen_nakijken, name="inladen_nakijken"),
    path("<uuid:lijst_id>/bevestigen/", inladen.inladen_bevestigen, name="inladen_bevestigen"),
    path("<uuid:lijst_id>/resultaat/", inladen.inladen_resultaat, name="inladen_resultaat"),
    path("<uuid:lijst_id>/meldingen/", inladen.inladen_meldingen, name="inladen_meldingen"),
    path("<uuid:lijst_id>/annuleren/", inladen.inladen_annuleren, name="inladen_annuleren"),
]
