from django.urls import path

from actieplannen.views import indicatoren, metingen

urlpatterns = [
    path("<uuid:plan_id>/indicatoren/", indicatoren.overzicht, name="indicatoren"),
    path("<uuid:plan_id>/indicatoren/inladen/", metingen.inladen, name="metingen_inladen"),
    path("<uuid:plan_id>/indicatoren/lijst.xlsx", metingen.sjabloon, name="metingen_sjabloon"),
    path("actie/<uuid:planactie_id>/indicator/kiezen/", indicatoren.kiezen, name="indicator_kiezen"),
    path("actie/<uuid:planactie_id>/indicator/toevoegen/", indicatoren.toevoegen, name="indicator_toevoegen"),
    path("indicator/<uuid:indicator_id>/", indicatoren.indicator, name="indicator"),
    path("indicator/<uuid:indicator_id>/bewerken/", indicatoren.bewerken, name="indicator_bewerken"),
    path("indicator/<uuid:indicator_id>/wissen/", indicatoren.wissen, name="indicator_wissen"),
    path("indicator/<uuid:indicator_id>/verplaatsen/", indicatoren.verplaatsen, name="indicator_verplaatsen"),
    path("indicator/<uuid:indicator_id>/kwartaal/<int:kwartaal>/", metingen.zetten, name="meting"),
    path("indicator/<uuid:indicator_id>/kwartaal/<int:kwartaal>/terug/", metingen.terugzetten, name="meting_terug"),
]
