import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { expectNoBarriers, heading, openAt } from './page.ts';

test('the language changes everywhere and loses nothing that was typed', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  await fireEvent.input(screen.getByRole('textbox', { name: /населённом пункте/ }), {
    target: { value: 'Омск' },
  });
  const kazakh = screen.getByRole('button', { name: 'Қазақша' });
  expect(kazakh.getAttribute('lang')).toBe('kk');
  await fireEvent.click(kazakh);
  await waitFor(() => expect(heading()).toContain('Туған жеріңіз'));
  expect(document.documentElement.lang).toBe('kk');
  expect(document.title).toContain('Туған жеріңіз');
  expect(kazakh.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('textbox', { name: /Туған жеріңіз/ })).toHaveProperty('value', 'Омск');
  expect(backend.calls).toEqual(['setLanguage kk']);
});

test('the first start asks for the language in each language', async () => {
  await openAt('', { started: { state: 'fresh', language: null }, state: {} });
  expect(heading()).toMatch(/Тілді таңдаңыз\s*Выберите язык\s*Choose a language/);
  await fireEvent.click(screen.getByRole('button', { name: /^English/ }));
  await waitFor(() => expect(heading()).toContain('Qonys helps you'));
  await expectNoBarriers();
});

test('the recovery code is confirmed before one goes on', async () => {
  await openAt('', { started: { state: 'fresh' }, state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Начать' }));
  await waitFor(() => expect(heading()).toBe('Запишите код восстановления'));
  expect(document.body.textContent).toContain('7K3M-Q2XA-9TWB-0HND-5VPR-E4CJ-8YGS-1F6Z');
  await fireEvent.click(screen.getByRole('button', { name: 'Продолжить' }));
  await screen.findByRole('alert');
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Я записал(а) код' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Продолжить' }));
  await waitFor(() => expect(heading()).toBe('Есть ли у вас гражданство какой-либо страны?'));
  expect(document.body.textContent).not.toContain('7K3M');
});

test('without a keyring a passphrase is typed twice', async () => {
  const backend = await openAt('', { started: { state: 'fresh', keyring: false }, state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Начать' }));
  const first = await screen.findByLabelText('Парольная фраза');
  await fireEvent.input(first, { target: { value: 'четыре сухих яблока' } });
  await fireEvent.input(screen.getByLabelText('Повторите парольную фразу'), {
    target: { value: 'четыре сухих' },
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Создать дело' }));
  expect((await screen.findByRole('alert')).textContent).toContain('не совпадает');
  expect(backend.calls).toEqual([]);
});

test('a locked case says why and opens with the secret', async () => {
  await openAt('', { started: { state: 'needs_passphrase', why: 'key_lost' } });
  expect(document.body.textContent).toContain('В системе нет ключа от этого дела');
  const field = screen.getByLabelText('Парольная фраза или код восстановления');
  await fireEvent.input(field, { target: { value: 'wrong' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть' }));
  await screen.findByRole('alert');
  await fireEvent.input(field, { target: { value: 'right' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
});

test('the first check goes from question to question to a first answer', async () => {
  await openAt('', { state: {} });
  expect(screen.getByText('Первая проверка · осталось 3 вопроса')).toBeTruthy();
  for (const title of [/гражданство какой-либо/, /Когда вы родились/, /Вы казах/]) {
    await waitFor(() => expect(heading()).toMatch(title));
    await fireEvent.click(screen.getByRole('button', { name: 'Пока не знаю' }));
  }
  await waitFor(() => expect(heading()).toContain('Вы можете подать заявление'));
  expect(screen.getByRole('link', { name: 'Перейти к полному интервью' })).toBeTruthy();
});

test('the home lists the sections with their states in words', async () => {
  await openAt('#/');
  const section = screen.getByRole('main').querySelector('.tasks');
  expect(section?.textContent).toMatch(/Работа и средства\s*не начато/);
  const rail = screen.getByRole('navigation', { name: 'Разделы дела' });
  expect(within(rail).getByRole('link', { name: /^Документы ?, есть препятствие$/ })).toBeTruthy();
});

test('answers that are not used any more are listed, not dropped', async () => {
  await openAt('#/', {
    state: {
      answers: {
        'applicant.status': { kind: 'word', value: 'stateless' },
        'applicant.citizenship': { kind: 'word', value: 'RU' },
      },
    },
  });
  expect(screen.getByText('Не используется 1 ответ').tagName).toBe('SUMMARY');
  expect(screen.getByText('Россия')).toBeTruthy();
});

test('a paper is said to be in hand, and then its day is asked', async () => {
  const backend = await openAt('#/hand');
  const card = screen.getByRole('region', { name: 'Подтверждение платёжеспособности' });
  expect(within(card).queryByLabelText('День')).toBeNull();
  await fireEvent.click(within(card).getByRole('radio', { name: 'Да' }));
  await fireEvent.input(within(card).getByLabelText('День'), { target: { value: '1' } });
  await fireEvent.input(within(card).getByLabelText('Месяц'), { target: { value: '11' } });
  await fireEvent.input(within(card).getByLabelText('Год'), { target: { value: '2026' } });
  await fireEvent.click(
    within(card).getByRole('button', { name: 'Сохранить: Подтверждение платёжеспособности' }),
  );
  await waitFor(() =>
    expect(within(card).getByText('на руках, в день подачи действует')).toBeTruthy(),
  );
  expect(backend.calls).toHaveLength(2);
});

test.each(['you', 'names', 'family', 'work', 'documents', 'dates'])(
  'the answers of the section %s can be checked',
  async (section) => {
    await openAt(`#/check/${section}`);
    expect(heading()).toContain('Проверьте ответы');
    await expectNoBarriers();
  },
);
