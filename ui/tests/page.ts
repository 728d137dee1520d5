import { render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { expect } from 'vitest';

import AppScreen from '../src/App.svelte';
import { HALFWAY, MockBackend } from '../src/lib/backend/mock/mock.ts';
import type { HandedFile, StartView } from '../src/lib/backend/contract.ts';
import type { State } from '../src/lib/backend/mock/view.ts';
import type { Language } from '../src/lib/i18n/words.ts';

/** Opens the window at an address and waits for its heading. */
export async function openAt(
  hash: string,
  {
    state = HALFWAY,
    started = {},
    language = 'ru',
    handed = null,
    prepare = () => {},
  }: {
    state?: Partial<State>;
    started?: Partial<StartView>;
    language?: Language;
    handed?: HandedFile | null;
    /** Changes what the made-up shell holds before the window opens. */
    prepare?: (backend: MockBackend) => void;
  } = {},
): Promise<MockBackend> {
  location.hash = hash;
  const backend = new MockBackend(state, { language, ...started });
  backend.handed = handed;
  prepare(backend);
  render(AppScreen, { backend, language });
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  return backend;
}

export function heading(): string {
  return screen.getByRole('heading', { level: 1 }).textContent.trim();
}

/** happy-dom computes no colours and no layout; those rules run in a real browser. */
export async function expectNoBarriers(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
