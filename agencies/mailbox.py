"""When two spellings of an address lead to one mailbox."""

import unicodedata
from contextlib import suppress


def same_mailbox(one: str, other: str) -> bool:
    """Capitals, wide letters, a tag after a plus and the spelling of an international domain make no difference."""
    return _plain(one) == _plain(other)


def _plain(address: str) -> str:
    name, _at, domain = unicodedata.normalize("NFKC", address).strip().casefold().rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return f"{name.partition('+')[0]}@{domain}"
