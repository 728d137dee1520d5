import { expect, test } from 'vitest';

import type { HouseholdsView, HouseholdView } from '../src/lib/backend/contract.ts';
import { I18n } from '../src/lib/i18n/i18n.svelte.ts';
import { LANGUAGES } from '../src/lib/i18n/words.ts';
import { familyName } from '../src/lib/state/names.ts';

const called = (name: string | null) => ({ id: name ?? 'nobody', name }) as HouseholdView;

test('the invented family is called so in the language of the screen, whatever it was made in', () => {
  for (const made of LANGUAGES) {
    const family = called(new I18n(made).t('entry.sample.name'));
    const store = { households: [family] } as HouseholdsView;
    for (const shown of LANGUAGES) {
      const i18n = new I18n(shown);
      expect(familyName(store, family, i18n)).toBe(i18n.t('entry.sample.name'));
    }
  }
});

test('a name that somebody gave stays, and a family without one has its number', () => {
  const i18n = new I18n('ru');
  const families = [called('Смирновы'), called(null)];
  const store = { households: families } as HouseholdsView;
  expect(families.map((family) => familyName(store, family, i18n))).toEqual([
    'Смирновы',
    i18n.t('keeping.families.family', { number: 2 }),
  ]);
});

test('the second of two families of one name has a number', () => {
  const i18n = new I18n('kk');
  const families = [called('Соколов'), called('Ким'), { id: 'other', name: 'Соколов' }];
  const store = { households: families } as HouseholdsView;
  expect(families.map((family) => familyName(store, family as HouseholdView, i18n))).toEqual([
    'Соколов',
    'Ким',
    'Соколов (2)',
  ]);
});
