"""The demo's catalogues: most texts are checked, some wait, one question has a second wording since today."""

from agencies.models import CheckedText, Membership
from cases.actions.check_catalogue_text import check_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.catalogues import CATALOGUES
from cases.demo.acting_for import as_of, member
from cases.models import AreaPrompts, LeadQuestion
from core.today import today

WRITES, CHECKS, AGENCY = "fachadministration", "fachpruefung", "KI Lippe"

# What nobody has come round to yet, and what was compared with what.
UNCHECKED = {
    "am", "ckb", "ln", "om", "rom", "wo",
    "housing", "social_participation",
    "aufenthg-87-1", "aufenthg-88a-3", "schulg-nrw-120", "sgb8-64-2", "stgb-203", "tintg-9",
}  # fmt: skip
COMPARED = {
    "languages": "Unicode CLDR, Liste der Sprachmittlerinnen und Sprachmittler im Kreis Lippe",
    "lead-questions": "Gesprächsleitfaden, gedruckte Fassung",
    "prompts": "Gesprächsleitfaden, Notizen der Fallkonferenzen",
    "legal-bases": "gesetze-im-internet.de",
}
REWORDED = "Wo treten Probleme auf, und was hätte geholfen?"
ADDED = "Was hat Ihnen bisher am meisten geholfen?"
FURTHER_PROMPT = "Was würde sich ändern, wenn Sie einen Führerschein oder ein Deutschlandticket hätten?"


def seed_catalogues() -> None:
    """Check and write what has not been checked and written yet."""
    writer, checker = member(WRITES, AGENCY), member(CHECKS, AGENCY)
    with as_of(checker, 0):
        for catalogue in CATALOGUES:
            # What somebody wrote since waits for another person.
            delivered = catalogue.texts().filter(version=1, writer_id=None, checked_on=None)
            for text in delivered.exclude(code__in=UNCHECKED):
                check_catalogue_text(text, against=COMPARED[catalogue.slug], by=checker)
    with as_of(writer, 0):
        question = _write_questions(writer)
        _write_prompts(writer)
    if question is not None:
        with as_of(checker, 0):
            check_catalogue_text(question, against="Beschluss der Lenkungsgruppe", by=checker)


def _write_questions(writer: Membership) -> CheckedText | None:
    """A second wording, and a fourth question that waits for its check."""
    before = LeadQuestion.objects.newest().get(code="problems")
    if before.version > 1:
        return None
    source = {"source": "Beschluss der Lenkungsgruppe", "valid_from": today()}
    added = LeadQuestion(wording=ADDED, position=4, **source)
    write_catalogue_text(added, by=writer)
    return write_catalogue_text(
        LeadQuestion(wording=REWORDED, position=3, **source), instead_of=before, by=writer
    )


def _write_prompts(writer: Membership) -> None:
    before = AreaPrompts.objects.newest().get(code="mobility")
    if before.version == 1:
        text = AreaPrompts(
            prompts=f"{before.prompts}\n{FURTHER_PROMPT}",
            source="Anregung der Arbeitsgruppe Mobilität",
            valid_from=today(),
        )
        write_catalogue_text(text, instead_of=before, by=writer)
