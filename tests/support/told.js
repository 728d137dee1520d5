// What a reader of the screen must be told of: every control and every heading, by the roles and names of ARIA, as axe-core
// reckons them from the document. It knows nothing of what the webview makes of them.
const { aria, dom, text } = axe.commons;
const told = 'a[href], button, input, select, textarea, summary, h1, h2, h3, h4, h5, h6, [role], [tabindex]';
const kinds = `fold password toggle button checkbox combobox heading link radio searchbox spinbutton switch textbox`.split(' ');
const kindOf = (element) => {
  // Of these two ARIA knows no role of their own.
  if (element.matches('summary')) return 'fold';
  if (element.matches('input[type=password]')) return 'password';
  const role = aria.getRole(element);
  return role === 'button' && element.hasAttribute('aria-pressed') ? 'toggle' : role;
};
// Whoever goes through the page by the keyboard must be told what it is, whatever it is.
const reached = (element) => element.tabIndex >= 0 && !element.disabled && dom.isFocusable(element);
axe.setup(document.documentElement);
try {
  return [...document.querySelectorAll(told)]
    .filter((element) => dom.isVisibleToScreenReaders(element))
    .map((element) => ({
      kind: kindOf(element),
      name: text.accessibleText(element).replace(/\s+/g, ' ').trim(),
      reached: reached(element),
    }))
    .filter(({ kind, reached }) => reached || kinds.includes(kind));
} finally {
  axe.teardown();
}
