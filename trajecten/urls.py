from django.urls import include, path

from trajecten.urls_documenten import urlpatterns as documenten_urls
from trajecten.urls_evaluatie import urlpatterns as evaluatie_urls
from trajecten.urls_inladen import urlpatterns as inladen_urls
from trajecten.urls_kosten import urlpatterns as kosten_urls
from trajecten.urls_looptijd import urlpatterns as looptijd_urls
from trajecten.urls_nazorg import urlpatterns as nazorg_urls
from trajecten.urls_plaatsen import urlpatterns as plaatsen_urls
from trajecten.urls_projecten import urlpatterns as projecten_urls
from trajecten.urls_stappen import urlpatterns as stappen_urls
from trajecten.urls_taken import urlpatterns as taken_urls
from trajecten.urls_team import urlpatterns as team_urls
from trajecten.urls_verhuis import urlpatterns as verhuis_urls
from trajecten.views import client, delen, drempels, lijst, registreren, verloop

app_name = "trajecten"
urlpatterns = [
    path("", include(taken_urls)),
    path("zoeken/", lijst.zoeken, name="zoeken"),
    path("clienten/", lijst.client_lijst, name="lijst"),
    path("clienten/excel/", lijst.client_lijst_excel, name="lijst_excel"),
    path("clienten/registreren/", registreren.persoon, name="registreren"),
    path("clienten/registreren/dubbels/", registreren.dubbels, name="dubbels"),
    path("clienten/registreren/<uuid:ontwerp_id>/", registreren.persoon, name="registreren_verder"),
    path("clienten/registreren/<uuid:ontwerp_id>/aanmelding/", registreren.aanmelding, name="aanmelding"),
    path("clienten/registreren/<uuid:ontwerp_id>/wissen/", registreren.ontwerp_wissen, name="ontwerp_wissen"),
    path("clienten/vragen/<int:organisatie_id>/<uuid:client_id>/", registreren.contact_vragen, name="contact_vragen"),
    path("clienten/vragen/<uuid:vraag_id>/", client.contactvraag_beantwoorden, name="contactvraag_beantwoorden"),
    path("clienten/<uuid:client_id>/", client.client, name="client"),
    path("clienten/<uuid:client_id>/traject/", client.traject, name="traject"),
    path("clienten/<uuid:client_id>/drempels/", drempels.drempels, name="drempels"),
    path("clienten/<uuid:client_id>/gegevens/", client.gegevens, name="gegevens"),
    path("clienten/<uuid:client_id>/inzage/", delen.inzage, name="inzage"),
    path("clienten/<uuid:client_id>/insz/", client.insz, name="insz"),
    path("clienten/<uuid:client_id>/opnieuw-aanmelden/", registreren.opnieuw_aanmelden, name="opnieuw_aanmelden"),
    path("drempels/<uuid:drempel_id>/", drempels.drempel, name="drempel"),
    path("drempels/<uuid:drempel_id>/heropenen/", drempels.heropenen, name="drempel_heropenen"),
    path("", include(nazorg_urls)),
    path("", include(projecten_urls)),
    path("", include(kosten_urls)),
    path("trajecten/<uuid:traject_id>/toewijzen/", verloop.toewijzen, name="toewijzen"),
    path("trajecten/<uuid:traject_id>/intake/", verloop.intake, name="intake"),
    path("trajecten/<uuid:traject_id>/weigeren/", verloop.weigeren, name="weigeren"),
    path("trajecten/<uuid:traject_id>/screening/", verloop.screening, name="screening"),
    path("trajecten/<uuid:traject_id>/instrument/", verloop.instrument, name="instrument"),
    path("trajecten/<uuid:traject_id>/plan/", verloop.plan, name="plan"),
    path("trajecten/<uuid:traject_id>/stap/", verloop.stap, name="stap"),
    path("trajecten/<uuid:traject_id>/documenten/", verloop.documenten, name="documenten"),
    path("trajecten/<uuid:traject_id>/starten/", verloop.starten, name="starten"),
    path("trajecten/<uuid:traject_id>/onderbreken/", verloop.onderbreken, name="onderbreken"),
    path("trajecten/<uuid:traject_id>/hervatten/", verloop.hervatten, name="hervatten"),
    path("trajecten/<uuid:traject_id>/uitstroom/", verloop.uitstroom, name="uitstroom"),
    path("trajecten/<uuid:traject_id>/afsluiten/", verloop.afsluiten, name="afsluiten"),
    path("trajecten/<uuid:traject_id>/heropenen/", verloop.heropenen, name="heropenen"),
    *documenten_urls,
    path("", include(verhuis_urls)),
    path("inladen/", include(inladen_urls)),
    path("", include(evaluatie_urls)),
    path("", include(team_urls)),
    path("", include(looptijd_urls)),
    path("", include(plaatsen_urls)),
    path("", include(stappen_urls)),
]
