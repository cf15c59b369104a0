from django.urls import path

from agenda import views

app_name = "agenda"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("items/", views.AgendaItemListView.as_view(), name="item_list"),
    path("items/<int:pk>/", views.AgendaItemDetailView.as_view(), name="item_by_number"),
    path("items/<int:pk>/<str:slug>/", views.AgendaItemDetailView.as_view(), name="item"),
    path("resolutions/", views.ResolutionListView.as_view(), name="resolution_list"),
    path("recommendations/", views.RecommendationListView.as_view(), name="recommendation_list"),
    path("actions/", views.ActionListView.as_view(), name="action_list"),
    path("owners/", views.OwnerListView.as_view(), name="owner_list"),
    path("owners/<named:slug>/", views.OwnerView.as_view(), name="owner"),
    path("about/", views.AboutView.as_view(), name="about"),
]
