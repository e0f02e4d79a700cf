"""What a password must be, said in our own words."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """So many characters at least."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("The password is too short: at least %(number)d characters.") % {"number": self.min_length}

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("At least %(number)d characters.") % {"number": self.min_length}


class NotCommon(CommonPasswordValidator):
    """Not one of those that are tried first."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("This password is used by many people and guessed quickly.")

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("Not easy to guess.")


class NotAboutHer(UserAttributeSimilarityValidator):
    """Neither the name nor the address."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("The password resembles your name or your address too much.")

    def get_help_text(self) -> str:
        """What is asked for."""
        return _("Unlike your name and your address.")
