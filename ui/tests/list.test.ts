import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';

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

test('a refused field of a record is named by the summary, and the others are saved', async () => {
  const backend = await openAt('#/list/child/1');
  await fireEvent.input(screen.getByLabelText('День'), { target: { value: '32' } });
  await fireEvent.click(screen.getByRole('radio', { name: 'Да' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить запись' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Такой даты нет: 32.6.2015');
  expect(screen.getByLabelText('День')).toHaveProperty('value', '32');
  expect(backend.state.answers['child/1.with_you']).toEqual({ kind: 'word', value: 'yes' });
});

test.each(['#/list/child', '#/list/child/1', '#/check/family'])(
  'axe finds no barrier at %s',
  async (hash) => {
    await openAt(hash);
    await expectNoBarriers();
  },
);
