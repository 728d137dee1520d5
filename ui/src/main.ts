import { mount } from 'svelte';

import './lib/theme/fonts.css';
import './lib/theme/tokens.css';
import './lib/theme/base.css';
import './lib/theme/print.css';

import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

// Outside the shell there is no backend: the development server shows a made-up case instead.
if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
  const { develop } = await import('./development/develop.ts');
  await develop(target);
} else {
  const { tauriBackend } = await import('./lib/backend/tauri.ts');
  mount(App, { target, props: { backend: tauriBackend } });
}
