"""Needs of employers, places to learn and job designs, in the namespace of werkgevers."""

from django.urls import path

from partners.views import behoeften, doorverwijzingen, jobontwerpen, stageplaatsen

urlpatterns = [
    path("behoeften/", behoeften.lijst, name="behoeften"),
    path("behoeften/excel/", behoeften.lijst_excel, name="behoeften_excel"),
    path("behoeften/nieuw/", behoeften.kies_werkgever, name="behoefte_nieuw"),
    path("<uuid:werkgever_id>/behoeften/noteren/", behoeften.behoefte_noteren, name="behoefte_noteren"),
    path("behoeften/<uuid:behoefte_id>/", behoeften.behoefte, name="behoefte"),
    path("behoeften/<uuid:behoefte_id>/bewerken/", behoeften.behoefte_bijwerken, name="behoefte_bijwerken"),
    path("behoeften/<uuid:behoefte_id>/publiceren/", behoeften.behoefte_publiceren, name="behoefte_publiceren"),
    path("behoeften/<uuid:behoefte_id>/wissen/", behoeften.behoefte_wissen, name="behoefte_wissen"),
    path("behoeften/<uuid:behoefte_id>/sluiten/", behoeften.behoefte_sluiten, name="behoefte_sluiten"),
    path("behoeften/<uuid:behoefte_id>/heropenen/", behoeften.behoefte_heropenen, name="behoefte_heropenen"),
    path("behoeften/<uuid:behoefte_id>/doorverwijzen/", doorverwijzingen.doorverwijzen, name="behoefte_doorverwijzen"),
    path(
        "behoeften/<uuid:behoefte_id>/voordragen/", doorverwijzingen.voordracht_toevoegen, name="voordracht_toevoegen"
    ),
    path(
        "voordrachten/<uuid:voordracht_id>/uitkomst/", doorverwijzingen.voordracht_uitkomst, name="voordracht_uitkomst"
    ),
    path(
        "voordrachten/<uuid:voordracht_id>/weghalen/",
        doorverwijzingen.voordracht_intrekken,
        name="voordracht_intrekken",
    ),
    path(
        "doorverwijzingen/<uuid:doorverwijzing_id>/beantwoorden/",
        doorverwijzingen.doorverwijzing_beantwoorden,
        name="doorverwijzing_beantwoorden",
    ),
    path(
        "doorverwijzingen/<uuid:doorverwijzing_id>/link/",
        doorverwijzingen.doorverwijzing_link,
        name="doorverwijzing_link",
    ),
    path(
        "doorverwijzingen/<uuid:doorverwijzing_id>/intrekken/",
        doorverwijzingen.doorverwijzing_intrekken,
        name="doorverwijzing_intrekken",
    ),
    path("stageplaatsen/", stageplaatsen.lijst, name="stageplaatsen"),
    path("stageplaatsen/<int:organisatie_id>/noteren/", stageplaatsen.stageplaats_noteren, name="stageplaats_noteren"),
    path("jobontwerpen/", jobontwerpen.lijst, name="jobontwerpen"),
    path("<uuid:werkgever_id>/jobontwerpen/maken/", jobontwerpen.jobontwerp_maken, name="jobontwerp_maken"),
    path("jobontwerpen/<uuid:jobontwerp_id>/", jobontwerpen.jobontwerp, name="jobontwerp"),
    path("jobontwerpen/<uuid:jobontwerp_id>/pdf/", jobontwerpen.jobontwerp_als_pdf, name="jobontwerp_pdf"),
    path(
        "jobontwerpen/<uuid:jobontwerp_id>/bewerken/", jobontwerpen.jobontwerp_bijwerken, name="jobontwerp_bijwerken"
    ),
    path("jobontwerpen/<uuid:jobontwerp_id>/delen/", jobontwerpen.jobontwerp_delen, name="jobontwerp_delen"),
    path("jobontwerpen/<uuid:jobontwerp_id>/wissen/", jobontwerpen.jobontwerp_wissen, name="jobontwerp_wissen"),
    path(
        "jobontwerpen/<uuid:jobontwerp_id>/behoefte/",
        jobontwerpen.jobontwerp_naar_behoefte,
        name="jobontwerp_behoefte",
    ),
    path(
        "jobontwerpen/<uuid:jobontwerp_id>/werkplaats/",
        jobontwerpen.jobontwerp_naar_werkplaats,
        name="jobontwerp_werkplaats",
    ),
]
