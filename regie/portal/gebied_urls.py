from django.urls import path

from regie.portal.views import thuis

app_name = "regio"
urlpatterns = [path("", thuis.gebied_thuis, name="thuis")]
