import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { expectNoBarriers, heading, openAt } from './page.ts';

const next = () => fireEvent.click(screen.getByRole('button', { name: 'Дальше' }));

test('a choice is a group of radio cards named by the question', async () => {
  const backend = await openAt('#/question/applicant.status', { state: {} });
  const group = screen.getByRole('group', { name: 'Есть ли у вас гражданство какой-либо страны?' });
  expect(within(group).getAllByRole('radio')).toHaveLength(2);
  await fireEvent.click(screen.getByRole('radio', { name: 'Лицо без гражданства' }));
  await next();
  await waitFor(() => expect(heading()).toBe('Когда вы родились?'));
  expect(backend.calls).toContain('answer applicant.status {"kind":"word","value":"stateless"}');
});

test('yes and no are radio cards', async () => {
  const backend = await openAt('#/question/applicant.ethnic_kazakh', { state: {} });
  await fireEvent.click(screen.getByRole('radio', { name: 'Нет' }));
  await next();
  await waitFor(() =>
    expect(backend.calls).toContain('answer applicant.ethnic_kazakh {"kind":"word","value":"no"}'),
  );
});

test('a country is chosen from a list in the order of the language', async () => {
  await openAt('#/question/applicant.citizenship', {
    state: { answers: { 'applicant.status': { kind: 'word', value: 'citizen' } } },
  });
  const list = screen.getByRole('combobox', { name: 'Гражданином какой страны вы являетесь?' });
  const names = within(list)
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(names).toEqual([
    'Выберите страну',
    'Германия',
    'Казахстан',
    'Кыргызстан',
    'Россия',
    'Узбекистан',
  ]);
});

test('free text has twins in Kazakh and Russian', async () => {
  const backend = await openAt('#/question/applicant.birth_place', { state: {} });
  await fireEvent.input(screen.getByRole('textbox', { name: /В каком населённом пункте/ }), {
    target: { value: 'Омск' },
  });
  await fireEvent.input(screen.getByLabelText(/^На казахском ?: Место рождения$/), {
    target: { value: 'Омбы' },
  });
  await next();
  await waitFor(() =>
    expect(backend.calls).toContain(
      'answer applicant.birth_place {"kind":"text","text":"Омск","kk":"Омбы","ru":null}',
    ),
  );
});

test('a refused name stays as it was typed, and the words stand twice', async () => {
  await openAt('#/question/names.surname_latin', { state: {} });
  const field = screen.getByLabelText('Как ваша фамилия написана в паспорте латиницей?');
  await fireEvent.input(field, { target: { value: 'IVANOVЯ' } });
  await next();
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('этот знак другой: «Я»');
  expect(document.activeElement).toBe(summary);
  expect(document.title).toMatch(/^Ошибка: /);
  expect(field).toHaveProperty('value', 'IVANOVЯ');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(
    'этот знак другой: «Я»',
  );
  await fireEvent.click(within(summary).getByRole('link'));
  expect(document.activeElement).toBe(field);
});

test('digits say how many they are, and may stay away where they are optional', async () => {
  const backend = await openAt('#/question/applicant.iin');
  const field = screen.getByLabelText(/индивидуальный идентификационный номер/);
  await fireEvent.input(field, { target: { value: '123' } });
  await next();
  expect((await screen.findByRole('alert')).textContent).toContain('Нужно: 12');
  await fireEvent.input(field, { target: { value: '' } });
  await next();
  await waitFor(() => expect(heading()).toBe('Проверьте ответы: Вы'));
  expect(backend.calls.at(-1)).toBe('answer applicant.iin {"kind":"empty"}');
});

test('a question that may stay empty is not asked again from the answers to check', async () => {
  await openAt('#/check/you');
  expect(screen.queryByRole('link', { name: 'К следующему вопросу' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Следующий раздел: Паспорт и имена' })).toBeTruthy();
});

test('a number is typed into a plain field', async () => {
  const backend = await openAt('#/question/work.years');
  await fireEvent.input(screen.getByLabelText(/трудовой стаж/), { target: { value: '12' } });
  await next();
  await waitFor(() =>
    expect(backend.calls).toContain('answer work.years {"kind":"word","value":"12"}'),
  );
});

test('an answer that must be is asked for before anything is sent', async () => {
  const backend = await openAt('#/question/applicant.ethnic_kazakh', { state: {} });
  await next();
  expect((await screen.findByRole('alert')).textContent).toContain('Ничего не выбрано');
  expect(backend.calls).toEqual([]);
});

test('I do not know yet is an answer', async () => {
  const backend = await openAt('#/question/applicant.ethnic_kazakh', { state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Пока не знаю' }));
  await waitFor(() =>
    expect(backend.calls).toContain('answer applicant.ethnic_kazakh {"kind":"not_known_yet"}'),
  );
});

test('back shows the page before and deletes nothing', async () => {
  const backend = await openAt('#/question/applicant.citizenship');
  await fireEvent.click(screen.getByRole('link', { name: 'Назад' }));
  location.hash = screen.getByRole('link', { name: 'Назад' }).getAttribute('href') ?? '';
  await fireEvent(window, new HashChangeEvent('hashchange'));
  await waitFor(() => expect(heading()).toBe('Есть ли у вас гражданство какой-либо страны?'));
  expect(backend.calls).toEqual([]);
  expect(screen.getByRole('radio', { name: /Гражданин иностранного/ })).toHaveProperty(
    'checked',
    true,
  );
});

test('a changed answer returns to the answers of the section', async () => {
  await openAt('#/question/applicant.birth_place/check');
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить и вернуться' }));
  await waitFor(() => expect(heading()).toBe('Проверьте ответы: Вы'));
});

test('a change that opens a question asks it on the way back', async () => {
  await openAt('#/question/applicant.status/check', {
    state: { answers: { 'applicant.status': { kind: 'word', value: 'stateless' } } },
  });
  await fireEvent.click(screen.getByRole('radio', { name: /Гражданин иностранного/ }));
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить и вернуться' }));
  await waitFor(() => expect(heading()).toBe('Гражданином какой страны вы являетесь?'));
});

test('a stale answer shows the latest case and says so', async () => {
  const backend = await openAt('#/question/applicant.ethnic_kazakh', { state: {} });
  backend.state.revision = 7;
  await fireEvent.click(screen.getByRole('radio', { name: 'Да' }));
  await next();
  expect((await screen.findByRole('alert')).textContent).toContain('изменились в другом месте');
  await next();
  await waitFor(() => expect(backend.state.revision).toBe(8));
});

test('why we ask names the source and opens it', async () => {
  const backend = await openAt('#/question/passport.expires');
  expect(screen.getByText('Почему мы спрашиваем').tagName).toBe('SUMMARY');
  await fireEvent.click(screen.getByRole('button', { name: /^Открыть источник: Приказ № 992/ }));
  expect(backend.calls.at(-1)).toMatch(/^openSource https:/);
});

test.each(['#/question/applicant.status', '#/question/passport.expires', '#/first-answer', '#/'])(
  'axe finds no barrier at %s',
  async (hash) => {
    await openAt(hash);
    await expectNoBarriers();
  },
);
