"""One key for what is stored encrypted, derived from the installation's secret key."""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings


def fernet() -> Fernet:
    """The cipher of this installation (AES-128-CBC with HMAC-SHA256, Fernet specification)."""
    digest = hashlib.sha256(b"fallbruecke.kept-text:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
