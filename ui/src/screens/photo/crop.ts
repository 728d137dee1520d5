import type { PhotoCrop } from '../../lib/backend/desk.ts';

/** 35 and 45 mm have the ratio of these two: the frame is always exactly so many times as large. */
export const ACROSS = 7;
export const DOWN = 9;

type Size = { width: number; height: number };

const clamp = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(most, value)));

/** How many times 7 × 9 a frame of about this width is, at least once and inside the picture. */
function timesOf(width: number, picture: Size): number {
  const most = Math.min(Math.floor(picture.width / ACROSS), Math.floor(picture.height / DOWN));
  return clamp(width / ACROSS, 1, most);
}

/** The frame of this width at this place, moved into the picture. */
export function framed(x: number, y: number, width: number, picture: Size): PhotoCrop {
  const times = timesOf(width, picture);
  const size = { width: times * ACROSS, height: times * DOWN };
  return {
    x: clamp(x, 0, picture.width - size.width),
    y: clamp(y, 0, picture.height - size.height),
    ...size,
  };
}

/** The frame larger or smaller by so many steps, around its middle. */
export function grown(crop: PhotoCrop, steps: number, picture: Size): PhotoCrop {
  const width = Math.max(ACROSS, crop.width + steps * ACROSS);
  const times = timesOf(width, picture);
  return framed(
    crop.x + (crop.width - times * ACROSS) / 2,
    crop.y + (crop.height - times * DOWN) / 2,
    width,
    picture,
  );
}

/** What a key does to the frame; nothing for other keys. */
export function keyed(crop: PhotoCrop, event: KeyboardEvent, picture: Size): PhotoCrop | null {
  const step = Math.max(1, Math.round((picture.width / 200) * (event.shiftKey ? 5 : 1)));
  switch (event.key) {
    case 'ArrowLeft':
      return framed(crop.x - step, crop.y, crop.width, picture);
    case 'ArrowRight':
      return framed(crop.x + step, crop.y, crop.width, picture);
    case 'ArrowUp':
      return framed(crop.x, crop.y - step, crop.width, picture);
    case 'ArrowDown':
      return framed(crop.x, crop.y + step, crop.width, picture);
    case '+':
    case '=':
      return grown(crop, Math.ceil(step / ACROSS), picture);
    case '-':
    case '_':
      return grown(crop, -Math.ceil(step / ACROSS), picture);
    default:
      return null;
  }
}
