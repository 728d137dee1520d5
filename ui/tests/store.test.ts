import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { afterRest } from '../src/lib/state/rest.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

afterEach(() => vi.useRealTimers());

/** The name of a button; before a colon there may be a space, which nobody hears. */
const named = (name: string) =>
  new RegExp(`^${name.replaceAll(/[.()]/g, String.raw`\$&`).replace(': ', ' ?: ')}$`);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name: named(name) }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('a family gets another application, and it is opened', async () => {
  const backend = await openAt('#/families');
  const family = screen.getByRole('region', { name: 'Семья 1' });
  expect(within(family).getByText('сейчас открыто')).toBeTruthy();
  await press('Добавить заявление: Семья 1');
  await type('Чьё это заявление, например имя (необязательно)', 'Айгерім');
  await press('Добавить заявление');
  await waitFor(() => expect(backend.calls).toEqual(['createApplication household-1 Айгерім']));
  await waitFor(() => expect(heading()).not.toBe('Семьи и заявления'));
});

test('an application is named, opened and deleted after a plain question, and comes back', async () => {
  const backend = await openAt('#/families');
  await press('Переименовать: Заявление 1');
  await type('Название', 'Марат');
  await press('Сохранить');
  await screen.findByText('Марат');
  await press('Удалить: Марат');
  const ask = screen.getByRole('group', { name: 'Удалить «Марат» со всеми ответами?' });
  expect(ask.textContent).toContain('можно вернуть');
  expect(document.activeElement?.textContent).toBe('Удалить «Марат» со всеми ответами?');
  await fireEvent.click(within(ask).getByRole('button', { name: 'Оставить' }));
  expect(backend.calls).toEqual(['renameApplication application-2 Марат']);
  await press('Удалить: Марат');
  await press('Удалить');
  await waitFor(() => expect(screen.queryByText('Марат')).toBeNull());
  await press('Вернуть последнее удалённое');
  await screen.findByText('Марат');
});

test('scans are added one after another, and what is refused says why', async () => {
  const backend = await openAt('#/scans');
  expect(screen.getByText('Сканов пока нет.')).toBeTruthy();
  backend.files = ['паспорт.pdf', 'вирус.exe', 'дом.jpg'];
  await press('Добавить файлы: Семья 1');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Этот файл не добавлен: вирус.exe');
  await waitFor(() => expect(screen.getByRole('region', { name: 'дом' })).toBeTruthy());
  const scan = screen.getByRole('region', { name: 'паспорт' });
  expect(scan.textContent).toContain('PDF, 2,3 МБ');
  await fireEvent.click(within(scan).getByRole('button', { name: /Сохранить копию/ }));
  await within(scan).findByText('Сохранённая копия не зашифрована.');
  await press('Удалить: дом');
  await press('Удалить');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'дом' })).toBeNull());
  await expectNoBarriers();
});

test('of which document a scan is can be said later, and taken back', async () => {
  const backend = await openAt('#/scans');
  backend.files = ['выписка.pdf'];
  await press('Добавить файлы: Семья 1');
  const scan = await screen.findByRole('region', { name: 'выписка' });
  const choice = within(scan).getByLabelText('Скан какого документа?');
  await fireEvent.change(choice, { target: { value: 'means' } });
  await within(scan).findByText(/Скан документа: Подтверждение платёжеспособности/);
  await fireEvent.change(choice, { target: { value: '' } });
  await waitFor(() => expect(within(scan).queryByText(/Скан документа: /)).toBeNull());
  expect(backend.calls.slice(1)).toEqual(['sayPaper scan-3 means', 'sayPaper scan-3 null']);
  await expectNoBarriers();
});

test('a picture is shown in the window', async () => {
  const backend = await openAt('#/scans');
  backend.files = ['дом.jpg'];
  await press('Добавить файлы: Семья 1');
  await fireEvent.click(await screen.findByRole('button', { name: /^Посмотреть ?: дом$/ }));
  const picture = await screen.findByRole('img', { name: 'дом' });
  expect(picture.getAttribute('src')).toMatch(/^blob:/);
});

test('a scan of a paper is added at its card', async () => {
  const backend = await openAt('#/hand');
  backend.files = ['выписка.pdf'];
  const card = screen.getByRole('region', { name: 'Подтверждение платёжеспособности' });
  await fireEvent.click(within(card).getByRole('button', { name: /Добавить скан/ }));
  await within(card).findByRole('link', { name: /^1 скан/ });
  expect(backend.calls).toEqual(['attachChosen household-1 выписка.pdf means']);
});

test('after a backup the focus is on its button again', async () => {
  const backend = await openAt('#/safe');
  await type('Парольная фраза копии', 'четыре яблока');
  await type('Повторите парольную фразу копии', 'четыре яблока');
  const button = screen.getByRole('button', { name: 'Выбрать папку и сделать копию' });
  button.focus();
  const made = backend.backUp.bind(backend);
  backend.backUp = (language, passphrase) => {
    // What the window does with a button that cannot be pressed.
    button.blur();
    return made(language, passphrase);
  };
  await fireEvent.click(button);
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('a backup is made under a passphrase that was typed twice', async () => {
  const backend = await openAt('#/safe');
  await type('Парольная фраза копии', 'четыре яблока');
  await type('Повторите парольную фразу копии', 'четыре');
  await press('Выбрать папку и сделать копию');
  expect((await screen.findByRole('alert')).textContent).toContain('не совпадает');
  expect(backend.calls).toEqual([]);
  await type('Повторите парольную фразу копии', 'четыре яблока');
  await press('Выбрать папку и сделать копию');
  await waitFor(() =>
    expect(screen.getByRole('main').textContent).toContain(
      'Резервная копия готова: qonys-2026-11-22.age',
    ),
  );
  expect(screen.getByLabelText('Парольная фраза копии')).toHaveProperty('value', '');
});

test('a new recovery code is shown once and can be printed', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  await openAt('#/safe');
  await press('Создать новый код');
  await within(screen.getByRole('main')).findByText(/Код показывается только один раз/);
  expect(screen.getByRole('main').textContent).toContain('8M4N-R3YB');
  await press('Напечатать код');
  expect(print).toHaveBeenCalledOnce();
  await press('Код записан');
  expect(screen.getByRole('main').textContent).not.toContain('8M4N-R3YB');
});

test('the case is locked by a button and opened again', async () => {
  const backend = await openAt('#/safe');
  await press('Заблокировать');
  await waitFor(() => expect(heading()).toBe('Дело заблокировано'));
  expect(backend.calls).toEqual(['lock']);
  await expectNoBarriers();
  await press('Открыть дело');
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
});

test('when to lock is chosen and remembered', async () => {
  const backend = await openAt('#/safe');
  expect(screen.getByRole('radio', { name: 'Через 15 минут' })).toHaveProperty('checked', true);
  await fireEvent.click(screen.getByRole('radio', { name: 'Никогда' }));
  await waitFor(() => expect(backend.calls).toEqual(['setLockAfter 0']));
});

test('rest ends the case after the minutes chosen, not before, and never for nought', () => {
  vi.useFakeTimers();
  const call = vi.fn<() => void>();
  const stop = afterRest(5, call);
  vi.advanceTimersByTime(4 * 60_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4 * 60_000 + 50_000);
  expect(call).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledOnce();
  stop();
  vi.advanceTimersByTime(60 * 60_000);
  expect(call).toHaveBeenCalledOnce();
  afterRest(0, call)();
});

test('a case is restored from a backup at the first start', async () => {
  const backend = await openAt('', { started: { state: 'fresh' }, state: {} });
  await press('У меня есть резервная копия');
  await waitFor(() => expect(heading()).toBe('Восстановите дело из резервной копии'));
  await expectNoBarriers();
  await press('Восстановить');
  expect((await screen.findByRole('alert')).textContent).toContain('не выбран');
  await press('Выбрать файл копии');
  await screen.findByText('Выбран файл: qonys-2026-11-22.age');
  await type('Парольная фраза копии', 'wrong');
  await press('Восстановить');
  expect((await screen.findByRole('alert')).textContent).toContain('не подходит');
  await type('Парольная фраза копии', 'четыре яблока');
  await press('Восстановить');
  await waitFor(() => expect(heading()).not.toBe('Восстановите дело из резервной копии'));
  expect(backend.calls).toEqual(['restoreChosen', 'restoreChosen']);
});

test('a backup by a double click is the chosen one where nothing is kept', async () => {
  await openAt('', { started: { state: 'fresh' }, state: {}, handed: 'backup' });
  expect(heading()).toBe('Восстановите дело из резервной копии');
  await screen.findByText('Выбран файл: qonys-2026-11-22.age');
});

test('a backup by a double click replaces nothing that is kept', async () => {
  const backend = await openAt('#/papers');
  backend.handed = 'backup';
  backend.startAgain();
  await screen.findByText('Вы открыли резервную копию.');
  expect(location.hash).toBe('#/safe');
  await waitFor(() => expect(backend.handed).toBeNull());
  await expectNoBarriers();
});

test('a law pack by a double click is offered at once', async () => {
  await openAt('#/papers', { handed: 'law_pack' });
  await screen.findByText(/Этот пакет законов новее/);
  expect(location.hash).toBe('#/safe');
});

test('an answer that the disk does not take stays, and is saved when it can be', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  backend.disk = { code: 'vault.disk_full', args: { file: 'state' }, field: null };
  const field = screen.getByRole('textbox', { name: /населённом пункте/ });
  await fireEvent.input(field, { target: { value: 'Омск' } });
  await press('Дальше');
  await screen.findByText(/Ответ остался на экране/);
  expect(field).toHaveProperty('value', 'Омск');
  await press('Сохранить сейчас');
  expect(screen.getByText(/Ответ остался на экране/)).toBeTruthy();
  expect(backend.state.answers).toEqual({});
  await press('Заблокировать');
  expect(heading()).toMatch(/населённом пункте/);
  backend.disk = null;
  await press('Сохранить сейчас');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(backend.state.answers['applicant.birth_place']).toMatchObject({ text: 'Омск' });
  expect(field).toHaveProperty('value', 'Омск');
});

test('a window with an answer that waits asks before it closes', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  expect(backend.close()).toBe(true);
  backend.disk = { code: 'vault.disk_full', args: { file: 'state' }, field: null };
  await fireEvent.input(screen.getByRole('textbox', { name: /населённом пункте/ }), {
    target: { value: 'Омск' },
  });
  await press('Дальше');
  await screen.findByText(/Не закрывайте окно/);
  await waitFor(() => expect(backend.waiting).toBe(true));
  expect(screen.queryByRole('button', { name: 'Всё равно закрыть' })).toBeNull();
  expect(backend.close()).toBe(false);
  await screen.findByText(/Окно не закрылось/);
  await expectNoBarriers();
  await press('Всё равно закрыть');
  expect(backend.calls).toContain('closeAnyway');
  // The disk has room again: nothing waits, and nothing is asked.
  backend.disk = null;
  await press('Сохранить сейчас');
  await waitFor(() => expect(backend.close()).toBe(true));
});

test('an answer that waits is never given to another application', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  backend.disk = { code: 'vault.folder_gone', args: {}, field: null };
  const field = screen.getByRole('textbox', { name: /населённом пункте/ });
  await fireEvent.input(field, { target: { value: 'Омск' } });
  await press('Дальше');
  await screen.findByText(/Ответ остался на экране/);
  await fireEvent.click(screen.getByRole('link', { name: 'Семьи и заявления' }));
  await waitFor(() => expect(heading()).toBe('Семьи и заявления'));
  const before = backend.calls.length;
  await press('Добавить заявление: Семья 1');
  await press('Добавить заявление');
  await screen.findAllByText(/Папка с делом исчезла/);
  expect(backend.calls.slice(before).join()).not.toContain('createApplication');
  backend.disk = null;
  await press('Добавить заявление');
  await waitFor(() => expect(backend.calls.at(-1)).toBe('createApplication household-1 '));
  expect(backend.calls.at(-2)).toContain('answer applicant.birth_place');
});

test('damaged saves are told', async () => {
  const backend = await openAt('', { started: { state: 'needs_passphrase', why: 'key_lost' } });
  backend.lost = 2;
  await type('Парольная фраза или код восстановления', 'right');
  await press('Открыть');
  await screen.findByText(/Повреждены 2 последних сохранения/);
});

test.each(['families', 'scans', 'safe'])('axe finds no barrier at #/%s', async (name) => {
  await openAt(`#/${name}`);
  await expectNoBarriers();
});

test('a newer law is offered with what it changes, and taken only after a click', async () => {
  const backend = await openAt('#/safe');
  await screen.findByText('Законы на 22 ноября 2026 года.');
  await press('Открыть новый пакет законов…');
  await screen.findByText('Законы 2027 года (придуманные).');
  const changes = screen.getByRole('region', { name: 'Заявление 1' });
  expect(changes.textContent).toContain('было: сумма не известна');
  expect(changes.textContent).toContain('станет: 30 000,00 ₸');
  expect(backend.calls).toEqual([]);
  await expectNoBarriers();
  await press('Использовать этот пакет законов');
  await waitFor(() => expect(backend.calls).toEqual(['takeOfferedLaw']));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Заявление 1' })).toBeNull());
  expect(screen.getByText('Законы 2027 года (придуманные).')).toBeTruthy();
});

test('with several families what a newer law changes is told with the name of the family', async () => {
  await openAt('#/safe', {
    prepare: (backend) =>
      backend.families.push({
        id: 'household-9',
        name: 'Ахметовы',
        applications: [],
        attachments: [],
      }),
  });
  await press('Открыть новый пакет законов…');
  await screen.findByRole('region', { name: 'Заявление 1, Семья 1' });
});

test('a law pack that cannot be used says why, and the law stays', async () => {
  const backend = await openAt('#/safe');
  backend.newer = { code: 'law_pack_wrong_signature', args: {}, field: null };
  await press('Открыть новый пакет законов…');
  await screen.findByText(/Подпись пакета законов неверна/);
  expect(screen.getByText('Законы на 22 ноября 2026 года.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Использовать этот пакет законов' })).toBeNull();
});

test('a backup made while an answer waits says that the answer is not in it', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  backend.disk = { code: 'vault.folder_gone', args: {}, field: null };
  await fireEvent.input(screen.getByRole('textbox', { name: /населённом пункте/ }), {
    target: { value: 'Омск' },
  });
  await press('Дальше');
  await screen.findByText(/Ответ остался на экране/);
  location.hash = '#/safe';
  await waitFor(() => expect(heading()).toBe('Сохранность дела'));
  for (const label of ['Парольная фраза копии', 'Повторите парольную фразу копии']) {
    await fireEvent.input(screen.getByLabelText(label), { target: { value: 'ескі алма ағашы' } });
  }
  await press('Выбрать папку и сделать копию');
  await screen.findByText(/нет ответов, которые ещё не удалось сохранить/);
});
