"""Addresses for who has no account. Outside every gebied: the token says where to look."""

from django.urls import path

from trajecten.views.publiek import evaluatie, ingang, nazorg  # noqa: F401  (a page registers itself with its purpose)

urlpatterns = [
    path("bedankt/", ingang.bedankt, name="link_bedankt"),
    path("<str:token>/", ingang.ingang, name="link"),
]
