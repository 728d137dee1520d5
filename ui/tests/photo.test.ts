import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { expectNoBarriers, openAt } from './page.ts';

test('a photo is cut by keyboard and numbers, and goes onto the sheet', async () => {
  const backend = await openAt('#/photo');
  expect(screen.getByText('В деле пока нет фотографии.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Выбрать изображение' }));
  const frame = await screen.findByRole('button', { name: 'Рамка 35 × 45 мм' });
  await expectNoBarriers();
  await fireEvent.change(screen.getByLabelText('Ширина, пикселей'), { target: { value: '406' } });
  expect(await screen.findByText(/Этого мало: нужно не меньше 413 × 531/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Вырезать фотографию' })).toHaveProperty(
    'disabled',
    true,
  );
  await fireEvent.change(screen.getByLabelText('Ширина, пикселей'), { target: { value: '700' } });
  await fireEvent.keyDown(frame, { key: 'ArrowRight' });
  await fireEvent.click(screen.getByRole('button', { name: 'Вырезать фотографию' }));
  expect(await screen.findByRole('img', { name: 'Вырезанная фотография' })).toBeTruthy();
  expect(backend.calls).toContain('cutPhoto {"x":7,"y":0,"width":700,"height":900}');
  await fireEvent.click(screen.getByRole('button', { name: 'Сохранить фотографию и лист' }));
  await screen.findByText('photo_sheet_10x15cm.pdf');
});

test('a paragraph of one’s own takes the place of the composed one, and back', async () => {
  const backend = await openAt('#/papers');
  const card = await screen.findByRole('region', { name: 'Титульный лист' });
  await fireEvent.click(within(card).getByRole('button', { name: /^Изменить текст.*На русском$/ }));
  const field = await within(card).findByRole('textbox', { name: /^Абзац 1/ });
  expect(field).toHaveProperty('value', 'Я родился в Омске.');
  await fireEvent.input(field, { target: { value: 'Родился в Омске, вырос в Таре.' } });
  await fireEvent.click(within(card).getByRole('button', { name: /^Сохранить текст/ }));
  await within(card).findByText('(ваш собственный текст)');
  expect(backend.calls).toContain('ownText cover_sheet life ru Родился в Омске, вырос в Таре.');
  await fireEvent.click(within(card).getByRole('button', { name: /^Вернуть составленный текст/ }));
  await within(card).findByText('(составлен из ваших ответов)');
  await waitFor(() =>
    expect(within(card).getByRole('textbox', { name: /^Абзац 1/ })).toHaveProperty(
      'value',
      'Я родился в Омске.',
    ),
  );
});

test('a saved paper is printed where there is a printer, and else no button says so', async () => {
  const backend = await openAt('#/papers');
  const card = await screen.findByRole('region', { name: 'Титульный лист' });
  await fireEvent.click(
    within(card).getByRole('button', { name: /^Сохранить ?: .*На казахском$/ }),
  );
  await within(card).findByText('cover_sheet-kk.pdf');
  expect(within(card).queryByRole('button', { name: /^Напечатать/ })).toBeNull();
  backend.known = ['Office_HP', 'Hall'];
  const other = await screen.findByRole('region', { name: 'Заявление-анкета' });
  await fireEvent.click(
    within(other).getByRole('button', { name: /^Сохранить ?: .*На казахском$/ }),
  );
  await fireEvent.change(await within(other).findByLabelText('Принтер'), {
    target: { value: 'Hall' },
  });
  await fireEvent.click(within(other).getByRole('button', { name: /^Напечатать/ }));
  await within(other).findByText('Отправлено на принтер Hall.');
  expect(backend.calls.at(-1)).toBe('printSaved questionnaire-kk.pdf Hall');
});
