import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { expectNoBarriers, heading, openAt } from './page.ts';

test('the result says what may be done, why, and where that stands', async () => {
  await openAt('#/answer');
  expect(heading().replaceAll('\u00a0', ' ')).toBe('Вы можете подать заявление 30 ноября 2026 г.');
  expect(document.title).toBe('Вы можете подать заявление 30 ноября 2026 г. · Qonys');
  expect(screen.getByText('Есть соглашение о безвизовом въезде: Россия')).toBeTruthy();
  expect(screen.getAllByText('официальный текст прочитан').length).toBeGreaterThan(0);
});

test('routes that are closed say what would open them', async () => {
  await openAt('#/answer');
  const route = screen
    .getByRole('heading', { level: 3, name: 'С визой на постоянное проживание (B8)' })
    .closest('article');
  expect(route?.textContent).toContain('Нет');
  expect(route?.querySelector('details')?.textContent).toContain('Получите в загранучреждении');
});

test('the picture has a table that says the same', async () => {
  await openAt('#/answer');
  expect(screen.getByRole('img').querySelector('title')?.textContent).toContain(
    'С 10 декабря 2026 г. по 31 декабря 2026 г.',
  );
  const table = screen.getByRole('table', { name: /С 10 декабря/ });
  expect(
    within(table).getByRole('row', { name: /Медицинская справка.*13 апреля 2027/ }),
  ).toBeTruthy();
});

test('a sum that is not known is not said, and the old one is for orientation only', async () => {
  await openAt('#/answer');
  expect(screen.getByText('сумма пока не известна')).toBeTruthy();
  expect(screen.queryByText(/^Всего/)).toBeNull();
  const told = screen.getAllByText(/Только для ориентира/);
  expect(told).toHaveLength(1);
  expect(told[0]?.textContent).toMatch(/^Только для ориентира: (?!Только).*865,00 ₸/);
});

test('grounds are told apart: holding, for the authority, not holding', async () => {
  await openAt('#/answer');
  expect(screen.getByText('до 3 марта 2027 г. включительно')).toBeTruthy();
  expect(
    screen.getByRole('heading', { level: 3, name: 'Может оценить только уполномоченный орган' }),
  ).toBeTruthy();
  expect(screen.getByText('Не препятствует 1 основание').tagName).toBe('SUMMARY');
});

test('an undecided answer links to the questions that decide it', async () => {
  await openAt('#/answer', { state: {} });
  const link = screen.getByRole('link', { name: 'Вы казах или казашка по национальности?' });
  expect(link.getAttribute('href')).toBe('#/question/applicant.ethnic_kazakh/answer');
  expect(screen.getByRole('link', { name: 'Дети' }).getAttribute('href')).toBe('#/list/child');
});

test('an answer without a source says of none that it was read', async () => {
  await openAt('#/answer', { state: {} });
  const verdict = screen.getByRole('heading', { level: 1 }).parentElement;
  expect(verdict?.textContent).toContain('Пока не решено');
  expect(verdict?.textContent).not.toContain('прочитан');
});

test('all papers that one needs are saved in the languages chosen', async () => {
  const backend = await openAt('#/papers');
  const save = { name: 'Выбрать папку и сохранить все' };
  await fireEvent.click(screen.getByRole('button', save));
  expect((await screen.findByRole('alert')).textContent).toContain('Не выбран ни один язык');
  await fireEvent.click(screen.getByRole('radio', { name: 'На обоих языках' }));
  await fireEvent.click(screen.getByRole('button', save));
  await waitFor(() => expect(screen.getByText('questionnaire-ru.pdf')).toBeTruthy());
  expect(screen.getAllByText('Сохранено 6 файлов').length).toBeGreaterThan(0);
  expect(screen.queryByText('autobiography-ru.pdf')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть папку' }));
  expect(backend.calls).toContain('openSaved null');
});

test('a paper that cannot be written says so aloud', async () => {
  const backend = await openAt('#/papers');
  backend.savePaper = () =>
    Promise.resolve({
      status: 'error',
      error: { code: 'write_failed', args: { file: 'questionnaire-kk.pdf' }, field: null },
    });
  await fireEvent.click(
    screen.getByRole('button', { name: 'Сохранить : Заявление-анкета, На казахском' }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('questionnaire-kk.pdf');
});

test('nothing is saved when no folder is chosen', async () => {
  const backend = await openAt('#/papers');
  backend.folder = null;
  await fireEvent.click(
    screen.getByRole('button', { name: 'Сохранить : Заявление-анкета, На казахском' }),
  );
  await waitFor(() => expect(screen.getByText(/Ничего не сохранено/)).toBeTruthy());
  expect(backend.calls.filter((call) => call.startsWith('savePaper'))).toEqual([]);
});

test('a paper says what is missing for it and leads there', async () => {
  await openAt('#/papers');
  expect(screen.getByRole('link', { name: 'Гражданство' }).getAttribute('href')).toBe(
    '#/question/applicant.citizenship/answer',
  );
  expect(screen.getByText('Казахского текста нет.')).toBeTruthy();
  expect(screen.getByText('1 бумага, которая вам не нужна').tagName).toBe('SUMMARY');
});

test.each(['#/answer', '#/papers', '#/hand', '#/dates', '#/reminders', '#/stay', '#/money'])(
  'axe finds no barrier at %s',
  async (hash) => {
    await openAt(hash);
    await expectNoBarriers();
  },
);

test('the list of parts names every part and leads to it', async () => {
  await openAt('#/answer');
  const parts = await screen.findByRole('navigation', { name: 'На этой странице' });
  const all = screen
    .getAllByRole('heading', { level: 2 })
    .map((part) => part.textContent)
    .filter((part) => part !== 'На этой странице');
  const links = within(parts).getAllByRole('button');
  expect(links.map((link) => link.textContent)).toEqual(all);
  expect(all).toContain('Сравнение оснований');
  await fireEvent.click(within(parts).getByRole('button', { name: 'Сравнение оснований' }));
  expect(document.activeElement?.textContent).toBe('Сравнение оснований');
});
