from django.urls import path

from regie.portal.views import regio, thuis

app_name = "regio"
urlpatterns = [
    path("", thuis.gebied_thuis, name="thuis"),
    path("regio/", regio.gemeenten, name="gemeenten"),
    path("regio/quota/", regio.quota, name="quota"),
]
