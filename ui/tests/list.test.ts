import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import type { MockBackend } from '../src/lib/backend/mock/mock.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

test('a record is added, filled and listed', async () => {
  const backend = await openAt('#/list/child', { state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Добавить ребёнка' }));
  await waitFor(() => expect(heading()).toBe('Ребёнок № 1'));
  await fireEvent.input(screen.getByLabelText('Фамилия, имя, отчество'), {
    target: { value: 'Иванова Айгүл' },
  });
  await fireEvent.click(screen.getByRole('checkbox', { name: /^Пока не знаю ?: Дата рождения$/ }));
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить запись' }));
  await waitFor(() => expect(heading()).toBe('Дети'));
  expect(screen.getByRole('heading', { level: 2, name: 'Иванова Айгүл' })).toBeTruthy();
  expect(backend.calls).toEqual([
    'answer child/1.full_name {"kind":"text","text":"Иванова Айгүл","kk":null,"ru":null}',
    'answer child/1.birth_date {"kind":"not_known_yet"}',
  ]);
});

test('a removed record can be brought back', async () => {
  await openAt('#/list/child');
  await fireEvent.click(screen.getByRole('button', { name: /^Удалить ?: Иванова Айгүл$/ }));
  await waitFor(() =>
    expect(screen.queryByRole('heading', { level: 2, name: 'Иванова Айгүл' })).toBeNull(),
  );
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe('Удалено: Иванова Айгүл'),
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Вернуть удалённое' }));
  await screen.findByRole('heading', { level: 2, name: 'Иванова Айгүл' });
});

test('an empty list is closed with its own words and goes on', async () => {
  const backend = await openAt('#/list/child', { state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Детей нет' }));
  await waitFor(() => expect(heading()).toBe('Проверьте ответы: Семья'));
  expect(backend.state.complete).toBe(true);
});

test('a record that is left without any answer was never added, and what was said of the list stands', async () => {
  const backend = await openAt('#/list/child', { state: { complete: true } });
  const before = [...backend.state.children];
  await fireEvent.click(screen.getByRole('button', { name: 'Добавить ребёнка' }));
  await waitFor(() => expect(heading()).toMatch(/^Ребёнок № /));
  expect(backend.state.complete).toBe(false);
  await fireEvent.click(screen.getByRole('link', { name: 'Вернуться к списку' }));
  await waitFor(() => expect(heading()).toBe('Дети'));
  expect(backend.state.children).toEqual(before);
  expect(backend.state.complete).toBe(true);
});

test('a record that is saved without any answer is not added either, and that is said', async () => {
  const backend = await openAt('#/list/child', { state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Добавить ребёнка' }));
  await waitFor(() => expect(heading()).toBe('Ребёнок № 1'));
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить запись' }));
  await waitFor(() => expect(heading()).toBe('Дети'));
  expect(backend.state.children).toEqual([]);
  expect(screen.getByRole('status').textContent).toContain('Ничего не введено');
});

test('a refused field of a record is named by the summary, and the others are saved', async () => {
  const backend = await openAt('#/list/child/1');
  await fireEvent.input(screen.getByLabelText('День'), { target: { value: '32' } });
  await fireEvent.click(screen.getByRole('radio', { name: 'Да' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить запись' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Такой даты нет: 32.6.2015');
  expect(screen.getByLabelText('День')).toHaveProperty('value', '32');
  expect(backend.state.answers['child/1.with_you']).toEqual({ kind: 'word', value: 'yes' });
});

/** A family of two applications; the other one names a child and its applicant. */
function withFamily(backend: MockBackend): void {
  const [family] = backend.families;
  family?.applications.push({ id: 'application-3', name: 'Ерлан', open: false });
  backend.persons['child'] = [
    {
      application: 'application-3',
      record: 'child-1',
      name: 'Ким Дана',
      born: { iso: '2019-06-01', text: '1 июня 2019 г.' },
    },
    { application: 'application-3', record: 'child-2', name: 'Ким Олег', born: null },
  ];
}

const DANA = 'Взять из «Ерлан»: Ким Дана, дата рождения: 1 июня 2019 г.';
const OLEG = 'Взять из «Ерлан»: Ким Олег';

test('whom another application names is taken over by one click, and one undo takes it back', async () => {
  const backend = await openAt('#/list/child', { state: {}, prepare: withFamily });
  const button = await screen.findByRole('button', { name: DANA });
  expect(screen.getByRole('button', { name: OLEG })).toBeTruthy();
  expect(backend.state.children).toEqual([]);
  await expectNoBarriers();
  await fireEvent.click(button);
  await screen.findByRole('heading', { level: 2, name: 'Ким Дана' });
  expect(backend.calls).toEqual(['takeFamilyPerson child application-3 child-1']);
  await waitFor(() => expect(screen.queryByRole('button', { name: DANA })).toBeNull());
  expect(screen.getByRole('button', { name: OLEG })).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Проверить запись' });
  expect(link.getAttribute('href')).toBe('#/list/child/1');
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain('Перенесено: Ким Дана.'),
  );
  await expectNoBarriers();
  await fireEvent.click(screen.getByRole('button', { name: 'Отменить' }));
  await waitFor(() =>
    expect(screen.queryByRole('heading', { level: 2, name: 'Ким Дана' })).toBeNull(),
  );
  await screen.findByRole('button', { name: DANA });
  expect(screen.queryByRole('link', { name: 'Проверить запись' })).toBeNull();
});

test('an undo is offered no more once something else was changed', async () => {
  await openAt('#/list/child', { prepare: withFamily });
  await fireEvent.click(await screen.findByRole('button', { name: OLEG }));
  await screen.findByRole('button', { name: 'Отменить' });
  await fireEvent.click(screen.getByRole('button', { name: /^Удалить ?: Иванова Айгүл$/ }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Отменить' })).toBeNull());
});

test('a list that is complete and a family of one application offer nobody', async () => {
  await openAt('#/list/child', { state: { complete: true }, prepare: withFamily });
  expect(screen.queryByRole('button', { name: DANA })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Снова открыть список' }));
  await screen.findByRole('button', { name: DANA });
  cleanup();
  await openAt('#/list/child', {
    state: {},
    prepare: (backend) => {
      withFamily(backend);
      backend.families[0]?.applications.pop();
    },
  });
  expect(screen.queryByRole('button', { name: DANA })).toBeNull();
});

test.each(['#/list/child', '#/list/child/1', '#/check/family'])(
  'axe finds no barrier at %s',
  async (hash) => {
    await openAt(hash);
    await expectNoBarriers();
  },
);
