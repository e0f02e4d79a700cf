"""Title and legal basis → target group, to be read as a table.

Sources: AufenthG, AsylG and FreizügG/EU as of 19 August 2026. A line without a basis speaks for all other bases of
its title. An unaccompanied minor is a fact about the person and goes before this table; see `Migrant.target_group_on`.
"""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.vocabulary import TargetGroup


class Title(models.TextChoices):
    """What a residence paper is called."""

    ARRIVAL_PROOF = "arrival_proof", _("Proof of arrival")
    ASYLUM_PERMISSION = "asylum_permission", _("Permission to stay for the asylum procedure")
    TOLERATION = "toleration", _("Toleration")
    RESIDENCE_PERMIT = "residence_permit", _("Residence permit")
    EU_BLUE_CARD = "eu_blue_card", _("EU Blue Card")
    SETTLEMENT_PERMIT = "settlement_permit", _("Settlement permit")
    VISA = "visa", _("Visa")
    FICTION_CERTIFICATE = "fiction_certificate", _("Provisional residence document")
    FREEDOM_OF_MOVEMENT = "freedom_of_movement", _("Freedom of movement (EU)")
    RESIDENCE_CARD = "residence_card", _("Residence card (family of an EU citizen)")
    NONE = "none", _("No title")
    UNKNOWN = "unknown", _("Unknown")


TARGET_GROUP_OF_TITLE: tuple[tuple[str, str, str], ...] = (
    # title                      basis                      target group
    (Title.ARRIVAL_PROOF, "", TargetGroup.ASYLUM_PROCEDURE),
    (Title.ASYLUM_PERMISSION, "", TargetGroup.ASYLUM_PROCEDURE),
    (Title.TOLERATION, "", TargetGroup.TOLERATED),
    (Title.RESIDENCE_PERMIT, "§ 25 Abs. 1 AufenthG", TargetGroup.RECOGNISED),
    (Title.RESIDENCE_PERMIT, "§ 25 Abs. 2 AufenthG", TargetGroup.RECOGNISED),
    (Title.RESIDENCE_PERMIT, "§ 25 Abs. 3 AufenthG", TargetGroup.RECOGNISED),
    (Title.RESIDENCE_PERMIT, "", TargetGroup.THIRD_COUNTRY),
    (Title.EU_BLUE_CARD, "", TargetGroup.THIRD_COUNTRY),
    (Title.SETTLEMENT_PERMIT, "§ 26 Abs. 3 AufenthG", TargetGroup.RECOGNISED),
    (Title.SETTLEMENT_PERMIT, "", TargetGroup.THIRD_COUNTRY),
    (Title.VISA, "", TargetGroup.THIRD_COUNTRY),
    (Title.FICTION_CERTIFICATE, "§ 25 Abs. 1 AufenthG", TargetGroup.RECOGNISED),
    (Title.FICTION_CERTIFICATE, "§ 25 Abs. 2 AufenthG", TargetGroup.RECOGNISED),
    (Title.FICTION_CERTIFICATE, "§ 25 Abs. 3 AufenthG", TargetGroup.RECOGNISED),
    (Title.FICTION_CERTIFICATE, "", TargetGroup.THIRD_COUNTRY),
    (Title.FREEDOM_OF_MOVEMENT, "", TargetGroup.EU_CITIZEN),
    (Title.RESIDENCE_CARD, "", TargetGroup.EU_CITIZEN),
)


def target_group_of(title: str, basis: str) -> TargetGroup:
    """The group of a title: its line with the basis, else its line without, else not determined.

    People write "§25 Abs.2 AufenthG" or add a sentence ("§ 25 Abs. 2 Satz 1 AufenthG"); both mean the same line.
    """
    cited = _folded(basis)
    lines = {
        (line_title, _folded(line_basis)): group for line_title, line_basis, group in TARGET_GROUP_OF_TITLE
    }
    group = lines.get((title, cited)) or lines.get((title, "")) or TargetGroup.UNDETERMINED
    return TargetGroup(group)


def _folded(basis: str) -> str:
    """Without spaces, capitals and the sentence of a paragraph."""
    close = re.sub(r"\s", "", basis.lower().replace("absatz", "abs."))
    return re.sub(r"(satz|(?<!ab)s\.)\d+|\.", "", close)
