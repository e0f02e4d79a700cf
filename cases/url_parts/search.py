"""Addresses of: search, duplicates and merging."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
