from django.urls import path

from regie.accounts.views import leden

app_name = "accounts"
urlpatterns = [
    path("mensen/", leden.leden, name="leden"),
    path("mensen/uitnodigen/", leden.uitnodigen, name="uitnodigen"),
    path("mensen/<int:lidmaatschap_id>/beeindigen/", leden.lidmaatschap_beeindigen, name="beeindigen"),
    path(
        "mensen/uitnodigingen/<int:uitnodiging_id>/opnieuw-versturen/",
        leden.uitnodiging_opnieuw_versturen,
        name="uitnodiging-opnieuw",
    ),
    path(
        "mensen/uitnodigingen/<int:uitnodiging_id>/intrekken/",
        leden.uitnodiging_intrekken,
        name="uitnodiging-intrekken",
    ),
]
