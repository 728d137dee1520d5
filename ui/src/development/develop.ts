import { mount } from 'svelte';

import App from '../App.svelte';
import { FLAT, FORM } from '../lib/backend/mock/desk.ts';
import { HALFWAY, MockBackend } from '../lib/backend/mock/mock.ts';
import { isLanguage } from '../lib/i18n/i18n.svelte.ts';
import Catalogue from './Catalogue.svelte';

/**
 * The screens over a made-up case. The address chooses: `?catalogue` shows the components, `?scene=fresh`,
 * `passphrase` or `locked` the start, `first` a case without answers, `desk` one with blanks and a picture; `lang` the
 * language.
 */
export async function develop(target: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const scene = query.get('scene');
  const asked = query.get('lang');
  const language = isLanguage(asked) ? asked : 'ru';
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
  if (scene === 'desk') {
    backend.kept.push(structuredClone(FLAT), structuredClone(FORM));
    await backend.choosePicture(language);
  }
  mount(App, { target, props: { backend, language } });
}
