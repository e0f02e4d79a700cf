"""The one way in which the set-up gives up."""


class CannotStart(Exception):
    """Something outside our hands prevents the start; the message is one German sentence with the remedy."""
