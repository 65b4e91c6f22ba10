"""Contact with employers, who has the lead, and what to come back to (namespace werkgevers)."""

from django.urls import path

from partners.views import contact, contactenlog, leads

urlpatterns = [
    path("contacten/", contactenlog.contacten, name="contacten"),
    path("contacten/excel/", contactenlog.contacten_excel, name="contacten_excel"),
    path("contacten/<uuid:moment_id>/", contact.moment_bijwerken, name="moment_bijwerken"),
    path("contacten/<uuid:moment_id>/intrekken/", contact.moment_intrekken, name="moment_intrekken"),
    path("contacten/<uuid:moment_id>/herstellen/", contact.moment_herstellen, name="moment_herstellen"),
    path("opvolging/", contactenlog.opvolging, name="opvolging"),
    path("opvolging/weekmail/", contactenlog.weekmail_kiezen, name="weekmail_kiezen"),
    path("opvolging/<uuid:opvolging_id>/afvinken/", contactenlog.opvolging_afvinken, name="opvolging_afvinken"),
    path("opvolging/<uuid:opvolging_id>/heropenen/", contactenlog.opvolging_heropenen, name="opvolging_heropenen"),
    path("opvolging/<uuid:opvolging_id>/uitstellen/", contactenlog.opvolging_uitstellen, name="opvolging_uitstellen"),
    path("leads/<uuid:claim_id>/verlengen/", leads.lead_verlengen, name="lead_verlengen"),
    path("leads/<uuid:claim_id>/vrijgeven/", leads.lead_vrijgeven, name="lead_vrijgeven"),
    path("leads/<uuid:claim_id>/terugnemen/", leads.lead_terugnemen, name="lead_terugnemen"),
    path("overnames/<uuid:overnamevraag_id>/", leads.overname_pagina, name="overname"),
    path("overnames/<uuid:overnamevraag_id>/intrekken/", leads.overname_intrekken, name="overname_intrekken"),
    path("<uuid:werkgever_id>/contact/", contact.contact_noteren, name="contact_noteren"),
    path("<uuid:werkgever_id>/lead/", leads.lead_nemen, name="lead_nemen"),
    path("<uuid:werkgever_id>/lead/vragen/", leads.lead_vragen, name="lead_vragen"),
    path("<uuid:werkgever_id>/accounthouder/", leads.accounthouder, name="accounthouder"),
    path("<uuid:werkgever_id>/accounthouder/vragen/", leads.accounthouder_vragen, name="accounthouder_vragen"),
    path("<uuid:werkgever_id>/niet-benaderen/", leads.niet_benaderen, name="niet_benaderen"),
    path("<uuid:werkgever_id>/weer-benaderen/", leads.weer_benaderen, name="weer_benaderen"),
]
