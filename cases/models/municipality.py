"""Where in the Kreis somebody lives."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.TextChoices):
    """The sixteen towns and municipalities of Kreis Lippe, and everything beyond."""

    AUGUSTDORF = "augustdorf", "Augustdorf"
    BAD_SALZUFLEN = "bad_salzuflen", "Bad Salzuflen"
    BARNTRUP = "barntrup", "Barntrup"
    BLOMBERG = "blomberg", "Blomberg"
    DETMOLD = "detmold", "Detmold"
    DOERENTRUP = "doerentrup", "Dörentrup"
    EXTERTAL = "extertal", "Extertal"
    HORN_BAD_MEINBERG = "horn_bad_meinberg", "Horn-Bad Meinberg"
    KALLETAL = "kalletal", "Kalletal"
    LAGE = "lage", "Lage"
    LEMGO = "lemgo", "Lemgo"
    LEOPOLDSHOEHE = "leopoldshoehe", "Leopoldshöhe"
    LUEGDE = "luegde", "Lügde"
    OERLINGHAUSEN = "oerlinghausen", "Oerlinghausen"
    SCHIEDER_SCHWALENBERG = "schieder_schwalenberg", "Schieder-Schwalenberg"
    SCHLANGEN = "schlangen", "Schlangen"
    OUTSIDE = "outside", _("outside Kreis Lippe")
