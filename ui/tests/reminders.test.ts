import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { expectNoBarriers, heading, openAt } from './page.ts';

const STAY = 'Последний день права на пребывание';

/** The entry of a deadline on the page of dates. */
async function entry(title: string): Promise<HTMLElement> {
  const found = await screen.findByRole('heading', { level: 3, name: title });
  const item = found.closest('li');
  if (!item) throw new Error(`${title} stands in no list`);
  return item;
}
/** The page is fetched and drawn before the focus comes. */
const focused = (words: string) =>
  waitFor(() => expect(document.activeElement?.textContent).toBe(words), { timeout: 10_000 });
const button = (item: HTMLElement, name: RegExp) => within(item).getByRole('button', { name });

/** The days before the end of a stay. */
const group = () =>
  screen.getByRole('group', { name: new RegExp(`^За сколько дней ?: ${STAY}$`), hidden: true });

/** The switch of the background check. */
const turn = () => screen.findByRole('switch', { name: 'Напоминать, когда Qonys закрыт' });

test('a deadline is done, hidden and brought back', async () => {
  const backend = await openAt('#/dates');
  const item = await entry(STAY);
  expect(item.textContent).toContain('Дни напоминаний:');
  expect(item.textContent).toContain('Если пропустить:');
  await fireEvent.click(button(item, /^Сделано/));
  await waitFor(() => expect(screen.getByText('1 срок с отметкой')).toBeTruthy());
  expect(backend.calls).toEqual(['markDeadline stay_end {"kind":"done"}']);
  const marked = await entry(STAY);
  expect(marked.closest('details')).not.toBeNull();
  expect(marked.textContent).toContain('Отмечено как сделанное.');
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  await fireEvent.click(within(marked).getByText(/^Снять отметку/));
  await waitFor(() => expect(screen.queryByText('1 срок с отметкой')).toBeNull());
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Отметка снята.'));
});

test('a deadline is put off until a day, and a wrong day says why at its field', async () => {
  const backend = await openAt('#/dates');
  await fireEvent.click(button(await entry(STAY), /^Отложить/));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  const form = await entry(STAY);
  expect(form.textContent).toContain('Не позднее 9 января 2027 г.');
  await fireEvent.click(button(form, /^Сохранить день/));
  await within(form).findByText(/Дата введена не полностью/);
  expect(within(form).getByLabelText('День').getAttribute('aria-invalid')).toBe('true');
  await expectNoBarriers();
  for (const [label, value] of [
    ['День', '5'],
    ['Месяц', '1'],
    ['Год', '2027'],
  ] as const) {
    await fireEvent.input(within(form).getByLabelText(label), { target: { value } });
  }
  await fireEvent.click(button(form, /^Сохранить день/));
  await waitFor(async () => expect((await entry(STAY)).textContent).toContain('отложено'));
  expect(backend.calls.at(-1)).toContain('"until":{"day":"5","month":"1","year":"2027"}');
});

test('a click on a reminder leads to its deadline, and one that is gone says so', async () => {
  const backend = await openAt('#/safe');
  backend.click({ application: 'application-2', key: 'stay_end' });
  await focused(STAY);
  expect(location.hash).toBe('#/dates/stay_end');
  const item = await entry(STAY);
  expect(item.querySelector('details')?.open).toBe(true);
  location.hash = '#/dates/complaint';
  await screen.findByText(/Этого срока больше нет/);
});

test('a locked case goes to the deadline when it is opened', async () => {
  const backend = await openAt('', { started: { state: 'needs_passphrase', why: 'key_lost' } });
  backend.click({ application: 'application-2', key: 'stay_end' });
  expect(location.hash).not.toContain('stay_end');
  const field = screen.getByLabelText('Парольная фраза или код восстановления');
  await fireEvent.input(field, { target: { value: 'четыре яблока' } });
  await fireEvent.submit(field.closest('form') as HTMLFormElement);
  await focused(STAY);
});

test('other days ahead are chosen, and the usual ones come back', async () => {
  const backend = await openAt('#/reminders');
  expect(heading()).toBe('Напоминания');
  await fireEvent.click(within(group()).getByLabelText('За 60 дней'));
  await waitFor(() =>
    expect(backend.calls).toEqual(['chooseDaysBefore stay_end [30,14,7,3,1,60]']),
  );
  const back = await screen.findByText(/^Вернуть обычные дни/);
  await fireEvent.click(back);
  await waitFor(() => expect(backend.calls.at(-1)).toBe('chooseDaysBefore stay_end null'));
  await expectNoBarriers();
});

test('the switch says before what the file holds, and what is refused leaves it off', async () => {
  const backend = await openAt('#/reminders');
  expect(await turn()).toHaveProperty('checked', false);
  expect(document.body.textContent).toContain('/reminders/agenda.json');
  expect(screen.getByText(/"format": 1/)).toBeTruthy();
  backend.disk = { code: 'reminders_not_switched', args: {}, field: null };
  await fireEvent.click(await turn());
  expect((await screen.findByRole('alert')).textContent).toContain('она не включена');
  await waitFor(async () => expect(await turn()).toHaveProperty('checked', false));
  backend.disk = null;
  await fireEvent.click(await turn());
  await screen.findByText(/исчезнут и ежедневная проверка, и файл/);
  expect(backend.calls).toEqual(['switchBackground true', 'switchBackground true']);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('by which means the system looks is said where the reminders are on', async () => {
  const backend = await openAt('#/safe');
  backend.background.on = true;
  const look = async (means: 'daily' | 'login' | 'none', words: RegExp) => {
    backend.means = means;
    location.hash = '#/safe';
    await waitFor(() => expect(screen.queryByRole('switch')).toBeNull());
    location.hash = '#/reminders';
    await screen.findByText(words);
  };
  await look('daily', /каждый день в девять часов/);
  await look('login', /нет таймера systemd/);
  await expectNoBarriers();
  await look('none', /Проверку больше ничто не запускает/);
  backend.background.on = false;
  location.hash = '#/safe';
  await waitFor(() => expect(screen.queryByRole('switch')).toBeNull());
  location.hash = '#/reminders';
  await screen.findByText(/нет ни файла, ни ежедневной проверки/);
  expect(screen.queryByText(/Проверку больше ничто не запускает/)).toBeNull();
});

test('where the small program is missing there is no switch', async () => {
  const backend = await openAt('#/safe');
  backend.background.available = false;
  location.hash = '#/reminders';
  await screen.findByText(/нет программы qonys-remind/);
  expect(screen.queryByRole('switch')).toBeNull();
});

test('a calendar is saved without names unless one asks for them', async () => {
  const backend = await openAt('#/reminders');
  await fireEvent.click(screen.getByRole('button', { name: /сохранить календарь/ }));
  await screen.findByText('Календарь сохранён: qonys-5dc03b99.ics');
  await fireEvent.click(screen.getByLabelText(/Писать в названиях/));
  await fireEvent.click(screen.getByRole('button', { name: /сохранить календарь/ }));
  await waitFor(() => expect(backend.calls).toEqual(['saveCalendar false', 'saveCalendar true']));
});
