import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { FILING } from '../src/lib/backend/mock/rules.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

test('the home says the next step and the next deadline, and leads to the step', async () => {
  await openAt('#/');
  const main = within(screen.getByRole('main'));
  expect(main.getByText('Продолжите раздел «Паспорт и имена»')).toBeTruthy();
  expect(main.getByText('9 января 2027 г.')).toBeTruthy();
  const go = main.getByRole('link', { name: 'Перейти к этому шагу' });
  expect(go.getAttribute('href')).toContain('#/question/');
  expect(main.getByText(/в этой стране такой документ не выдают/)).toBeTruthy();
  await expectNoBarriers();
});

test('what one does not know yet stands in a list that leads to the questions', async () => {
  await openAt('#/', { state: { answers: { 'applicant.birth_date': { kind: 'not_known_yet' } } } });
  const list = screen.getByRole('heading', { name: 'Что ещё нужно узнать' }).closest('section');
  expect(list?.querySelector('a')?.getAttribute('href')).toBe(
    '#/question/applicant.birth_date/answer',
  );
});

test('another day is looked at and changes no plan', async () => {
  const backend = await openAt('#/answer');
  const day = screen.getByRole('button', { name: /Посмотреть этот день\s*: 1 января 2027 г\./ });
  await fireEvent.click(day);
  await screen.findByText(/1 января 2027 г\.: Пока не решено/);
  expect(screen.getByLabelText('Год')).toHaveProperty('value', '2027');
  expect(backend.state.plan.filing).toBeNull();
  expect(FILING).toBe('2026-11-30');
});

test('the ways are compared in a table', async () => {
  await openAt('#/answer');
  const summary = screen.getByText('Показать сравнение');
  const details = summary.closest('details');
  if (!details) throw new Error('no fold');
  details.open = true;
  await fireEvent(details, new Event('toggle'));
  const table = await screen.findByRole('table', { name: 'Сравнение оснований' });
  expect(within(table).getByText('Этнический казах: да')).toBeTruthy();
  expect(within(table).getByText('Никакой другой ответ его не откроет')).toBeTruthy();
  await expectNoBarriers();
});

test('the strip of the stay has a table with the same sums', async () => {
  await openAt('#/stay');
  const figure = screen.getByRole('figure', { name: 'Последние 180 дней' });
  expect(figure.textContent).toContain('учтённые дни: 41');
  const table = within(figure).getByRole('table', { hidden: true });
  expect(table.textContent).toMatch(/Всего учтено\s*41/);
  expect(table.textContent).toMatch(/Осталось дней\s*49/);
});

test('the answers of a record are checked and changed one by one', async () => {
  const backend = await openAt('#/check/family');
  const changes = screen.getAllByRole('link', { name: /Изменить.*Иванова Айгүл/ });
  expect(changes.length).toBeGreaterThan(1);
  const href = changes[0]?.getAttribute('href') ?? '';
  expect(href).toMatch(/^#\/list\/child\/1\/check\/child/);
  location.hash = href;
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Сохранить и вернуться' })).toBeTruthy(),
  );
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await fireEvent.input(document.activeElement as HTMLInputElement, {
    target: { value: 'Иванова Айгерім' },
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить и вернуться' }));
  await waitFor(() => expect(heading()).toContain('Проверьте ответы'));
  expect(backend.calls.some((call) => call.includes('Айгерім'))).toBe(true);
});

test('files that are dropped on the card of a paper are scans of it', async () => {
  const backend = await openAt('#/hand');
  const card = screen.getByRole('region', { name: 'Подтверждение платёжеспособности' });
  document.elementFromPoint = () => card;
  for (const listen of backend.dragging) {
    listen({ phase: 'drop', x: 5, y: 5, names: ['паспорт.pdf'] });
  }
  await waitFor(() =>
    expect(backend.calls.filter((call) => call.startsWith('attachChosen'))).toEqual([
      'attachChosen household-1 паспорт.pdf means',
    ]),
  );
});

test('the home says of every application what is overdue', async () => {
  await openAt('#/', {
    prepare: (backend) => void backend.createApplication('household-1', ''),
  });
  const overdue = await screen.findByText('Просрочено:');
  expect(overdue.parentElement?.textContent.replaceAll('\u00a0', ' ')).toMatch(
    /Просрочено:\s*Уведомление от принимающего лица, 4 ноября 2026 г\./,
  );
  await expectNoBarriers();
});
