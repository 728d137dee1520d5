import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { SHEETS } from '../src/lib/backend/mock/papers.ts';
import { expectNoBarriers, openAt } from './page.ts';

/** What comes first among the papers, and what the program fills. */

const titles = () =>
  within(screen.getByRole('main'))
    .getAllByRole('heading', { level: 2 })
    .map((one) => one.textContent.trim());

test('the paper that is to be ordered first stands on top, as on the home', async () => {
  await openAt('#/hand');
  const first = SHEETS.find((sheet) => sheet.order_by);
  expect(titles()[0]).toBe(first?.title.ru);
});

test('the answer names first what the papers name first', async () => {
  await openAt('#/answer');
  const first = SHEETS.find((sheet) => sheet.order_by);
  const now = screen.getByRole('heading', { name: 'Чем заняться сейчас' }).parentElement;
  expect(within(now as HTMLElement).getAllByRole('listitem')[0]?.textContent).toContain(
    first?.title.ru,
  );
});

test('a paper that the program fills says so and leads to the papers', async () => {
  const sheet = SHEETS.find(({ id }) => id === 'means');
  if (!sheet) throw new Error('no such paper');
  sheet.filled = true;
  try {
    await openAt('#/hand');
    const card = screen.getByRole('region', { name: sheet.title.ru });
    expect(within(card).getByText(/Qonys заполняет по вашим ответам/)).toBeTruthy();
    const link = within(card).getByRole('link', { name: /^Открыть бумаги для печати/ });
    expect(link.getAttribute('href')).toBe('#/papers');
    await expectNoBarriers();
  } finally {
    delete sheet.filled;
  }
});

test.each([
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-11-22', false],
])('the answer says that the filing day %s has passed: %s', async (filing, passed) => {
  const backend = await openAt('#/answer', {
    state: { plan: { filing, payment: null, decision: null } },
  });
  expect(backend.state.plan.filing).toBe(filing);
  expect(screen.queryByText(/День подачи из плана уже прошёл/) !== null).toBe(passed);
});
