from django.urls import path

from minutes_portal.council import views

app_name = "council"
urlpatterns = [
    path("council/colours.css", views.colours, name="colours"),
    path("council/logo", views.logo, name="logo"),
]
