"""Addresses of agencies."""

from django.urls import path

from agencies.views import acting

app_name = "acting"

urlpatterns = [
    path("acting/", acting.switch, name="switch"),
]
