"""Contrast is a function of colours: text that has passed on its ground is not measured again elsewhere."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

# What a text looks like, and all that it stands on. What floats may lie upon anything: its place counts as well. Axe
# asks neither for what is hidden from the eye nor for boxes to tick, and drawings it cannot judge.
MEASURE = """async known => {
  const grounds = new Map([[null, ""]]);
  function ground(element) {
    if (!grounds.has(element)) {
      const style = getComputedStyle(element), below = ground(element.parentElement);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter].join();
      const floats = ["absolute", "fixed", "sticky"].includes(style.position);
      const adds = floats ? `${place(element)} ${own}` : own === "rgba(0, 0, 0, 0),none,1,none" ? "" : own;
      grounds.set(element, `${below} ${adds}`);
    }
    return grounds.get(element);
  }
  function place(element) {
    return element ? `${place(element.parentElement)}/${element.tagName}.${element.className}` : "";
  }
  function exempt(element) {
    const off = "[aria-disabled=true], :disabled, [inert], [aria-hidden=true]";
    return Boolean(element.closest(off) || element.closest("label")?.control?.disabled);
  }
  function looks(element) {
    const style = getComputedStyle(element);
    return [style.color, style.fontSize, style.fontWeight, style.textShadow, exempt(element), ground(element)].join();
  }
  const passed = new Set(known);
  const holds = each => each.matches("input:not([type=radio], [type=checkbox]), select, textarea")
    || [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const seen = each => each.checkVisibility() && each.offsetWidth > 1 && each.offsetHeight > 1;
  const include = [...document.body.querySelectorAll("*")].filter(
    each => each instanceof HTMLElement && holds(each) && seen(each) && !passed.has(looks(each)));
  if (!include.length) return {violations: [], passed: []};
  const result = await axe.run({include}, {preload: false, elementRef: true, runOnly: ["color-contrast"]});
  const nodes = rules => rules.flatMap(rule => rule.nodes);
  return {
    violations: nodes(result.violations).map(node => `color-contrast: ${node.target} ${node.html.slice(0, 120)}`),
    passed: nodes(result.passes).map(node => looks(node.element)),
  };
}"""


@dataclass
class Contrast:
    """What has passed on any page so far."""

    passed: set[str] = field(default_factory=set)

    def violations(self, page: Page) -> list[str]:
        """Texts that are hard to read, among those that look like none that has passed."""
        found = page.evaluate(MEASURE, list(self.passed))
        self.passed.update(found["passed"])
        return list(found["violations"])
