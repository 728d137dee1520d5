import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import type { AgendaEntryView, SourceView } from '../src/lib/backend/contract.ts';
import { missedElsewhere } from '../src/lib/components/missed.ts';
import { unbroken } from '../src/lib/i18n/unbroken.ts';
import { ahead } from '../src/screens/result/span.ts';
import { openAt } from './page.ts';

const source = (text: string) => ({ text }) as SourceView;
const entry = (rule: SourceView | null, missed: SourceView | null) =>
  ({ finding: { source: rule }, missed_source: missed }) as AgendaEntryView;
const stretch = (until: string | null) => ({ until: until ? { iso: until, text: until } : null });

test('a line ends neither within day and month, nor before the letter of the year, nor in a sum', () => {
  expect(unbroken('2026 ж. 30 қараша күні')).toBe('2026\u00a0ж. 30\u00a0қараша күні');
  expect(unbroken('до 30 ноября 2026 г. включительно')).toBe(
    'до 30\u00a0ноября 2026\u00a0г. включительно',
  );
  expect(unbroken('by 30 November 2026')).toBe('by 30\u00a0November 2026');
  expect(unbroken('если да: 17 300,00 ₸ за единицу')).toBe(
    'если да: 17\u00a0300,00\u00a0₸ за единицу',
  );
  expect(unbroken('17,300.00 ₸ each')).toBe('17,300.00\u00a0₸ each');
});

test('the days of the agenda stay with their month', async () => {
  await openAt('#/dates');
  const days = [...document.querySelectorAll('.when strong')].map((day) => day.textContent);
  const dated = days.filter((day) => /\d{4}/.test(day));
  expect(dated.length).toBeGreaterThan(0);
  expect(dated.filter((day) => /\d \p{L}+.\d{4}/u.test(day))).toEqual([]);
});

test('what happens if a day is missed names its source only where that is another one', () => {
  expect(missedElsewhere(entry(source('A'), source('A')))).toBeNull();
  expect(missedElsewhere(entry(source('A'), source('B')))?.text).toBe('B');
  expect(missedElsewhere(entry(null, source('B')))?.text).toBe('B');
  expect(missedElsewhere(entry(source('A'), null))).toBeNull();
});

test('the home page keeps its days with their month', async () => {
  await openAt('#/');
  const strong = [...screen.getByRole('main').querySelectorAll('strong')];
  expect(strong.filter((day) => /\d \p{L}+.\d{4}/u.test(day.textContent))).toEqual([]);
});

test('a stretch that was over before the tested day is not told', () => {
  const all = [stretch('2026-11-29'), stretch('2026-11-30'), stretch('2026-12-01'), stretch(null)];
  expect(ahead(all, '2026-11-30')).toEqual(all.slice(1));
});
