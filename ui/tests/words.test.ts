import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { I18n } from '../src/lib/i18n/i18n.svelte.ts';
import { WORDS } from '../src/lib/i18n/words.ts';
import { hrefOf, pageOf, type Page } from '../src/lib/state/page.ts';
import { linesOf } from '../src/screens/result/timeline.ts';

const CATEGORIES = new Set(['one', 'few', 'many', 'other']);

function keysOf(value: object, at = ''): string[] {
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length > 0 && entries.every(([name]) => CATEGORIES.has(name))) return [at];
  return entries.flatMap(([name, inner]) => {
    const key = at ? `${at}.${name}` : name;
    return typeof inner === 'object' && inner !== null ? keysOf(inner, key) : [key];
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

test('every text of the interface is used somewhere', () => {
  const all = sources('src').join('\n');
  // Reasons for a locked case are looked up by their code.
  const unused = keysOf({ app: WORDS.en.app, keeping: WORDS.en.keeping }).filter(
    (key) => !all.includes(`'${key}'`) && !key.startsWith('app.unlock.why.'),
  );
  expect(unused).toEqual([]);
});

const open = (i18n: I18n, count: number) => i18n.t('app.home.open', { count });

test('plural forms are those of the language', () => {
  const ru = new I18n('ru');
  expect([1, 2, 5, 21].map((count) => open(ru, count))).toEqual([
    'открыт 1 вопрос',
    'открыто 2 вопроса',
    'открыто 5 вопросов',
    'открыт 21 вопрос',
  ]);
  expect(open(new I18n('kk'), 5)).toBe('5 сұрақ ашық');
  expect(open(new I18n('en'), 1)).toBe('1 question open');
});

test('a problem is told with its arguments', () => {
  const i18n = new I18n('kk');
  expect(i18n.maybe('errors.digits_wrong_length.what', { length: '12' })).toBe(
    'Цифрлардың саны дұрыс емес. Керегі: 12.',
  );
  expect(i18n.maybe('errors.no_such_code.what')).toBeNull();
});

test.each<Page>([
  { name: 'home' },
  { name: 'first', key: 'applicant.status' },
  { name: 'question', key: 'child/1.birth_date', from: 'check' },
  { name: 'question', key: 'a.b', from: 'walk' },
  { name: 'list', entity: 'child' },
  { name: 'record', entity: 'child', record: '7' },
  { name: 'check', section: 'you' },
  { name: 'answer' },
  { name: 'families' },
  { name: 'scans' },
  { name: 'safe' },
])('the address of %o leads back to it', (page) => {
  expect(pageOf(hrefOf(page))).toEqual(page);
});

test('an address that is no page is the home', () => {
  for (const hash of ['', '#', '#/nonsense', '#/list', '#/%E0%A4%A']) {
    expect(pageOf(hash)).toEqual({ name: 'home' });
  }
});

test('long titles break into lines, and nothing of them is cut off', () => {
  expect(linesOf('Паспорт', 12)).toEqual(['Паспорт']);
  expect(linesOf('Справка о судимости', 12)).toEqual(['Справка о', 'судимости']);
  const long = linesOf('Письменное согласие государства гражданства заявителя', 20);
  expect(long.join(' ')).toBe('Письменное согласие государства гражданства заявителя');
  expect(long.every((line) => line.length <= 20)).toBe(true);
  expect(linesOf('Достопримечательность', 10)).toEqual(['Достоприме', 'чательност', 'ь']);
});
