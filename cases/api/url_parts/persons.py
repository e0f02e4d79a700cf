"""Addresses of the interface: persons and their residence."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
