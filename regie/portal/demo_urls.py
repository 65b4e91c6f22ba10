from django.urls import path

from regie.portal.views import mails

app_name = "demo"
urlpatterns = [
    path("mails/", mails.mails, name="mails"),
    path("mails/<uuid:mail_id>/", mails.mail, name="mail"),
    path("mails/<uuid:mail_id>/html/", mails.mail_html, name="mail-html"),
    path("mails/<uuid:mail_id>/bijlage/<int:nummer>/", mails.mail_bijlage, name="mail-bijlage"),
]
