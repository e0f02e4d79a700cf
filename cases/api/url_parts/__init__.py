"""Addresses of the interface, by package."""
