from django.urls import path

from committees import views

app_name = "committees"
urlpatterns = [
    path("committees/", views.CommitteeListView.as_view(), name="committee_list"),
    path("committees/<named:slug>/", views.CommitteeDetailView.as_view(), name="committee"),
    path("meetings/", views.MeetingListView.as_view(), name="meeting_list"),
    path("meetings/<int:pk>/", views.MeetingDetailView.as_view(), name="meeting"),
    path("meetings/<int:pk>/minutes.pdf", views.MeetingPaperView.as_view(), name="meeting_paper"),
]
