"""Addresses of the meter of the regierol."""

from django.urls import path

from actieplannen.views import regierol

urlpatterns = [path("regierol/", regierol.regierol, name="regierol")]
