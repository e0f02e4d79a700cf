"""Addresses of: catalogues and the second check."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
