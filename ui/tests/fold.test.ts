import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import Reasons from '../src/lib/components/Reasons/Reasons.svelte';
import { MockBackend } from '../src/lib/backend/mock/mock.ts';
import { App, contextOf } from '../src/lib/state/app.svelte.ts';
import { unknownsOf } from '../src/lib/state/step.ts';
import { openAt } from './page.ts';

/** What is folded where little is known, and what comes first. */

const reasons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: `r${index}` })) as never[];

test.each([
  [2, true, false],
  [3, true, true],
  [23, true, true],
  [3, false, false],
])('%i reasons, folded %s: in a fold %s', (count, folded, inFold) => {
  const app = new App(new MockBackend({}, { language: 'ru' }), 'ru');
  render(Reasons, {
    props: { reasons: reasons(count), folded, of: 'Путь' },
    context: contextOf(app),
  });
  const last = screen.getByText(`r${count - 1}`);
  expect(last.closest('details') !== null).toBe(inFold);
  if (inFold) {
    expect(screen.getByText(/^Причины \(\d+\)/).textContent).toBe(`Причины (${count}): Путь`);
  }
});

test('of what nobody knows yet, the questions of the first check come first', async () => {
  const backend = await openAt('#/', { state: {} });
  const shown = await backend.showCase('ru');
  if (shown.status === 'error') throw new Error('no case');
  const view = shown.data;
  const unknown = { not_known_yet: true, text: '?' } as never;
  const first = new Set(view.precheck.questions.map(({ key }) => key));
  for (const section of view.sections) {
    for (const item of section.items) {
      if (item.kind !== 'question') continue;
      item.question.answer = unknown;
      item.question.decides = true;
    }
    section.items.reverse();
  }
  view.sections.reverse();
  const order = unknownsOf(view).map(({ question }) => first.has(question.key));
  expect(order).toContain(false);
  expect(order.lastIndexOf(true)).toBeLessThan(order.indexOf(false));
});
