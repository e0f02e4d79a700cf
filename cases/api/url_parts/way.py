"""Addresses of the interface: the way through the offices, break points, time line."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
