"""The working day: Mijn dag, tasks and deadlines, and what is chosen about mail and agenda."""

from django.urls import path

from trajecten.views import dag, selectie_termijnen, taken, termijnen

urlpatterns = [
    path("mijn-dag/", dag.dag, name="mijn_dag"),
    path("mijn-dag/aan-de-slag/", dag.aan_de_slag_weg, name="aan_de_slag_weg"),
    path("taken/", taken.taken, name="taken"),
    path("taken/toevoegen/", taken.toevoegen, name="taak_toevoegen"),
    path("taken/mail-en-agenda/", taken.instellingen, name="taken_instellingen"),
    path("taken/signalen/", taken.signalen, name="signaalregels"),
    path("taken/selectie/sluimeren/", selectie_termijnen.sluimeren, name="selectie_sluimeren"),
    path("taken/<uuid:taak_id>/klaar/", termijnen.eigen_taak_klaar, name="eigen_taak_klaar"),
    path("taken/<uuid:taak_id>/heropenen/", termijnen.eigen_taak_heropenen, name="eigen_taak_heropenen"),
    path("termijnen/<uuid:termijn_id>/verzetten/", termijnen.verzetten, name="termijn_verzetten"),
    path("termijnen/<uuid:termijn_id>/sluimeren/", termijnen.sluimeren, name="termijn_sluimeren"),
    path("termijnen/<uuid:termijn_id>/wekken/", termijnen.wekken, name="termijn_wekken"),
    path("termijnen/<uuid:termijn_id>/afhandelen/", termijnen.afhandelen, name="termijn_afhandelen"),
    path("termijnen/<uuid:termijn_id>/heropenen/", termijnen.heropenen, name="termijn_heropenen"),
]
