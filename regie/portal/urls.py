from django.urls import path

from regie.portal.views import gezondheid, stijl, thuis

app_name = "portal"
urlpatterns = [
    path("", thuis.thuis, name="thuis"),
    path("stijl/", stijl.stijl, name="stijl"),
    path("gezond", gezondheid.gezond, name="gezond"),
    path("klaar", gezondheid.klaar, name="klaar"),
]
