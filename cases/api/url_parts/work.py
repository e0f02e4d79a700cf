"""Addresses of the interface: the daily work on a case."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
