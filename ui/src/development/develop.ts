import { mount } from 'svelte';

import App from '../App.svelte';
import { FLAT, FORM } from '../lib/backend/mock/desk.ts';
import { HALFWAY, MockBackend } from '../lib/backend/mock/mock.ts';
import { isLanguage } from '../lib/i18n/i18n.svelte.ts';
import type { Theme } from '../lib/backend/entry.ts';
import Catalogue from './Catalogue.svelte';
import { measure } from './measure.ts';
import { speakPseudo } from './pseudo.ts';

const THEMES: Theme[] = ['light', 'dark'];

/**
 * The screens over a made-up case. The address chooses: `?catalogue` shows the components, `?scene=fresh`,
 * `passphrase` or `locked` the start, `first` a case without answers, `desk` one with blanks and a picture, `family` two
 * families; `lang` the language; `theme` the colours; `pseudo` long made-up words in place of all texts of the interface;
 * `measure` writes barriers and overflow into the page.
 */
export async function develop(target: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const scene = query.get('scene');
  const asked = query.get('lang');
  const language = isLanguage(asked) ? asked : 'ru';
  const theme = THEMES.find((one) => one === query.get('theme')) ?? 'system';
  if (query.has('pseudo')) speakPseudo();
  if (query.has('measure')) measure();
  document.documentElement.dataset.theme = theme;
  if (query.has('catalogue')) {
    mount(Catalogue, { target, props: { language } });
    return;
  }
  const fresh = scene === 'fresh' || scene === 'passphrase';
  const backend = new MockBackend(fresh || scene === 'first' ? {} : HALFWAY, {
    state: fresh ? 'fresh' : scene === 'locked' ? 'needs_passphrase' : 'open',
    keyring: scene !== 'passphrase',
    why: scene === 'locked' ? 'key_lost' : null,
    language: fresh && asked === null ? null : language,
  });
  backend.look = { theme, letters: 'usual' };
  if (scene === 'desk') {
    backend.kept.push(structuredClone(FLAT), structuredClone(FORM));
    await backend.choosePicture(language);
  }
  if (scene === 'family') {
    await backend.renameApplication('application-2', 'Айгүл');
    await backend.createApplication('household-1', 'Ерлан');
    await backend.createHousehold('Ахметовы');
    await backend.openApplication('application-2');
  }
  mount(App, { target, props: { backend, language } });
}
