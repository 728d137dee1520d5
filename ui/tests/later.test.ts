import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import type { StatusCode } from '../src/lib/backend/contract.ts';
import { nothingToDo } from '../src/screens/result/now.ts';
import { heading, openAt } from './page.ts';

/** What somebody sees who does not know an answer yet, or the day of filing. */

test('a plan without a filing day may be left for later', async () => {
  await openAt('#/plan', { state: {} });
  const later = screen.getByRole('link', { name: 'Ответить позже' });
  await fireEvent.click(later);
  await waitFor(() => expect(heading()).not.toBe('План дат'));
});

test('whoever left everything for later is led on, not around', async () => {
  await openAt('#/plan', { state: {} });
  await fireEvent.click(screen.getByRole('link', { name: 'Ответить позже' }));
  await waitFor(() => expect(location.hash).toBe('#/check/dates'));
  await waitFor(() => expect(heading()).toContain('Проверьте ответы'));
  expect(screen.getByRole('link', { name: 'Посмотреть ответ' }).classList).not.toContain('quiet');
  expect(screen.getByRole('link', { name: 'К следующему вопросу' }).classList).toContain('quiet');
});

test('whoever left nothing for later is led to the open question', async () => {
  await openAt('#/check/dates', { state: {} });
  expect(screen.getByRole('link', { name: 'К следующему вопросу' }).classList).not.toContain(
    'quiet',
  );
});

test.each([
  ['2020', true],
  ['2090', false],
])('a filing day in the year %s is said to have passed: %s', async (year, passed) => {
  await openAt('#/plan', { state: {} });
  const fields = screen.getAllByRole('textbox');
  for (const [index, text] of ['1', '12', year].entries()) {
    await fireEvent.input(fields[index] as HTMLElement, { target: { value: text } });
  }
  const said = screen.queryByText(/этот день уже прошёл/i);
  expect(said !== null).toBe(passed);
});

const of = (...all: StatusCode[]) => nothingToDo(all.map((status) => ({ status })));

test('all is said to be in hand only where it is decided what is needed', () => {
  expect(of('in_hand', 'not_needed')).toBe('app.result.now_none');
  expect(of('in_hand', 'open')).toBe('app.result.now_open');
  expect(of('open')).toBe('app.result.now_open');
  expect(of('not_needed')).toBe('app.result.now_no_papers');
  expect(of()).toBe('app.result.now_no_papers');
});

test('what is taken back is named', async () => {
  await openAt('#/question/applicant.status/check');
  const other = screen.getAllByRole<HTMLInputElement>('radio').find((radio) => !radio.checked);
  await fireEvent.click(other as HTMLElement);
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить и вернуться' }));
  await waitFor(() => expect(heading()).toContain('Проверьте ответы'));
  await fireEvent.click(screen.getByRole('button', { name: 'Отменить последнее изменение' }));
  await waitFor(() => expect(screen.getByText(/^Отменено: /)).toBeTruthy());
});
