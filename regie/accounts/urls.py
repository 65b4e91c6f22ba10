from django.urls import path

from regie.accounts.views import uitnodiging

app_name = "account"
urlpatterns = [path("uitnodiging/", uitnodiging.uitnodiging, name="uitnodiging")]
