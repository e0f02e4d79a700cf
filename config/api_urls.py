"""The interface for other programs, below /api/v1/; whatever it does not know is answered in its own format."""

from django.urls import include, path, re_path

from config.api import notices
from config.api_schema import SchemaView
from config.views.health import HealthView
from core.api_view import UnknownAddress

app_name = "api"

urlpatterns = [
    path("v1/schema/", SchemaView.as_view(), name="schema"),
    path("v1/notices/", notices.NoticeListView.as_view(), name="notices"),
    path("v1/notices/read/", notices.NoticesReadView.as_view(), name="notices_read"),
    path("v1/notices/<uuid:notice_id>/read/", notices.NoticeReadView.as_view(), name="notice_read"),
    path("v1/health/", HealthView.as_view(), name="health"),
    path("v1/", include("agencies.api.urls")),
    path("v1/", include("cases.api.urls")),
    re_path("", UnknownAddress.as_view(), name="unknown"),
]
