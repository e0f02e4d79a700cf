"""A long form filled to the last field, and read again field by field."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

# Everything that a person can enter: not the keys of the form, not its buttons.
FIELDS = "#writing input:not([type=hidden]), #writing textarea, #writing select"
OPEN_ALL = "(form) => form.querySelectorAll('details').forEach((each) => (each.open = true))"
# By name: the text, the chosen value, or the values of the ticked boxes.
VALUES = """(form) => {
  const values = {};
  for (const each of form.elements) {
    if (!each.name || each.type === "hidden" || each.tagName === "BUTTON") continue;
    const chosen = each.type === "radio" || each.type === "checkbox";
    if (!chosen || each.checked) values[each.name] = [values[each.name], each.value].filter(Boolean).join(" ");
  }
  return values;
}"""


def fill_everything(page: Page, *, given: Mapping[str, str]) -> dict[str, str]:
    """Enter what is given, elsewhere a sentence of its own; tick every box. The answer is what then stands there."""
    page.locator("#writing").evaluate(OPEN_ALL)
    for field in page.locator(FIELDS).all():
        _fill(field, given=given)
    return values_of(page)


def values_of(page: Page) -> dict[str, str]:
    """What stands in the form, by the names of its fields."""
    values: dict[str, str] = page.locator("#writing").evaluate(VALUES)
    return values


def sentence(name: str) -> str:
    """What is typed into a long field: two lines, in two scripts."""
    return f"Satz zu {name}.\nجملة عن {name}"


def _fill(field: Locator, *, given: Mapping[str, str]) -> None:
    name, kind = str(field.get_attribute("name")), field.evaluate("(each) => each.type")
    if kind == "radio":
        if field.get_attribute("value") == given[name]:
            field.check()
    elif kind == "checkbox":
        field.check()
    elif kind == "select-one":
        field.select_option(index=1)
    elif kind == "textarea":
        field.fill(sentence(name))
    else:
        field.fill(given.get(name, f"Wort zu {name}"))
