import { WORDS } from '../lib/i18n/words.ts';

/** What every pseudo text begins and ends with. */
export const MARKS = ['⟦', '⟧'] as const;

/** How much longer a text may become in another language. */
const LONGER = 1.4;

/** A text of the same placeholders that is longer than any language, with marks that show where it is cut off. */
export function pseudo(text: string): string {
  const more = 'ҰЖӘ'.repeat(Math.ceil((text.length * (LONGER - 1)) / 3));
  return `${MARKS[0]}${text} ${more}${MARKS[1]}`;
}

type Texts = { [key: string]: string | Texts };

function change(texts: Texts): void {
  for (const [key, inner] of Object.entries(texts)) {
    if (typeof inner === 'string') texts[key] = pseudo(inner);
    else change(inner);
  }
}

/** Exchanges all texts of the interface, once, before a window is made. */
export function speakPseudo(): void {
  for (const texts of Object.values(WORDS)) change(texts as Texts);
}
