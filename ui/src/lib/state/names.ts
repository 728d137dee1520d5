import type { HouseholdsView, HouseholdView, ApplicationView } from '../backend/contract.ts';
import type { I18n } from '../i18n/i18n.svelte.ts';
import { LANGUAGES } from '../i18n/words.ts';

/** What a family is called; its number while nobody named it, or where another before it bears the same name. */
export function familyName(store: HouseholdsView, family: HouseholdView, i18n: I18n): string {
  const called = (one: HouseholdView, index: number) => {
    if (one.name === null) return i18n.t('keeping.families.family', { number: index + 1 });
    return isSample(one.name, i18n) ? i18n.t('entry.sample.name') : one.name;
  };
  return numbered(store.households.map(called), store.households.indexOf(family));
}

/** One of several names; from the second that is the same on, with its number among them: nobody could tell them apart. */
function numbered(names: string[], index: number): string {
  const name = names[index] ?? '';
  const before = names.slice(0, index).filter((other) => other === name).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}

/** Whether a family bears the name of the invented one, in whatever language it was made. */
function isSample(name: string, i18n: I18n): boolean {
  return LANGUAGES.some((language) => i18n.in(language, 'entry.sample.name') === name);
}

/** What an application is called; its number in the family while nobody named it, or where another before it is called so. */
export function applicationName(
  family: HouseholdView,
  application: ApplicationView,
  i18n: I18n,
): string {
  const names = family.applications.map(
    (one, index) => one.name ?? i18n.t('keeping.families.application', { number: index + 1 }),
  );
  return numbered(names, family.applications.indexOf(application));
}

/** The family whose application is open. */
export function openFamily(store: HouseholdsView): HouseholdView | null {
  return (
    store.households.find((family) => family.applications.some((one) => one.open)) ??
    store.households[0] ??
    null
  );
}
