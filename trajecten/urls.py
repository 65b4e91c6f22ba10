app_name = "trajecten"
urlpatterns: list = []
