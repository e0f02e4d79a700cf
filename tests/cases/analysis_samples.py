"""Invented case analyses for the tests of documents: a rich one, one with Arabic, one with Ukrainian text."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from cases.reports.case_analysis_document import (
    AnalysisLine,
    CaseAnalysisDocument,
    ParticipationLine,
    ResidenceLine,
)
from core.network_picture import Node

BERLIN = ZoneInfo("Europe/Berlin")

RICH = CaseAnalysisDocument(
    number="LIP-2026-0017",
    person_name="Karim Al-Sayed",
    title="Drei Ämter warten aufeinander, zwei Zusagen laufen ab",
    target_group="anerkannte Geflüchtete",
    birth="14.03.1992",
    origin="Syrien",
    languages="Arabisch (Mittlung nötig), Deutsch B1",
    municipality="Kalletal",
    agency="Kommunales Integrationszentrum Kreis Lippe",
    reader_agency="Kommunales Integrationszentrum Kreis Lippe",
    reader_name="Tamara Bergmeier",
    as_of=date(2026, 9, 14),
    created_at=datetime(2026, 11, 23, 8, 20, tzinfo=BERLIN),
    full=True,
    occasion=(
        "Herr Al-Sayed ist seit 19 Monaten als Flüchtling anerkannt, hat in seinem Herkunftsland sieben Jahre als "
        "Berufskraftfahrer gearbeitet und zwei Stellenzusagen hiesiger Speditionen. Er arbeitet nicht.\n\n"
        "Das Jobcenter bat um die Fallanalyse, weil „drei Ämter auf das jeweils andere warten“."
    ),
    own_words="„Ich habe jedem Amt alles gesagt. Ich dachte, die Ämter sind eins.“",
    goals=(
        "Bis zum Winter wieder fahren und eine der beiden Zusagen annehmen.\n"
        "Mit Frau und zwei Kindern aus der Gemeinschaftsunterkunft in eine Wohnung ziehen.\n"
        "„Eine Liste, von Anfang an. Nicht jedes Mal ein neues Papier.“"
    ),
    rows=(
        AnalysisLine(
            life_area="Aufenthalt",
            situation="Aufenthaltserlaubnis nach § 25 Abs. 2 AufenthG, Verlängerung noch nicht beantragt.",
            need="Verlängerung rechtzeitig beantragen, damit die Wirkung des § 81 Abs. 4 AufenthG eintritt.",
            agencies="Ausländerbehörde Kreis Lippe",
            deadline="03.12.2026 anstoßen",
        ),
        AnalysisLine(
            life_area="Erstorientierung",
            situation=(
                "Konto, Krankenversicherung und Hausarzt vorhanden; Post wird verstanden, wenn jemand sie "
                "vorliest."
            ),
            resources="Nachbar aus Lemgo hilft bei Briefen.",
            agencies="Integrationszentrum",
        ),
        AnalysisLine(
            life_area="Bildung",
            situation="Zwölf Schuljahre, Abschluss und Arbeitszeugnisse beglaubigt übersetzt.",
            resources="Zeugnisse liegen vollständig vor.",
            agencies="Integrationszentrum",
            deadline="erledigt",
        ),
        AnalysisLine(
            life_area="Schule",
            situation="Tochter, 6 Jahre, schulpflichtig seit 01.08.2026, Platz in der Grundschule erhalten.",
            resources="Aufnahme in elf Tagen durch einen festen Ansprechpartner.",
            agencies="Schulamt",
            deadline="erledigt",
        ),
        AnalysisLine(
            life_area="Sprache",
            situation=(
                "B1 bestanden. Der B2-Berufssprachkurs ist unterbrochen, weil er vormittags liegt und die "
                "Kinder dann zu Hause sind."
            ),
            resources="Lernt abends mit Kollegen des Sportvereins.",
            need="Kursplatz am Abend",
            agencies="BAMF, Sprachkursträger",
            deadline="Warteliste, Platz 4",
        ),
        AnalysisLine(
            life_area="Arbeit und Ausbildung",
            situation="Zwei schriftliche Zusagen hiesiger Speditionen, eine davon befristet bis 31.10.2026.",
            resources="Sieben Jahre Fahrpraxis, hohe Motivation, gesundheitlich geeignet.",
            need=(
                "Kostenzusage für Prüfungen und beschleunigte Grundqualifikation (§ 81 SGB III in "
                "Verbindung mit § 16 SGB II)"
            ),
            agencies="Jobcenter Lippe",
            deadline="31.10.2026",
        ),
        AnalysisLine(
            life_area="Wohnen",
            situation=(
                "Gemeinschaftsunterkunft, vier Personen in zwei Räumen, gemeinsame Küche mit drei "
                "weiteren Familien."
            ),
            need="Wohnung; Wohnsitzregelung nach § 12a AufenthG prüfen",
            agencies="Gemeinde Kalletal, Ausländerbehörde",
        ),
        AnalysisLine(life_area="Gesundheit", asked=False),
        AnalysisLine(
            life_area="Familie und Betreuung",
            situation=(
                "Verheiratet, zwei Kinder (6 und 3 Jahre). Für den Sohn fehlt ein Betreuungsplatz; die "
                "Ehefrau kann deshalb keinen Integrationskurs besuchen."
            ),
            need="Kita-Platz, möglichst wohnortnah",
            agencies="Jugendamt Kreis Lippe",
            deadline="01.02.2027",
        ),
        AnalysisLine(
            life_area="Finanzen und Leistungen",
            situation=(
                "Bürgergeld bewilligt bis 28.02.2027. Beim Wechsel vom AsylbLG zum SGB II 34 Tage ohne "
                "Leistung, durch Vorschuss überbrückt."
            ),
            agencies="Jobcenter Lippe",
            deadline="28.02.2027",
        ),
        AnalysisLine(
            life_area="Mobilität",
            situation=(
                "Führerschein C1/CE eines nicht gelisteten Staates, seit 13 Monaten im Inland nicht mehr "
                "gültig."
            ),
            resources="Fahrpraxis nachgewiesen, Führerschein übersetzt und klassifiziert.",
            need="Erteilung nach § 31 Abs. 2 FeV: theoretische und praktische Prüfung",
            agencies="Straßenverkehrsamt, Fahrschule",
            deadline="10.12.2026 Praxis",
        ),
        AnalysisLine(
            life_area="Gesellschaftliche Teilhabe",
            situation="Spielt Fußball im Verein, kennt die Nachbarschaft.",
            resources="Trainer hat eine der Stellenzusagen vermittelt.",
        ),
    ),
    residence=(
        ResidenceLine(
            title="Aufenthaltserlaubnis",
            basis="§ 25 Abs. 2 AufenthG",
            effective_until=date(2027, 5, 3),
            printed_until=date(2027, 2, 3),
            reason="Fiktionswirkung nach § 81 Abs. 4 AufenthG, Bescheinigung vom 12.11.2026",
        ),
        ResidenceLine(
            title="Aufenthaltsgestattung",
            basis="§ 55 AsylG",
            effective_until=date(2025, 2, 12),
            printed_until=date(2025, 2, 12),
        ),
    ),
    participations=(
        ParticipationLine(
            agency="Kommunales Integrationszentrum Kreis Lippe",
            role="Federführung",
            areas="alle Lebensbereiche",
            basis="Einwilligung vom 14.08.2026",
            since=date(2026, 8, 14),
            until=date(2027, 8, 31),
        ),
        ParticipationLine(
            agency="Jobcenter Lippe",
            role="wirkt mit",
            areas="Arbeit, Finanzen, Mobilität, Sprache",
            basis="§ 69 Abs. 1 Nr. 1 SGB X",
            since=date(2026, 8, 20),
        ),
        ParticipationLine(
            agency="Straßenverkehrsamt Kreis Lippe",
            role="liest mit",
            areas="Mobilität, Arbeit",
            basis="Einwilligung vom 14.09.2026",
            since=date(2026, 9, 14),
            until=date(2026, 12, 14),
        ),
        ParticipationLine(
            agency="Ausländerbehörde Kreis Lippe",
            role="liest mit",
            areas="Aufenthalt",
            basis="§ 86 AufenthG",
            since=date(2026, 8, 20),
            until=date(2027, 2, 3),
        ),
    ),
    network=(
        Node("Integrationszentrum", "Federführung", "lead"),
        Node("Jobcenter Lippe", "wirkt mit"),
        Node("Straßenverkehrsamt", "liest mit"),
        Node("ABH Kreis Lippe", "liest mit"),
    ),
)

COVERED = ("Sprache", "Arbeit und Ausbildung", "Finanzen und Leistungen", "Mobilität")
EXTRACT = replace(
    RICH,
    title="",
    reader_agency="Jobcenter Lippe",
    reader_name="Andrea Brinkmann",
    full=False,
    covered_areas=COVERED,
    occasion="",
    own_words="",
    goals="",
    rows=tuple(row for row in RICH.rows if row.life_area in COVERED),
    residence=(),
    network=(*RICH.network[:1], Node("Jobcenter Lippe", "wirkt mit", "me"), *RICH.network[2:]),
)

ARABIC = replace(
    RICH,
    number="LIP-2026-0023",
    person_name="سلمى عبد الرحمن الحسن",
    title="Zwei Anträge, ein Bescheid: سلمى wartet auf die Anerkennung",
    languages="Arabisch (العربية), Kurdisch (کوردی), Dari (دری)",
    origin="Syrien",
    own_words="لقد أخبرت كل مكتب بكل شيء. كنت أظن أن المكاتب كلها واحدة، لكن Jobcenter لم يعرف ما قاله BAMF.",
    occasion=(
        "Frau الحسن wurde am 12.03.2026 vom Jobcenter (Sachbearbeitung „علي“) an das Integrationszentrum "
        "verwiesen."
    ),
    goals=(
        "أريد أن أعمل ممرضة في ديتمولد قبل 31.12.2026.\nAnerkennung als Pflegefachfrau, "
        "Anpassungslehrgang in Detmold."
    ),
)

UKRAINIAN = replace(
    RICH,
    number="LIP-2026-0031",
    person_name="Олександра Ґалаґан-Їжакевич",
    title="Kein Kita-Platz, kein Kurs: Олександра wartet seit Mai",
    target_group="Drittstaatsangehörige",
    birth="1988",
    origin="Ukraine",
    languages="Ukrainisch (українська), Russisch, Deutsch A2",
    own_words="«Я хочу працювати за фахом. Мені кажуть: спочатку курс, але без дитячого садка курсу немає.»",
    goals="Працювати вчителькою математики в Детмольді.",
)
