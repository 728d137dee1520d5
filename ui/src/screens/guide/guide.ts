import en from '@docs/guide.en.md?raw';
import kk from '@docs/guide.kk.md?raw';
import ru from '@docs/guide.ru.md?raw';

import type { Language } from '../../lib/i18n/words.ts';

/** The guide in each language: the files that people read outside of the program too. */
export const GUIDE: Record<Language, string> = { kk, ru, en };
