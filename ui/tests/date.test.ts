import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { echoOf } from '../src/lib/components/date.ts';
import { I18n } from '../src/lib/i18n/i18n.svelte.ts';
import { expectNoBarriers, openAt } from './page.ts';

async function type(day: string, month: string, year: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText('День'), { target: { value: day } });
  await fireEvent.input(screen.getByLabelText('Месяц'), { target: { value: month } });
  await fireEvent.input(screen.getByLabelText('Год'), { target: { value: year } });
}

test('day, month and year stand in this order and ask for digits', async () => {
  await openAt('#/question/applicant.birth_date', { state: {} });
  const fields = screen.getAllByRole('textbox');
  const labels = fields.map((field) => (field as HTMLInputElement).labels?.[0]);
  expect(labels.map((label) => label?.textContent.trim())).toEqual(['День', 'Месяц', 'Год']);
  // Of a label around its field a reader of the screen hears what was typed as part of the name.
  expect(labels.filter((label) => label?.querySelector('input'))).toEqual([]);
  for (const field of fields) expect(field.getAttribute('inputmode')).toBe('numeric');
  expect(screen.getByRole('group', { name: 'Когда вы родились?' })).toBeTruthy();
});

test('the weekday is answered back at once', async () => {
  await openAt('#/question/applicant.birth_date', { state: {} });
  await type('27', '08', '2027');
  expect(screen.getByText(/^пятница, 27 августа 2027/)).toBeTruthy();
});

test('an impossible date is refused in words, and stays', async () => {
  await openAt('#/question/applicant.birth_date', { state: {} });
  await type('31', '2', '1990');
  await fireEvent.click(screen.getByRole('button', { name: 'Дальше' }));
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('Такой даты нет: 31.2.1990'),
  );
  expect(screen.getByLabelText('День')).toHaveProperty('value', '31');
  await expectNoBarriers();
});

test.each([
  ['29', '2', '2024', 'Thursday, 29 February 2024'],
  ['29', '2', '2023', null],
  ['1', '13', '2023', null],
  ['1', '1', '23', null],
  ['', '1', '2023', null],
])('%s.%s.%s is answered with %s', (day, month, year, echo) => {
  expect(echoOf(new I18n('en'), day, month, year)).toBe(echo);
});

test('the plan asks for three dates and leads to the wrong one', async () => {
  await openAt('#/plan');
  await fireEvent.click(screen.getByRole('button', { name: 'Дальше' }));
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('Не указан день подачи');
  await fireEvent.click(screen.getByRole('link', { name: /Не указан день подачи/ }));
  expect(document.activeElement).toBe(screen.getAllByLabelText('День')[0]);
  await expectNoBarriers();
});
