import { expect, test } from 'vitest';

import type { RuledPlaceView } from '../src/lib/backend/desk.ts';
import {
  freePlace,
  inside,
  ruledAt,
  snapped,
  snappedCorner,
} from '../src/screens/blank/geometry.ts';
import { framed, grown, keyed } from '../src/screens/photo/crop.ts';

const page = {
  width: 210_000,
  height: 297_000,
  turned: 0,
  offset_x: 0,
  offset_y: 0,
  size_assumed: false,
};
const cell = (x: number, y: number, width: number, height: number): RuledPlaceView => ({
  page: 1,
  x,
  y,
  width,
  height,
  kind: 'cell',
  cells: null,
});
const ruled = [cell(20_000, 30_000, 100_000, 10_000), cell(30_000, 32_000, 10_000, 6_000)];

test('edges near a ruled line are drawn to it, others stay', () => {
  const drawn = { page: 1, x: 21_500, y: 28_600, width: 97_000, height: 11_000 };
  expect(snapped(drawn, ruled)).toEqual({
    page: 1,
    x: 20_000,
    y: 30_000,
    width: 100_000,
    height: 10_000,
  });
  const far = { page: 1, x: 60_000, y: 100_000, width: 20_000, height: 8_000 };
  expect(snapped(far, ruled)).toEqual(far);
  expect(snapped({ ...drawn, page: 2 }, ruled)).toEqual({ ...drawn, page: 2 });
});

test('a box that is moved keeps its size', () => {
  const place = { page: 1, x: 19_000, y: 31_000, width: 50_000, height: 7_000 };
  expect(snappedCorner(place, ruled)).toMatchObject({ x: 20_000, width: 50_000, height: 7_000 });
});

test('a click takes the smallest ruled place around it', () => {
  expect(ruledAt(1, { x: 35_000, y: 35_000 }, ruled)).toBe(ruled[1]);
  expect(ruledAt(1, { x: 90_000, y: 35_000 }, ruled)).toBe(ruled[0]);
  expect(ruledAt(1, { x: 150_000, y: 35_000 }, ruled)).toBeNull();
});

test('no box leaves its page', () => {
  const place = { page: 1, x: 205_000, y: -3_000, width: 50_000, height: 500 };
  expect(inside(place, page)).toEqual({
    page: 1,
    x: 160_000,
    y: 0,
    width: 50_000,
    height: 2_000,
  });
});

test('a new box by keyboard lies over no other', () => {
  const first = freePlace(1, page, [], []);
  expect(freePlace(1, page, [], [first]).y).toBeGreaterThanOrEqual(first.y + first.height);
});

test('the frame of the photo is always exactly 7 to 9 and inside the picture', () => {
  const picture = { width: 1000, height: 900 };
  for (const [x, y, width] of [
    [0, 0, 413],
    [900, 800, 500],
    [-50, 10, 5000],
    [10, 10, 1],
  ] as const) {
    const crop = framed(x, y, width, picture);
    expect(crop.width * 9).toBe(crop.height * 7);
    expect(crop.x).toBeGreaterThanOrEqual(0);
    expect(crop.x + crop.width).toBeLessThanOrEqual(picture.width);
    expect(crop.y + crop.height).toBeLessThanOrEqual(picture.height);
  }
});

test('keys move and resize the frame, others do nothing', () => {
  const picture = { width: 1000, height: 900 };
  const crop = framed(300, 200, 420, picture);
  const key = (name: string, shiftKey = false) =>
    keyed(crop, new KeyboardEvent('keydown', { key: name, shiftKey }), picture);
  expect(key('ArrowRight')).toEqual({ ...crop, x: 305 });
  expect(key('ArrowUp', true)).toEqual({ ...crop, y: 175 });
  expect(key('+')?.width).toBe(427);
  expect(grown(crop, -1, picture).width).toBe(413);
  expect(key('Tab')).toBeNull();
});
