"""Reading a kept text back: for its writer, in the form she sent it from, within the hour."""

from uuid import UUID

from django.http import HttpRequest, QueryDict

from core.models import KeptText

PARAMETER = "kept"


def kept_fields(request: HttpRequest) -> QueryDict | None:
    """What she had typed when her session ended, if the address names a text that waits for her here.

    Reading it does not use it up, so that the page can be loaded again; the form that is sent does.
    """
    kept = waiting_text(request)
    if kept is None:
        return None
    fields = QueryDict(mutable=True)
    for name, values in kept.fields.items():
        fields.setlist(name, values)
    return fields


def forget_kept_text(request: HttpRequest) -> None:
    """The form was sent: what it held is stored, and the copy goes."""
    kept = waiting_text(request)
    if kept is not None:
        kept.delete()


def waiting_text(request: HttpRequest) -> KeptText | None:
    """The kept text that the address names, if it waits for her in this form."""
    try:
        key = UUID(request.GET.get(PARAMETER, ""))
    except ValueError:
        return None
    if request.user.pk is None:
        return None
    return KeptText.objects.waiting_for(request.user.pk).filter(pk=key, path=request.path[:300]).first()
