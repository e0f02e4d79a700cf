"""The wiring: settings, addresses, the Celery application, and what is composed of several apps."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
