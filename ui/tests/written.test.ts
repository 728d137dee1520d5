import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

import { WORDS } from '../src/lib/i18n/words.ts';
import { GUIDE } from '../src/screens/guide/guide.ts';

/** Attributes that a person reads or hears. */
const READ = new Set(['alt', 'aria-label', 'aria-description', 'placeholder', 'title', 'label']);
/** Names and units are the same in every language. */
const NAMES = new Set(['Qonys', 'PDF', 'px']);

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.name.endsWith('.svelte') ? [path] : [];
  });
}

/** Words that stand in the markup itself, and so in one language only. */
function written(source: string): string[] {
  const found: string[] = [];
  const say = (text: string) => {
    const clean = text.trim();
    if (/\p{L}{2,}/u.test(clean) && !NAMES.has(clean)) found.push(clean);
  };
  const look = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) look(one);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as { type?: string };
    if (type === 'Text') say((node as AST.Text).data);
    if (type === 'Attribute') {
      const attribute = node as AST.Attribute;
      if (READ.has(attribute.name)) look(attribute.value);
      return;
    }
    for (const [name, inner] of Object.entries(node)) if (name !== 'metadata') look(inner);
  };
  look(parse(source, { modern: true }).fragment);
  return found;
}

test('no screen holds words of its own', () => {
  const screens = [...files('src/screens'), ...files('src/lib'), 'src/App.svelte'];
  expect(screens.length).toBeGreaterThan(80);
  const bad = screens.flatMap((file) =>
    written(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(bad).toEqual([]);
});

test('words in the markup are found', () => {
  expect(written('<p>Save</p>')).toEqual(['Save']);
  expect(written('<p aria-label="Close">{x} · {y}</p>')).toEqual(['Close']);
  expect(written('{#if a}<b class="word">{t("x")}</b>{:else}Там{/if}')).toEqual(['Там']);
  expect(written('<p>{i18n.t("app.x")}: <code>Qonys</code></p>')).toEqual([]);
});

test('what the guide quotes is called so in the program', () => {
  const quoted = { kk: /«([^»]+)»/g, ru: /«([^»]+)»/g, en: /“([^”]+)”/g } as const;
  for (const language of ['kk', 'ru', 'en'] as const) {
    const interview = readdirSync('../assets/interview').map((file) =>
      readFileSync(join('../assets/interview', file), 'utf8'),
    );
    const all = JSON.stringify(WORDS[language]) + interview.join('\n');
    const unknown = [...GUIDE[language].matchAll(quoted[language])]
      .map((match) => match[1] ?? '')
      .filter((name) => !all.includes(`"${name}"`));
    expect(unknown).toEqual([]);
  }
});

test('every colour of the tokens is given once, for light and for dark', () => {
  const css = readFileSync('src/lib/theme/tokens.css', 'utf8');
  const tokens = [...css.matchAll(/(--[\w-]+):([^;]*(?:#|rgb)[^;]*);/g)];
  expect(tokens.length).toBeGreaterThan(20);
  const names = tokens.map(([, name]) => name);
  expect(new Set(names).size, 'what stands twice can differ from itself').toBe(names.length);
  const pair = /light-dark\((?:[^()]|\([^()]*\))*\)/g;
  const single = tokens.filter(([, , value = '']) => /#|rgb/.test(value.replace(pair, '')));
  // The ring around the focus stands out on both grounds.
  expect(single.map(([, name]) => name)).toEqual(['--focus']);
});
