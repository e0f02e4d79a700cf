"""Addresses of the interface: the pseudonymised paper."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
