"""All addresses of Fallbrücke."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from agencies.views import acceptance, roles
from config.views import errors, keyboard, mails, my_day, notices, preferences

# The views of the account would take PUT for POST.
a_form = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    path("", my_day.my_day, name="my_day"),
    path("accounts/login/", a_form(account.login), name="account_login"),
    path("accounts/invitation/<str:token>/", acceptance.accept, name="account_invitation"),
    path("accounts/password/", a_form(account.password_change), name="account_change_password"),
    path("accounts/password/forgotten/", a_form(account.password_reset), name="account_reset_password"),
    path(
        "accounts/password/forgotten/sent/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "accounts/password/new/<str:uidb36>/<str:key>/",
        a_form(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/new/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("accounts/closed/", account.account_inactive, name="account_inactive"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/confirm/", a_form(account.reauthenticate), name="account_reauthenticate"),
    path("accounts/second-factor/", mfa.index, name="mfa_index"),
    path("accounts/second-factor/sign-in/", a_form(mfa.authenticate), name="mfa_authenticate"),
    path("accounts/second-factor/confirm/", a_form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("accounts/second-factor/app/", a_form(totp.activate_totp), name="mfa_activate_totp"),
    path("accounts/second-factor/app/remove/", a_form(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("accounts/second-factor/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "accounts/second-factor/codes/new/",
        a_form(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("language/", login_not_required(require_POST(set_language)), name="set_language"),
    path("theme/", preferences.set_theme, name="set_theme"),
    path("notices/", notices.index, name="notices"),
    path("notices/read/", notices.read_all, name="notices_read"),
    path("notices/<uuid:notice_id>/open/", notices.open_one, name="notice_open"),
    path("mails/", mails.index, name="mails"),
    path("mails/<uuid:mail_id>/again/", mails.again, name="mail_again"),
    path("demo/mails/", mails.of_the_demo, name="demo_mails"),
    path("demo/mails/<uuid:mail_id>/", mails.one_of_the_demo, name="demo_mail"),
    path("keyboard/", keyboard.keyboard, name="keyboard"),
    path("roles/", roles.index, name="roles"),
    path("api/", include("config.api_urls")),
    path("administration/", include("agencies.url_parts.administration")),
    path("", include("agencies.urls")),
    path("", include("cases.urls")),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.not_found
handler500 = errors.server_error
