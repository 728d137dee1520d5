import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { HALFWAY, MockBackend } from '../src/lib/backend/mock/mock.ts';
import { stopsOf } from '../src/lib/state/walk.ts';
import { caseOf, type State } from '../src/lib/backend/mock/view.ts';
import { pageOfStep } from '../src/lib/state/step.ts';
import { expectNoBarriers, openAt } from './page.ts';

/** The papers were handed in on 16 November. */
const FILED: Partial<State> = {
  ...HALFWAY,
  plan: { filing: null, payment: null, decision: null, handed_in: '2026-11-16' },
};

const viewOf = (state: Partial<State>) =>
  caseOf('ru', new MockBackend(state, { language: 'ru' }).state, false);

test('the plan shows the day of handing in and leads to its question', async () => {
  const backend = await openAt('#/plan', { state: FILED });
  const main = within(screen.getByRole('main'));
  expect(main.getByText(/Вы сдали документы в этот день: 16 ноября 2026 г\./)).toBeTruthy();
  const change = main.getByRole('link', { name: 'Изменить день сдачи' });
  expect(change.getAttribute('href')).toBe('#/question/application.handed_in/check');
  expect(main.queryByRole('group', { name: /Когда вы подадите документы/ })).toBeNull();
  expect(main.getByRole('group', { name: /Когда вы ждёте решения/ })).toBeTruthy();
  await expectNoBarriers();
  await fireEvent.click(main.getByRole('button', { name: 'Дальше' }));
  await waitFor(() => expect(backend.state.plan.filing).toBe('2026-11-16'));
});

test('without that day the plan asks for one', async () => {
  await openAt('#/plan');
  expect(screen.getByRole('group', { name: /Когда вы подадите документы/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Изменить день сдачи' })).toBeNull();
});

test('the answer urges nobody who has handed in the papers', async () => {
  await openAt('#/answer', { state: FILED });
  expect(screen.queryByRole('heading', { name: 'Если подать в другой день' })).toBeNull();
  expect(screen.queryByText('Показать таблицей')).toBeNull();
});

test('the answer to who has not handed in looks at another day', async () => {
  await openAt('#/answer');
  expect(screen.getByRole('heading', { name: 'Если подать в другой день' })).toBeTruthy();
  expect(screen.getByText('Показать таблицей')).toBeTruthy();
});

/** Whether the page of the papers waits for an answer. */
const waits = (state: Partial<State>) => {
  const view = viewOf(state);
  return view.sections
    .flatMap((section) => stopsOf(section, view))
    .some((stop) => stop.page.name === 'hand' && stop.open);
};

test('no paper waits any more', async () => {
  await openAt('#/hand', { state: FILED });
  expect(screen.getByText(/Собирать больше ничего не нужно/)).toBeTruthy();
  expect(waits(HALFWAY)).toBe(true);
  expect(waits(FILED)).toBe(false);
});

const step = (code: 'wait' | 'ask_for_decision') => ({ code, text: '', target: null });

test('who waits is led to the dates, and who has waited to what has happened', () => {
  const view = viewOf(HALFWAY);
  expect(pageOfStep(view, step('wait'))).toEqual({ name: 'dates' });
  expect(pageOfStep(view, step('ask_for_decision'))).toEqual({ name: 'after' });
});
