import { readdirSync } from 'node:fs';

import { render, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { expect, test } from 'vitest';

import Catalogue from '../src/development/Catalogue.svelte';
import { LANGUAGES, type Language } from '../src/lib/i18n/words.ts';

/** All examples, once everything that is asked of the shell has come. */
async function examples(language: Language): Promise<HTMLElement[]> {
  render(Catalogue, { language });
  await waitFor(() =>
    expect(document.querySelector('[data-example^="DeadlineCard"]')).not.toBeNull(),
  );
  await waitFor(() =>
    expect(document.querySelector('[data-example^="FilingWindow"]')).not.toBeNull(),
  );
  return [...document.querySelectorAll<HTMLElement>('[data-example]')];
}

const nameOf = (example: HTMLElement) => example.dataset.example ?? '';

test('every component has an example, and every example shows something', async () => {
  const shown = await examples('en');
  const named = new Set(shown.map((example) => nameOf(example).replace(/:.*/, '')));
  const components = readdirSync('src/lib/components', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(components.filter((name) => !named.has(name))).toEqual([]);
  expect(new Set(shown.map(nameOf)).size, 'names are different').toBe(shown.length);
  for (const example of shown) {
    expect(example.children.length, nameOf(example)).toBeGreaterThan(1);
  }
});

/** What a reader meets in an example: controls and words, in their order, without ids and classes. */
function outline(example: Element): string[] {
  return [...example.querySelectorAll('*')].flatMap((node) => {
    const own = [...node.childNodes]
      .filter((child) => child.nodeType === Node.TEXT_NODE)
      .map((child) => child.textContent?.trim() ?? '')
      .filter(Boolean)
      .join(' ');
    const tag = node.tagName.toLowerCase();
    const kind = node.getAttribute('role') ?? node.getAttribute('type');
    const control = ['input', 'select', 'textarea', 'button', 'a', 'summary'].includes(tag);
    return own || control ? [`${kind ? `${tag} ${kind}` : tag}: ${own}`] : [];
  });
}

/** A list of all countries says nothing about the field. */
const lines = (example: HTMLElement) =>
  outline(example).filter((line) => !line.startsWith('option'));

test('the examples are as they were; vitest -u takes new ones', async () => {
  const shown = await examples('en');
  const all = shown.map((example) => `${nameOf(example)}\n  ${lines(example).join('\n  ')}`);
  expect(all.join('\n')).toMatchSnapshot();
});

test.each(LANGUAGES)('no example has a barrier in %s', { timeout: 60_000 }, async (language) => {
  await examples(language);
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      // happy-dom computes no colours and no layout; examples have no order of headings of their own.
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
      'heading-order': { enabled: false },
      'page-has-heading-one': { enabled: false },
      region: { enabled: false },
    },
  });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => {
      const node = document.querySelector<HTMLElement>(target.map(String).join(' '));
      const example = node?.closest<HTMLElement>('[data-example]');
      return `${example ? nameOf(example) : '?'}: ${id}: ${html}`;
    }),
  );
  expect(found).toEqual([]);
});
