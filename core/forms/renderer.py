"""Every form of Fallbrücke is drawn with KERN's markup; the templates stand in templates/django/forms."""

from django.forms.renderers import TemplatesSetting

from core.forms.bound_field import KernBoundField


class KernRenderer(TemplatesSetting):
    """Draws fields by templates/django/forms/field.html, forms by form.html."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = KernBoundField
