from django.urls import path

from minutes_portal.accounts import views

app_name = "two_factor"

urlpatterns = [
    path("", views.CodeView.as_view(), name="code"),
    path("set-up/", views.SetUpView.as_view(), name="set_up"),
    path("recovery-codes/", views.RecoveryCodesView.as_view(), name="recovery_codes"),
]
