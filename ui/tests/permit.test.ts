import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { HALFWAY } from '../src/lib/backend/mock/mock.ts';
import { expectNoBarriers, openAt } from './page.ts';

const IN_DANGER = {
  ...HALFWAY,
  permit: { kept: 'no' as const, kept_text: 'Разрешение под угрозой' },
};

test('who holds the permit reads what it asks for and the grounds, and nothing of the way to it', async () => {
  await openAt('#/answer', { state: IN_DANGER });
  const main = within(screen.getByRole('main'));
  expect(main.getByText('Разрешение под угрозой')).toBeTruthy();
  expect(
    main.getByRole('heading', { name: 'Основания для аннулирования разрешения' }),
  ).toBeTruthy();
  expect(main.queryByRole('heading', { name: 'Основания для отказа' })).toBeNull();
  expect(main.queryByText('Показать сравнение')).toBeNull();
  expect(main.queryByLabelText('Год')).toBeNull();
  await expectNoBarriers();
});

test.each(['#/', '#/after'])('the page %s says how the permit stands', async (page) => {
  await openAt(page, { state: IN_DANGER });
  const main = within(screen.getByRole('main'));
  expect(main.getByText('Разрешение под угрозой')).toBeTruthy();
  const rail = screen.getByRole('link', { name: /Ваш ответ/ });
  expect(rail.textContent).toContain('Разрешение под угрозой');
  await expectNoBarriers();
});

test.each([
  [null, true],
  [IN_DANGER.permit, false],
])(
  'with the permit %o all papers of an application are offered at once: %s',
  async (permit, all) => {
    await openAt('#/papers', { state: { ...HALFWAY, permit } });
    const heading = screen.queryByText('Сохранить все нужные бумаги');
    expect(heading !== null).toBe(all);
  },
);
