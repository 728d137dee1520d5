import { cleanup, screen } from '@testing-library/svelte';
import { beforeAll, expect, test } from 'vitest';

import { MARKS, pseudo, speakPseudo } from '../src/development/pseudo.ts';
import { openAt } from './page.ts';

beforeAll(() => speakPseudo());

const PAGES = [
  '#/zone',
  '#/after',
  '#/settings',
  '#/reminders',
  '#/guide',
  '#/safe',
  '#/families',
  '#/scans',
  '#/photo',
  '#/blanks',
];

test('a pseudo text is longer and keeps its placeholders', () => {
  expect(pseudo('Keep %{name}')).toMatch(/^⟦Keep %\{name\} ҰЖӘ.*⟧$/);
  expect(pseudo('Keep').length).toBeGreaterThan(5);
});

test.each(PAGES)('headings, buttons and links of %s come from the files of words', async (hash) => {
  await openAt(hash, { language: 'en' });
  // What the shell says (names of sections, questions, papers) has no marks; buttons and headings of our own have.
  const own = [
    ...screen.getAllByRole('heading', { level: 1 }),
    ...screen.queryAllByRole('heading', { level: 2 }),
    ...screen.queryAllByRole('button'),
  ].filter(
    (element) => element.closest('main') !== null && element.closest('h2, h3, button') !== null,
  );
  const guide = hash === '#/guide';
  const bad = own
    .map((element) => element.textContent.trim())
    .filter((text) => text !== '' && !guide && !text.includes(MARKS[0]));
  expect(bad).toEqual([]);
  cleanup();
});
