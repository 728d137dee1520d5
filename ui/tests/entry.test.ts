import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { LINES } from '../src/lib/backend/mock/entry.ts';
import { LANGUAGES } from '../src/lib/i18n/words.ts';
import { blocksOf } from '../src/lib/state/markdown.ts';
import { GUIDE } from '../src/screens/guide/guide.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

const PAGES = ['#/zone', '#/after', '#/after/passport.expires', '#/after/refusal.on', '#/settings'];

test.each(PAGES.flatMap((hash) => LANGUAGES.map((language) => ({ hash, language }))))(
  '$hash has no barriers in $language',
  async ({ hash, language }) => {
    await openAt(hash, { language });
    expect(heading()).not.toBe('');
    await expectNoBarriers();
  },
);

test('the guide has no barriers', async () => {
  await openAt('#/guide', { language: 'kk' });
  await expectNoBarriers();
});

test('the lines of a passport are read, compared, and taken with a yes', async () => {
  const backend = await openAt('#/zone');
  const field = screen.getByLabelText('Строки из паспорта');
  await fireEvent.input(field, { target: { value: 'nothing' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Прочитать' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Найдено строк: 1');
  expect(field.getAttribute('aria-invalid')).toBe('true');

  await fireEvent.input(field, { target: { value: LINES } });
  await fireEvent.click(screen.getByRole('button', { name: 'Прочитать' }));
  const birth = await screen.findByRole('checkbox', { name: /Дата рождения/ });
  expect(birth).toHaveProperty('checked', true);
  expect(birth.closest('li')?.textContent).toContain('Сейчас: 14 марта 1988 г.');
  expect(screen.getByRole('checkbox', { name: /Фамилия/ })).toHaveProperty('checked', false);
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('button', { name: 'Записать отмеченное в ответы' }));
  await waitFor(() => expect(backend.calls).toContain('takeMachineZone applicant.birth_date'));
  await waitFor(() => expect(field).toHaveProperty('value', ''));
});

test('a doubt stands beside the field, and a suggestion is only taken with a click', async () => {
  const backend = await openAt('#/question/names.surname_latin');
  backend.hints = {
    doubts: ['Проверьте ещё раз.'],
    suggestions: [{ text: 'IVANOVA-PETROVA', language: null }],
    twins: null,
  };
  const field = screen.getByRole('textbox');
  await fireEvent.input(field, { target: { value: 'IVAN' } });
  await screen.findByText('Проверьте ещё раз.');
  expect(field).toHaveProperty('value', 'IVAN');
  await fireEvent.click(screen.getByRole('button', { name: 'Написать: IVANOVA-PETROVA' }));
  expect(field).toHaveProperty('value', 'IVANOVA-PETROVA');
  expect(document.activeElement).toBe(field);
  await expectNoBarriers();
});

test('what happened leads to what to do', async () => {
  const backend = await openAt('#/after');
  const link = screen.getByRole('link', { name: 'До какого числа действует документ?' });
  expect(link.closest('li')?.textContent).toContain('День: 27 августа 2027 г.');
  expect(screen.getByText('Дата утраты вида на жительство')).toBeTruthy();
  await fireEvent.click(link);
  await waitFor(() => expect(heading()).toMatch(/До какого числа действует/));
  expect(await screen.findByRole('article')).toBeTruthy();
  await fireEvent.input(screen.getByLabelText('День'), { target: { value: '28' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить день' }));
  await waitFor(() => expect(backend.calls.some((call) => call.includes('"day":"28"'))).toBe(true));
});

test('light, dark and the size of letters are chosen and kept', async () => {
  const backend = await openAt('#/settings');
  await fireEvent.click(screen.getByRole('radio', { name: 'Тёмный' }));
  await fireEvent.click(screen.getByRole('radio', { name: 'Очень крупный' }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  expect(document.documentElement.dataset.letters).toBe('largest');
  expect(backend.calls).toContain('setWindowLook dark largest');
  const sources = screen.getByRole('region', { name: 'Источники законов' });
  expect(within(sources).getByText('Показать 2 источника')).toBeTruthy();
  expect(sources.textContent).toContain('срок прошёл');
});

test('the folder of the log opens', async () => {
  const backend = await openAt('#/settings');
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть папку журнала' }));
  await waitFor(() => expect(backend.calls).toContain('openLogFolder'));
});

test('the sample opens as a family of its own', async () => {
  const backend = await openAt('#/settings');
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть пример' }));
  await waitFor(() => expect(backend.calls).toContain('createSample'));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
});

const shape = (source: string) =>
  blocksOf(source).map((block) => (block.kind === 'list' ? block.items.length : block.kind));

test('the guide has the same chapters and lines in each language', () => {
  const [kk, ru, en] = LANGUAGES.map((language) => shape(GUIDE[language]));
  expect(kk).toEqual(ru);
  expect(en).toEqual(ru);
  expect(ru?.filter((kind) => kind === 'heading').length).toBe(8);
});

const doubted = {
  answers: {
    'applicant.status': { kind: 'word', value: 'citizen' },
    'applicant.iin': { kind: 'word', value: '910314400120' },
  },
} as const;

test('a doubt is said when the answers are checked, on top and at the answer', async () => {
  await openAt('#/check/you', { state: doubted });
  const summary = screen.getByText('Посмотрите эти ответы ещё раз').closest('.notice');
  expect(summary?.textContent).toContain('В ИИН указана другая дата рождения.');
  expect(summary?.querySelector('a')?.getAttribute('href')).toBe('#/question/applicant.iin/check');
  expect(screen.getAllByText(/В ИИН указана другая дата рождения/)).toHaveLength(2);
  await expectNoBarriers();
});

test('a doubt is said before one prints', async () => {
  await openAt('#/papers', { state: doubted });
  const summary = screen.getByText('Посмотрите эти ответы, прежде чем печатать');
  const first = document.querySelector('.stack');
  expect(summary.compareDocumentPosition(first as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await expectNoBarriers();
});

test('where nothing is doubted, nothing is said', async () => {
  await openAt('#/check/you');
  expect(screen.queryByText('Посмотрите эти ответы ещё раз')).toBeNull();
});

test('the address of each source of the law can be read in the settings', async () => {
  await openAt('#/settings');
  expect(await screen.findByText('adilet.zan.kz/0')).toBeTruthy();
  expect(screen.getByText('adilet.zan.kz/1')).toBeTruthy();
});
