import type { WindowLook } from '../backend/entry.ts';

/** How much larger the letters of the settings are, as `tokens.css` has it: pictures are drawn so much larger too. */
const SCALE = { usual: 1, large: 1.25, largest: 1.5 };

/** The scale of a picture with letters. */
export function letterScale({ letters }: WindowLook): number {
  return SCALE[letters ?? 'usual'];
}
