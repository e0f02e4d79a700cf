"""The register of all addresses: who gets in by which method. What is missing here fails the tests."""

from tests.access import api_bodies, forms
from tests.access.door import (
    CHANGE,
    EVERYBODY,
    IN_THE_CASE,
    LOGIN,
    ON_CASES,
    PUBLIC,
    READ,
    SIGNED_IN,
    SIGNED_OUT,
    STEER,
    get,
    post,
    put,
)
from tests.access.doors import (
    administration,
    analyses,
    catalogues,
    messages,
    papers,
    persons,
    search,
    way,
    work,
)

SIGNED_IN_ALREADY = {who: 302 for who in EVERYBODY if who not in SIGNED_OUT}
NOT_FOUND = {who: 200 for who in ON_CASES if who not in IN_THE_CASE}

# Before the set-up of the second factor the password is asked for again; what nobody has set up does not exist.
ACCOUNT = [
    get("account_login", PUBLIC, differing=SIGNED_IN_ALREADY),
    post("account_login", PUBLIC, done=302, form=forms.sign_in),
    get("account_inactive", PUBLIC),
    get("account_logout", SIGNED_IN),
    post("account_logout", PUBLIC, done=LOGIN, form=forms.nothing),
    get("account_reauthenticate", SIGNED_IN),
    post("account_reauthenticate", SIGNED_IN, done=302, form=forms.password),
    get("mfa_index", SIGNED_IN),
    get("mfa_authenticate", SIGNED_IN, done=302),
    post("mfa_authenticate", SIGNED_IN, done=302, form=forms.six_digits),
    get("mfa_reauthenticate", SIGNED_IN, done=302),
    post("mfa_reauthenticate", SIGNED_IN, done=302, form=forms.six_digits),
    get("mfa_activate_totp", SIGNED_IN, done=302),
    post("mfa_activate_totp", SIGNED_IN, done=302, form=forms.six_digits),
    get("mfa_deactivate_totp", SIGNED_IN, done=404),
    post("mfa_deactivate_totp", SIGNED_IN, done=404, form=forms.nothing),
    get("mfa_view_recovery_codes", SIGNED_IN, done=404),
    get("mfa_generate_recovery_codes", SIGNED_IN, done=302),
    post("mfa_generate_recovery_codes", SIGNED_IN, done=302, form=forms.nothing),
]
PAGES = [
    get("my_day", SIGNED_IN),
    post("set_language", PUBLIC, done=302, form=forms.language),
    post("set_theme", PUBLIC, done=302, form=forms.theme),
    post("acting:switch", SIGNED_IN, done=302, form=forms.acting, differing={"ended": 404}),
]
CASES = [
    get("cases:list", "role:view_case"),
    post("cases:search", "role:view_case", done=302, form=forms.number, differing=NOT_FOUND),
    get("cases:take_up", "role:take_up_case"),
    post("cases:take_up", "role:take_up_case", done=303, form=forms.person),
    post("cases:take_up_draft", "role:take_up_case", form=forms.person),
    post("cases:take_up_draft_discard", "role:take_up_case", done=303, form=forms.nothing),
]
ONE_CASE = [
    get("cases:detail", READ),
    get("cases:phases", READ),
    post("cases:phases", STEER, done=302, form=forms.phase),
    get("cases:participations", READ),
    get("cases:participation_new", STEER),
    post("cases:participation_new", STEER, done=302, form=forms.participation),
    get("cases:participation_own", READ),
    post("cases:participation_own", READ, done=302, form=forms.contact),
    get("cases:participation_end", STEER),
    post("cases:participation_end", STEER, done=302, form=forms.end),
    get("cases:accesses", READ),
]
PARTS = [
    get("cases:interviews", READ),
    get("cases:interview_new", CHANGE),
    post("cases:interview_new", CHANGE, done=303, form=forms.interview),
    get("cases:interview", READ),
    post("cases:answer_sharing", CHANGE, done=303, form=forms.nothing, differing={"partner": 404}),
    get("cases:analyses", READ),
    get("cases:analysis_new", CHANGE),
    post("cases:analysis_new", CHANGE, done=303, form=forms.analysis),
    get("cases:analysis", READ),
    get("cases:analysis_edit", CHANGE, differing={"partner": 403}),
    post("cases:analysis_edit", CHANGE, done=303, form=forms.analysis, differing={"partner": 403}),
    post("cases:draft", CHANGE, form=forms.interview),
    post("cases:draft_discard", CHANGE, done=303, form=forms.nothing),
]
# A paper is given to whoever asked for it, and to nobody else of her agency.
HERS = dict.fromkeys(("team_lead", "partner", "reader"), 404)
PDFS = [
    post("cases:pdf_new", READ, done=302, form=forms.nothing),
    get("cases:pdf", READ, differing=HERS),
    get("cases:pdf_file", READ, differing=HERS),
]

API = [
    get("api:health", PUBLIC),
    get("api:schema", SIGNED_IN),
    get("api:unknown", SIGNED_IN, done=404),
    get("api:agencies", SIGNED_IN),
    get("api:legal_bases", SIGNED_IN),
    get("api:cases", "role:view_case"),
    post("api:cases", "role:take_up_case", done=201, form=api_bodies.person),
    get("api:case", READ),
    get("api:participations", READ),
    post("api:participations", STEER, done=201, form=api_bodies.participation),
    post("api:participation_end", STEER, form=api_bodies.end),
    get("api:phases", READ),
    post("api:phases", STEER, done=201, form=api_bodies.phase),
    get("api:interviews", READ),
    post("api:interviews", CHANGE, done=201, form=api_bodies.interview),
    get("api:interview", READ),
    get("api:analyses", READ),
    post("api:analyses", CHANGE, done=201, form=api_bodies.analysis),
    get("api:analysis", READ),
    put("api:analysis", CHANGE, form=api_bodies.rewritten, differing={"partner": 403}),
    post("api:pdf_request", READ, done=202, form=api_bodies.nothing),
    get("api:pdf", READ, differing=HERS),
    get("api:pdf_file", READ, differing=HERS),
]

PACKAGES = (administration, analyses, catalogues, messages, papers, persons, search, way, work)
DOORS = [
    *ACCOUNT,
    *PAGES,
    *CASES,
    *ONE_CASE,
    *PARTS,
    *PDFS,
    *API,
    *(door for package in PACKAGES for door in package.DOORS),
]
