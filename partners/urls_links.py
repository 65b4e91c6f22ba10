"""Addresses for who has no account. Outside every gebied: the token says where to look."""

from django.urls import path

# A page registers itself with its purpose, so every module of pages is imported here.
from partners.views.publiek import gegevens, ingang  # noqa: F401
from partners.views.publiek import ingang, scan  # noqa: F401

urlpatterns = [
    path("bedankt/", ingang.bedankt, name="partnerlink_bedankt"),
    path("<str:token>/", ingang.ingang, name="partnerlink"),
]
