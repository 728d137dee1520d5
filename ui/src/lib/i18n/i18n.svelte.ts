import { createInstance } from 'i18next';

import { LANGUAGES, WORDS, type Language, type TextKey } from './words.ts';

export type TextArgs = Record<string, string | number>;

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The texts of the screens in the language that is shown; screens follow when it changes. */
export class I18n {
  language = $state<Language>('kk');
  readonly #instance = createInstance();

  constructor(language: Language) {
    void this.#instance.init({
      lng: language,
      fallbackLng: false,
      initAsync: false,
      resources: Object.fromEntries(LANGUAGES.map((code) => [code, { translation: WORDS[code] }])),
      keySeparator: '.',
      nsSeparator: false,
      pluralSeparator: '.',
      contextSeparator: '\u0000',
      interpolation: { prefix: '%{', suffix: '}', escapeValue: false },
    });
    this.language = language;
  }

  /** The text of a key. `count` chooses the plural form. */
  t(key: TextKey, args: TextArgs = {}): string {
    return this.in(this.language, key, args);
  }

  /** The same in a named language, whatever is shown. */
  in(language: Language, key: TextKey, args: TextArgs = {}): string {
    return this.#instance.getFixedT(language)(key, args);
  }

  /** The text of a key that is known at run time only, or nothing. */
  maybe(key: string, args: TextArgs = {}): string | null {
    const language = this.language;
    return this.#instance.exists(key, { lng: language })
      ? this.#instance.getFixedT(language)(key, args)
      : null;
  }
}
