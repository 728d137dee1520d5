import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';

import { FLAT } from '../src/lib/backend/mock/office.ts';
import type { MockBackend } from '../src/lib/backend/mock/mock.ts';
import type { BlankBoxInput } from '../src/lib/backend/desk.ts';
import { openAt } from './page.ts';

/** The sheet lies at 10, 20 on the screen; a millimetre of the page is four pixels wide and high. */
const LEFT = 10;
const TOP = 20;
const PIXELS = 4;

interface Desk {
  backend: MockBackend;
  sheet: HTMLElement;
}

async function desk(): Promise<Desk> {
  const backend = await openAt('#/blanks');
  backend.offered = FLAT;
  await fireEvent.click(screen.getByRole('button', { name: 'Выбрать бланк' }));
  await screen.findByRole('heading', { name: 'Поля на странице' });
  const sheet = screen.getByRole('group', { name: 'Страница 1' });
  const [page] = FLAT.blank.pages;
  if (!page) throw new Error('the blank has a page');
  vi.spyOn(sheet, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(LEFT, TOP, (page.width / 1000) * PIXELS, (page.height / 1000) * PIXELS),
  );
  return { backend, sheet };
}

/** The mouse at a place of the page, in millimetres. */
function at(x: number, y: number) {
  return { button: 0, pointerId: 1, clientX: LEFT + x * PIXELS, clientY: TOP + y * PIXELS };
}

/** Presses at the first place, goes by the others, lets go at the last. */
async function drag(target: Element, ...places: [number, number][]) {
  const [first = [0, 0]] = places;
  const last = places.at(-1) ?? first;
  await fireEvent.pointerDown(target, at(...first));
  for (const place of places.slice(1)) await fireEvent.pointerMove(target, at(...place));
  await fireEvent.pointerUp(target, at(...last));
}

async function save() {
  const form = await screen.findByRole('form', { name: 'Поле' });
  await fireEvent.change(within(form).getByLabelText('Что здесь пишется?'), {
    target: { value: 'names.surname' },
  });
  await fireEvent.click(within(form).getByRole('button', { name: 'Сохранить поле' }));
  return screen.findByRole('button', { name: 'Поле: Фамилия' });
}

function puts(backend: MockBackend): BlankBoxInput[] {
  return backend.calls
    .filter((call) => call.startsWith('putBlankBox '))
    .map((call) => JSON.parse(call.slice('putBlankBox '.length)) as BlankBoxInput);
}

async function snapping(on: boolean) {
  const choice = screen.getByRole<HTMLInputElement>('checkbox', { name: /лини/ });
  if (choice.checked !== on) await fireEvent.click(choice);
}

test('the mouse draws a box, and only a button of the left hand does', async () => {
  const { backend, sheet } = await desk();
  await snapping(false);
  await fireEvent.pointerDown(sheet, { ...at(20, 200), button: 2 });
  await fireEvent.pointerUp(sheet, { ...at(80, 210), button: 2 });
  expect(screen.queryByRole('form', { name: 'Поле' })).toBeNull();
  // From the lower right to the upper left: the box is the same.
  await drag(sheet, [80, 210], [50, 205], [20, 200]);
  await save();
  expect(puts(backend)[0]).toMatchObject({
    page: 1,
    x: 20_000,
    y: 200_000,
    width: 60_000,
    height: 10_000,
  });
});

test('a box is moved and resized by the mouse, and stays on the page', async () => {
  const { backend, sheet } = await desk();
  await snapping(false);
  await drag(sheet, [20, 200], [80, 210]);
  const box = await save();
  await drag(box, [30, 205], [35, 208], [41, 212]);
  await waitFor(() => expect(puts(backend)).toHaveLength(2));
  expect(puts(backend)[1]).toMatchObject({ x: 31_000, y: 207_000, width: 60_000, height: 10_000 });
  const chosen = await screen.findByRole('button', { name: 'Поле: Фамилия' });
  const corner = chosen.querySelector('[data-corner]');
  if (!corner) throw new Error('a chosen box has a corner');
  await drag(corner, [91, 217], [101, 222]);
  await waitFor(() => expect(puts(backend)).toHaveLength(3));
  expect(puts(backend)[2]).toMatchObject({ x: 31_000, y: 207_000, width: 70_000, height: 15_000 });
  await drag(await screen.findByRole('button', { name: 'Поле: Фамилия' }), [40, 210], [400, 210]);
  await waitFor(() => expect(puts(backend)).toHaveLength(4));
  const [page] = FLAT.blank.pages;
  expect((puts(backend)[3]?.x ?? 0) + 70_000).toBe(page?.width);
});

test('a box drawn near to ruled lines lies on them, and a click takes the whole cell', async () => {
  const { backend, sheet } = await desk();
  await snapping(true);
  const [cell] = FLAT.ruled;
  if (!cell) throw new Error('the blank has ruled places');
  const [x, y] = [cell.x / 1000, cell.y / 1000];
  const [right, bottom] = [x + cell.width / 1000, y + cell.height / 1000];
  await drag(sheet, [x + 1, y - 1], [right - 1.5, bottom + 1]);
  await save();
  const place = { page: 1, x: cell.x, y: cell.y, width: cell.width, height: cell.height };
  expect(puts(backend)[0]).toMatchObject(place);
  await fireEvent.keyDown(screen.getByRole('button', { name: 'Поле: Фамилия' }), { key: 'Delete' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Поле: Фамилия' })).toBeNull());
  await drag(sheet, [x + 5, y + 2]);
  await save();
  expect(puts(backend)[1]).toMatchObject(place);
});
