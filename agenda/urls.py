from django.urls import path

from agenda import views
from agenda.dashboards import views as dashboards
from agenda.following import views as following
from agenda.register import views as register
from agenda.search import views as search

app_name = "agenda"
urlpatterns = [
    path("", dashboards.HomeView.as_view(), name="home"),
    path("opensearch.xml", search.open_search, name="open_search"),
    path("items/", search.AgendaItemListView.as_view(), name="item_list"),
    path("items/<int:pk>/", views.AgendaItemDetailView.as_view(), name="item_by_number"),
    path("items/<int:pk>/<str:slug>/", views.AgendaItemDetailView.as_view(), name="item"),
    path("resolutions/", views.ResolutionListView.as_view(), name="resolution_list"),
    path("recommendations/", views.RecommendationListView.as_view(), name="recommendation_list"),
    path("actions/", register.ActionListView.as_view(), name="action_list"),
    path("actions/by-owner/", register.ActionsByOwnerView.as_view(), name="actions_by_owner"),
    path("actions/print/", register.ActionPrintView.as_view(), name="action_print"),
    path("actions.csv", register.ActionTableView.as_view(), name="action_table"),
    path("owners/", register.OwnerListView.as_view(), name="owner_list"),
    path("owners/<named:slug>/", register.OwnerView.as_view(), name="owner"),
    path("follow-ups/", following.ExpectedReportListView.as_view(), name="expected_report_list"),
    path("matters/", following.MatterListView.as_view(), name="matter_list"),
    path("matters/<named:slug>/", following.MatterView.as_view(), name="matter"),
    path("dashboard/", dashboards.DashboardView.as_view(), name="dashboard"),
    path(
        "committees/<named:slug>/dashboard/",
        dashboards.CommitteeDashboardView.as_view(),
        name="committee_dashboard",
    ),
    path("about/", views.AboutView.as_view(), name="about"),
]
