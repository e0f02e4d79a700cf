"""How one field of a form meets KERN's markup: its shape, its class, where its error summary points to."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField


class KernBoundField(BoundField):
    """A field of a form that knows which of KERN's three shapes it has."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        # A placeholder that repeats the label vanishes while typing; the label stands above every field.
        field.widget.attrs.pop("placeholder", None)

    @property
    def shape(self) -> str:
        """One of "group" (fieldset with a legend), "check" (one box) and "line" (label above the field)."""
        if self.use_fieldset:
            return "group"
        return "check" if isinstance(self.field.widget, forms.CheckboxInput) else "line"

    @property
    def anchor(self) -> str:
        """The id of the first control, to which the error summary leads."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes and KERN's class, beside a class that the form itself gives."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return attrs
        kern = self.kern_class(widget)
        classes = [kern, f"{kern}--error" if self.errors else "", widget.attrs.get("class", "")]
        attrs["class"] = " ".join(filter(None, classes))
        return attrs

    def kern_class(self, widget: forms.Widget) -> str:
        """KERN's class for the control itself."""
        if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
            return "kern-form-check__checkbox"
        if isinstance(widget, forms.RadioSelect):
            return "kern-form-check__radio"
        return "kern-form-input__select" if isinstance(widget, forms.Select) else "kern-form-input__input"
