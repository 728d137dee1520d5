// What a person sees of the page: headings, fields with their labels, what can be pressed, lines of answers.
const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const seen = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const nameOf = (element) => {
  const label = element.getAttribute('aria-label');
  if (label) return words(label);
  if (element.labels?.length) return words(element.labels[0].innerText);
  return words(element.innerText);
};
const groupsOf = (element) => {
  const groups = [];
  for (let box = element.closest('fieldset'); box; box = box.parentElement.closest('fieldset')) {
    const legend = box.querySelector(':scope > legend');
    if (legend) groups.push(words(legend.innerText));
  }
  return groups;
};
const regionOf = (element) => {
  const region = element.closest('section[aria-labelledby]');
  const heading = region && document.getElementById(region.getAttribute('aria-labelledby'));
  return heading ? words(heading.innerText) : '';
};
const kindOf = (element) => {
  if (element.matches('select')) return 'choose';
  if (element.matches('input[type=radio]')) return 'radio';
  if (element.matches('input[type=checkbox]')) return 'tick';
  if (element.matches('input, textarea')) return 'type';
  return 'press';
};
const items = [...document.querySelectorAll('input, select, textarea, button, a[href], summary')]
  .filter(seen)
  .map((element) => ({
    element,
    kind: kindOf(element),
    name: nameOf(element),
    groups: groupsOf(element),
    region: regionOf(element),
    inside: element.closest('main') !== null,
    value: element.matches('input, select, textarea') ? element.value : '',
    on: element.checked ?? element.closest('details')?.open ?? false,
  }));
// Folded fields too: what was typed into them must not be lost either.
const held = [...document.querySelectorAll('main :is(input, select, textarea)')].map((field) => [
  field.value,
  String(field.checked ?? false),
]);
const lines = [...document.querySelectorAll('main dl dt')].filter(seen).map((term) => {
  const answer = term.nextElementSibling;
  return [words(term.innerText), words(answer?.innerText)];
});
const regions = [...document.querySelectorAll('main section[aria-labelledby]')]
  .filter(seen)
  .map((region) => {
    const heading = document.getElementById(region.getAttribute('aria-labelledby'));
    return [words(heading?.innerText), words(region.innerText)];
  });
const texts = (selector) => [...document.querySelectorAll(selector)].filter(seen).map((one) => words(one.innerText));
return {
  language: document.documentElement.lang,
  title: document.title,
  headings: texts('h1'),
  cards: texts('main h2'),
  alerts: texts('[role=alert]'),
  said: words(document.querySelector('[role=status]')?.innerText),
  text: words(document.body.innerText),
  busy: document.querySelector('[aria-busy=true]') !== null,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  items,
  held,
  lines,
  regions,
};
