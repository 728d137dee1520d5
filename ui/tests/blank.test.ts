import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { FLAT } from '../src/lib/backend/mock/desk.ts';
import type { MockBackend } from '../src/lib/backend/mock/mock.ts';
import type { BlankBoxInput } from '../src/lib/backend/desk.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

async function chosen(flat: boolean): Promise<MockBackend> {
  const backend = await openAt('#/blanks');
  if (flat) backend.offered = FLAT;
  await fireEvent.click(screen.getByRole('button', { name: 'Выбрать бланк' }));
  await waitFor(() => expect(location.hash).toMatch(/^#\/blank\//));
  await screen.findByRole('heading', { name: 'Поля на странице' });
  return backend;
}

function puts(backend: MockBackend): BlankBoxInput[] {
  return backend.calls
    .filter((call) => call.startsWith('putBlankBox '))
    .map((call) => JSON.parse(call.slice('putBlankBox '.length)) as BlankBoxInput);
}

function addBox() {
  return fireEvent.click(screen.getByRole('button', { name: /^Добавить поле на эту страницу/ }));
}

async function saveBox(fact: string, y?: string) {
  const form = await screen.findByRole('form', { name: 'Поле' });
  await fireEvent.change(within(form).getByLabelText('Что здесь пишется?'), {
    target: { value: fact },
  });
  if (y !== undefined) {
    await fireEvent.input(within(form).getByLabelText('Сверху, мм'), { target: { value: y } });
  }
  await fireEvent.click(within(form).getByRole('button', { name: 'Сохранить поле' }));
}

test('a blank is chosen, kept and found again', async () => {
  const backend = await chosen(false);
  expect(heading()).toBe('Бланк самого учреждения');
  expect(backend.calls).toContain('chooseBlank ru');
  expect(screen.getByText(/PDF с полями для заполнения/)).toBeTruthy();
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('link', { name: 'К списку бланков' }));
  expect(await screen.findByRole('link', { name: 'Анкета' })).toBeTruthy();
});

test('what is not on the filled blank is said when one looks at it and when it is saved', async () => {
  const backend = await chosen(false);
  backend.warnings = ['Список «Дети»: в бланк не попала 1 запись, для неё нет поля.'];
  for (const button of ['Посмотреть', 'Сохранить в файл']) {
    await fireEvent.click(screen.getByRole('button', { name: button }));
    const told = await screen.findByRole('alert');
    expect(told.textContent).toContain('Посмотрите, прежде чем подавать');
    expect(told.textContent).toContain('Список «Дети»');
    await fireEvent.click(screen.getByRole('radio', { name: /^Лист для проверки/ }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await fireEvent.click(screen.getByRole('radio', { name: 'Заполненный бланк' }));
  }
  await expectNoBarriers();
});

test('no choice in the dialog is said, and changes nothing', async () => {
  const backend = await openAt('#/blanks');
  backend.offered = null;
  await fireEvent.click(screen.getByRole('button', { name: 'Выбрать бланк' }));
  await screen.findByText('Ничего не выбрано.');
  expect(location.hash).toBe('#/blanks');
});

test('a suggestion is marked as one and is used only when it is accepted', async () => {
  const backend = await chosen(false);
  expect(screen.getByText('предложение: Фамилия')).toBeTruthy();
  expect(puts(backend)).toEqual([]);
  await fireEvent.click(screen.getByRole('button', { name: /^Принять ?: Фамилия$/ }));
  await waitFor(() => expect(screen.queryByText('предложение: Фамилия')).toBeNull());
  expect(puts(backend)[0]).toMatchObject({
    field: 'surname',
    fill: { kind: 'text', fact: 'names.surname', pitch: null },
  });
});

test('the options of the blank are matched with the answers by the person', async () => {
  const backend = await chosen(false);
  await fireEvent.click(screen.getByRole('button', { name: /^Выбрать ?: sex$/ }));
  const form = await screen.findByRole('form', { name: 'Поле бланка: sex' });
  await fireEvent.change(within(form).getByLabelText('Что здесь пишется?'), {
    target: { value: 'applicant.sex' },
  });
  await fireEvent.change(await within(form).findByLabelText('мужской'), {
    target: { value: 'M' },
  });
  await fireEvent.change(within(form).getByLabelText('женский'), { target: { value: 'F' } });
  await fireEvent.click(within(form).getByRole('button', { name: 'Сохранить поле' }));
  await waitFor(() => expect(puts(backend)).toHaveLength(1));
  const fill = puts(backend)[0]?.fill;
  expect(fill?.kind === 'states' && fill.states).toEqual([
    { option: 'male', state: 'M' },
    { option: 'female', state: 'F' },
  ]);
});

test('what is wrong with a scan is said', async () => {
  await chosen(true);
  expect(screen.getByText(/нет размера бумаги, поэтому взят A4/)).toBeTruthy();
});

test('a box is placed, chosen and moved by keyboard alone', async () => {
  const backend = await chosen(true);
  await fireEvent.click(
    screen.getByRole('button', { name: /^Добавить поле на эту страницу ?: Страница 1$/ }),
  );
  const form = await screen.findByRole('form', { name: 'Поле' });
  await fireEvent.click(within(form).getByRole('button', { name: 'Сохранить поле' }));
  expect((await within(form).findByRole('alert')).textContent).toContain('Сначала выберите');
  await within(form).findByText(/Это только предложение: на бланке написано «Фамилия»/);
  await fireEvent.change(within(form).getByLabelText('Что здесь пишется?'), {
    target: { value: 'names.surname' },
  });
  await fireEvent.click(within(form).getByRole('button', { name: 'Сохранить поле' }));
  const box = await screen.findByRole('button', { name: 'Поле: Фамилия' });
  expect(puts(backend)[0]).toMatchObject({ page: 1, x: 50_000, y: 50_000, label: 'Фамилия' });
  await fireEvent.keyDown(box, { key: 'ArrowDown' });
  await fireEvent.keyDown(box, { key: 'ArrowRight', shiftKey: true });
  await fireEvent.keyUp(box, { key: 'ArrowRight' });
  await waitFor(() => expect(puts(backend)).toHaveLength(2));
  expect(puts(backend)[1]).toMatchObject({ id: 'box-1', y: 51_000, width: 101_000 });
  await fireEvent.keyDown(await screen.findByRole('button', { name: 'Поле: Фамилия' }), {
    key: 'Delete',
  });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Поле: Фамилия' })).toBeNull());
});

test('a comb of the blank gives its cells, and a box over another is refused in words', async () => {
  const backend = await chosen(true);
  await addBox();
  await saveBox('names.surname');
  await screen.findByRole('button', { name: 'Поле: Фамилия' });
  await addBox();
  await saveBox('names.surname');
  await waitFor(() => expect(puts(backend)).toHaveLength(2));
  expect(puts(backend)[1]?.fill).toMatchObject({ kind: 'comb', cells: 12 });
  await addBox();
  await saveBox('applicant.birth_date', '51');
  await waitFor(() => expect(puts(backend)).toHaveLength(3));
  expect((await screen.findByRole('alert')).textContent).toContain('лежит поверх другого');
});

test('text only takes offsets in tenths of a millimetre, and four figures or none', async () => {
  const backend = await chosen(true);
  await fireEvent.click(screen.getByRole('radio', { name: /^Только ответы/ }));
  await fireEvent.input(screen.getByLabelText(/^Вправо/), { target: { value: '15' } });
  await fireEvent.input(screen.getByLabelText(/^A:/), { target: { value: '204' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Посмотреть' }));
  expect((await screen.findByRole('alert')).textContent).toContain('все четыре');
  for (const [label, value] of [
    [/^B:/, '198'],
    [/^C:/, '1500'],
    [/^D:/, '2001'],
  ] as const) {
    await fireEvent.input(screen.getByLabelText(label), { target: { value } });
  }
  await fireEvent.click(screen.getByRole('button', { name: 'Посмотреть' }));
  await waitFor(() =>
    expect(backend.calls.at(-1)).toBe(
      'blankPaper {"kind":"text_only","right":15,"down":0,"measured":{"left":204,"top":198,"across":1500,"down":2001}}',
    ),
  );
});

test('boxes of another blank are used only after the two were compared', async () => {
  const backend = await chosen(true);
  await fireEvent.click(screen.getByRole('button', { name: 'Взять из файла' }));
  await screen.findByText(/Эти поля относятся к другому бланку: «Анкета 2025/);
  await fireEvent.click(screen.getByRole('button', { name: /^Я сравнил/ }));
  await waitFor(() => expect(backend.calls).toContain('adoptBoxes'));
});

test('a blank leaves the case only when that is confirmed', async () => {
  const backend = await chosen(true);
  await fireEvent.click(screen.getByRole('button', { name: 'Убрать бланк из дела' }));
  expect(backend.calls).not.toContain('removeBlank');
  await fireEvent.click(screen.getByRole('button', { name: 'Да, убрать' }));
  await waitFor(() => expect(location.hash).toBe('#/blanks'));
  expect(backend.calls).toContain('removeBlank');
});
