import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { expectNoBarriers, heading, openAt } from './page.ts';

/** What is typed and was not sent, when one leaves the page or the case is locked. */

async function goTo(href: string) {
  location.hash = href;
  await fireEvent(window, new HashChangeEvent('hashchange'));
}

async function type(name: RegExp, value: string) {
  await fireEvent.input(screen.getByLabelText(name), { target: { value } });
}

afterEach(() => vi.useRealTimers());

test('what is typed is saved when one goes back', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  await type(/В каком населённом пункте/, 'Омск');
  await goTo(screen.getByRole('link', { name: 'Назад' }).getAttribute('href') ?? '');
  await waitFor(() => expect(heading()).not.toContain('населённом пункте'));
  expect(backend.calls).toEqual([
    'answer applicant.birth_place {"kind":"text","text":"Омск","kk":null,"ru":null}',
  ]);
  expect(screen.getByRole('status').textContent).toContain('Ответ сохранён');
});

test('a page where nothing was typed saves nothing', async () => {
  const backend = await openAt('#/question/applicant.birth_place');
  await goTo('#/');
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls.filter((call) => call.startsWith('answer '))).toEqual([]);
});

test('what cannot be saved is asked about once', async () => {
  await openAt('#/question/names.surname_latin', { state: {} });
  await type(/фамилия написана в паспорте/, 'IVANOVЯ');
  await goTo('#/');
  await screen.findByText(/Набранное на этой странице не сохранено/);
  expect(location.hash).toBe('#/question/names.surname_latin');
  expect(screen.getByLabelText(/фамилия написана в паспорте/)).toHaveProperty('value', 'IVANOVЯ');
  await expectNoBarriers();
  await goTo('#/papers');
  await waitFor(() => expect(heading()).toBe('Бумаги для печати'));
  expect(screen.queryByText(/Набранное на этой странице не сохранено/)).toBeNull();
});

test('whoever is asked may leave without saving', async () => {
  await openAt('#/question/names.surname_latin', { state: {} });
  await type(/фамилия написана в паспорте/, 'IVANOVЯ');
  await goTo('#/papers');
  await fireEvent.click(await screen.findByRole('button', { name: 'Уйти без сохранения' }));
  await waitFor(() => expect(heading()).toBe('Бумаги для печати'));
});

test('days that are typed are saved when one leaves the plan', async () => {
  const backend = await openAt('#/plan', { state: {} });
  const fields = screen.getAllByRole('textbox');
  for (const [index, text] of ['1', '12', '2090'].entries()) {
    await fireEvent.input(fields[index] as HTMLElement, { target: { value: text } });
  }
  await goTo('#/');
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.state.plan.filing).toBe('2090-12-01');
});

test('what is said of a paper is saved when one leaves the papers', async () => {
  const backend = await openAt('#/hand');
  await fireEvent.click(screen.getAllByRole('radio', { name: 'Да' })[0] as HTMLElement);
  const before = backend.calls.length;
  await goTo('#/');
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls.slice(before).filter((call) => call.startsWith('answer '))).toHaveLength(1);
});

test('what is typed is saved before the case is locked', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  await type(/В каком населённом пункте/, 'Омск');
  await fireEvent.click(screen.getByRole('button', { name: 'Заблокировать' }));
  await waitFor(() => expect(backend.calls).toContain('lock'));
  const saved = backend.calls.findIndex((call) => call.startsWith('answer applicant.birth_place'));
  expect(saved).toBeGreaterThanOrEqual(0);
  expect(saved).toBeLessThan(backend.calls.indexOf('lock'));
});

test('the own words of a paper are saved when one leaves the papers', async () => {
  const backend = await openAt('#/papers');
  await writeOwnWords('Я родилась в Омске.');
  await goTo('#/');
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  expect(backend.calls.join()).toMatch(/ownText \w+ life ru Я родилась в Омске\./);
});

test('what is typed is saved before the window closes', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  await type(/В каком населённом пункте/, 'Омск');
  await waitFor(() => expect(backend.waiting).toBe(true));
  expect(backend.close()).toBe(false);
  await waitFor(() => expect(backend.calls.at(-1)).toBe('closeAnyway'));
  expect(backend.calls.at(-2)).toContain('answer applicant.birth_place');
  expect(backend.close()).toBe(true);
});

test('a window with something typed that cannot be saved asks before it closes', async () => {
  const backend = await openAt('#/question/names.surname_latin', { state: {} });
  await type(/фамилия написана в паспорте/, 'IVANOVЯ');
  await waitFor(() => expect(backend.waiting).toBe(true));
  expect(backend.close()).toBe(false);
  await screen.findByText(/Окно не закрылось: набранное/);
  expect(backend.calls).not.toContain('closeAnyway');
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('button', { name: 'Всё равно закрыть' }));
  expect(backend.calls.at(-1)).toBe('closeAnyway');
});

async function writeOwnWords(words: string) {
  const [change] = await screen.findAllByRole('button', { name: /^Изменить текст.*На русском$/ });
  if (!change) throw new Error('no paper has words of its own');
  await fireEvent.click(change);
  const field = await screen.findByRole('textbox', { name: /^Абзац 1/ });
  await fireEvent.input(field, { target: { value: words } });
  return change;
}

test('the own words of a paper are saved when they are folded', async () => {
  const backend = await openAt('#/papers');
  const change = await writeOwnWords('Я родилась в Омске.');
  await fireEvent.click(change);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Абзац 1/ })).toBeNull());
  expect(backend.calls.join()).toMatch(/ownText \w+ life ru Я родилась в Омске\./);
});

test('a paper is saved with the own words that stand on the screen', async () => {
  const backend = await openAt('#/papers');
  await writeOwnWords('Я родилась в Омске.');
  const saves = screen.getAllByRole('button', { name: /^Сохранить.*На русском$/ });
  await fireEvent.click(saves[0] as HTMLElement);
  await waitFor(() => expect(backend.calls.join()).toContain('savePaper'));
  const said = backend.calls.findIndex((call) => call.startsWith('ownText'));
  expect(said).toBeGreaterThanOrEqual(0);
  expect(said).toBeLessThan(backend.calls.findIndex((call) => call.startsWith('savePaper')));
});

const lines = () => screen.getByLabelText<HTMLTextAreaElement>('Строки из паспорта').value;

test('the lines of a passport stand there again when one comes back, and go with a lock', async () => {
  const backend = await openAt('#/zone');
  await type(/Строки из паспорта/, 'P<RUSIVANOVA');
  await goTo('#/papers');
  await waitFor(() => expect(heading()).toBe('Бумаги для печати'));
  await goTo('#/zone');
  await waitFor(() => expect(lines()).toBe('P<RUSIVANOVA'));
  await fireEvent.click(screen.getByRole('button', { name: 'Заблокировать' }));
  await waitFor(() => expect(backend.calls).toContain('lock'));
  await fireEvent.click(await screen.findByRole('button', { name: 'Открыть дело' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  await goTo('#/zone');
  await waitFor(() => expect(lines()).toBe(''));
});

test('the lines of one person do not come up in the application of another', async () => {
  const backend = await openAt('#/zone', {
    prepare: (shell) => {
      const [family] = shell.families;
      family?.applications.push({ id: 'application-9', name: 'Марат', open: false });
    },
  });
  await type(/Строки из паспорта/, 'P<RUSIVANOVA');
  await goTo('#/families');
  await fireEvent.click(await screen.findByRole('button', { name: /^Открыть.*Марат/ }));
  await waitFor(() => expect(backend.calls).toContain('openApplication application-9'));
  await goTo('#/zone');
  const field = await screen.findByLabelText('Строки из паспорта');
  expect(field).toHaveProperty('value', '');
});

const FAMILY = { button: 'Добавить семью', field: /^Как назвать семью/ };
const APPLICATION = { button: /^Добавить заявление.*Семья 1/, field: /^Чьё это заявление/ };

test.each([FAMILY, APPLICATION])('a new name stands there again: $button', async (part) => {
  await openAt('#/families');
  await fireEvent.click(screen.getByRole('button', { name: part.button }));
  await type(part.field, 'Смирновы');
  await goTo('#/papers');
  await waitFor(() => expect(heading()).toBe('Бумаги для печати'));
  await goTo('#/families');
  const field = await screen.findByLabelText(part.field);
  expect(field).toHaveProperty('value', 'Смирновы');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  await fireEvent.click(screen.getByRole('button', { name: 'Отмена' }));
  await fireEvent.click(await screen.findByRole('button', { name: part.button }));
  expect(screen.getByLabelText(part.field)).toHaveProperty('value', '');
});

test('a name that was sent does not come up for the next family', async () => {
  const backend = await openAt('#/families');
  await fireEvent.click(screen.getByRole('button', { name: FAMILY.button }));
  await type(FAMILY.field, 'Смирновы');
  await fireEvent.click(screen.getByRole('button', { name: FAMILY.button }));
  await waitFor(() => expect(backend.calls).toContain('createHousehold Смирновы'));
  await waitFor(() => expect(heading()).not.toBe('Семьи и заявления'));
  await goTo('#/families');
  await fireEvent.click(await screen.findByRole('button', { name: FAMILY.button }));
  expect(screen.getByLabelText(FAMILY.field)).toHaveProperty('value', '');
});

const secrets = () => [...document.querySelectorAll<HTMLInputElement>('input[type=password]')];

test('a passphrase that was typed is forgotten with its page', async () => {
  await openAt('#/safe');
  for (const secret of secrets()) await fireEvent.input(secret, { target: { value: 'тайна' } });
  expect(secrets().map((secret) => secret.value)).toContain('тайна');
  await goTo('#/papers');
  await waitFor(() => expect(heading()).toBe('Бумаги для печати'));
  await goTo('#/safe');
  await waitFor(() => expect(secrets()).not.toEqual([]));
  expect(secrets().map((secret) => secret.value)).not.toContain('тайна');
});
