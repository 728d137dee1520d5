import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import AppScreen from '../src/App.svelte';
import type { EarlierStarts } from '../src/lib/backend/store.ts';
import { HALFWAY, MockBackend } from '../src/lib/backend/mock/mock.ts';

import type { Language } from '../src/lib/i18n/words.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

const USUAL: EarlierStarts = { language: 'ru', had_case: true, code_unwritten: false };

/** The first page after a start at which something is wrong. */
async function startWith(
  { broken = null, handed = null, earlier = USUAL }: Partial<MockBackend>,
  system: Language = 'kk',
): Promise<MockBackend> {
  location.hash = '';
  const backend = new MockBackend(HALFWAY, { language: 'ru' });
  Object.assign(backend, { broken, handed, earlier });
  render(AppScreen, { backend, language: system });
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).not.toBeNull());
  return backend;
}

const DAMAGED = { code: 'vault.nothing_opens', args: { count: '3' }, field: null };

async function restoreFrom(backend: MockBackend) {
  await fireEvent.click(screen.getByRole('button', { name: 'У меня есть резервная копия' }));
  await waitFor(() => expect(heading()).toBe('Восстановите дело из резервной копии'));
  await expectNoBarriers();
  if (backend.handed === null) {
    await fireEvent.click(screen.getByRole('button', { name: 'Выбрать файл копии' }));
  }
  await screen.findByText(/^Выбран файл/);
  const phrase = screen.getByLabelText('Парольная фраза копии');
  await fireEvent.input(phrase, { target: { value: 'wrong' } });
  const go = screen.getByRole('button', { name: 'Восстановить' });
  await fireEvent.click(go);
  expect((await screen.findByRole('alert')).textContent).toContain('прежнюю папку можно отложить');
  expect(backend.calls).not.toContain('restoreChosenInPlace');
  await fireEvent.click(screen.getByRole('checkbox', { name: /^Да, отложить/ }));
  await fireEvent.click(go);
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('не подходит к этой копии'),
  );
  await fireEvent.input(phrase, { target: { value: 'верная фраза' } });
  await fireEvent.click(go);
  await waitFor(() => expect(heading()).toBe('Дело открыто из резервной копии'));
  expect(document.body.textContent).toContain('vault-2026-11-22');
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('button', { name: 'Продолжить' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls.filter((call) => call.startsWith('restoreChosen'))).toEqual([
    'restoreChosenInPlace',
    'restoreChosenInPlace',
  ]);
}

test('a store of which nothing opens leads to the backup, in the language that was chosen', async () => {
  const backend = await startWith({ broken: DAMAGED });
  expect(heading()).toBe('Дело не открывается');
  expect(document.documentElement.lang).toBe('ru');
  expect(document.body.textContent).toContain('восстановите дело из неё');
  await expectNoBarriers();
  await restoreFrom(backend);
});

test('who forgot the passphrase restores a backup that was opened by a double click', async () => {
  const backend = await openAt('', {
    started: { state: 'needs_passphrase', why: 'key_lost' },
    handed: 'backup',
  });
  expect(screen.getByText('Вы открыли резервную копию.')).toBeTruthy();
  await restoreFrom(backend);
});

test.each(['vault.in_use', 'vault.newer', 'vault.read_only'])(
  'what a backup does not put right offers none: %s',
  async (code) => {
    await startWith({ broken: { code, args: {}, field: null } });
    expect(heading()).toBe('Дело не открывается');
    expect(screen.queryByRole('button', { name: 'У меня есть резервная копия' })).toBeNull();
  },
);

test('who goes back from the backup is where he was', async () => {
  await startWith({ broken: DAMAGED });
  await fireEvent.click(screen.getByRole('button', { name: 'У меня есть резервная копия' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Назад' }));
  await waitFor(() => expect(heading()).toBe('Дело не открывается'));
});

test('a code that nobody wrote down is made anew at the next start', async () => {
  const backend = await startWith({ earlier: { ...USUAL, code_unwritten: true } });
  await waitFor(() => expect(heading()).toBe('Код восстановления не записан'));
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('button', { name: 'Создать новый код' }));
  await waitFor(() => expect(heading()).toBe('Запишите код восстановления'));
  expect(document.body.textContent).toContain('8M4N-R3YB');
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Я записал(а) код' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Продолжить' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls).toContain('codeWritten');
});

test('one may write the code down later, and is asked again at the next start', async () => {
  const backend = await startWith({ earlier: { ...USUAL, code_unwritten: true } });
  await waitFor(() => expect(heading()).toBe('Код восстановления не записан'));
  await fireEvent.click(screen.getByRole('button', { name: 'Позже' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls).not.toContain('codeWritten');
  expect(backend.earlier.code_unwritten).toBe(true);
});

test('where a case lay and its folder is gone, nobody is led to begin anew without a word', async () => {
  location.hash = '';
  const backend = new MockBackend({}, { state: 'fresh', language: 'ru' });
  backend.earlier = USUAL;
  render(AppScreen, { backend, language: 'ru' });
  await screen.findByText(/На этом компьютере уже было дело/);
  await expectNoBarriers();
});

test('at a first start no earlier case is spoken of', async () => {
  await openAt('', { started: { state: 'fresh' }, state: {} });
  expect(document.body.textContent).not.toContain('уже было дело');
});

test('while the keyring is asked the window speaks the language that was chosen', async () => {
  location.hash = '';
  const backend = new MockBackend(HALFWAY, { language: 'ru' });
  backend.earlier = USUAL;
  let answer: (() => void) | undefined;
  const started = backend.start.bind(backend);
  backend.start = async () => {
    await new Promise<void>((done) => (answer = done));
    return started();
  };
  render(AppScreen, { backend, language: 'kk' });
  await screen.findByText('Открывается…');
  expect(document.documentElement.lang).toBe('ru');
  answer?.();
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
});
