import type { HouseholdsView, HouseholdView, ApplicationView } from '../backend/contract.ts';
import type { I18n } from '../i18n/i18n.svelte.ts';
import { LANGUAGES } from '../i18n/words.ts';

/** What a family is called; its number while nobody named it. */
export function familyName(store: HouseholdsView, family: HouseholdView, i18n: I18n): string {
  const number = store.households.indexOf(family) + 1;
  if (family.name === null) return i18n.t('keeping.families.family', { number });
  return isSample(family.name, i18n) ? i18n.t('entry.sample.name') : family.name;
}

/** Whether a family bears the name of the invented one, in whatever language it was made. */
function isSample(name: string, i18n: I18n): boolean {
  return LANGUAGES.some((language) => i18n.in(language, 'entry.sample.name') === name);
}

/** What an application is called; its number in the family while nobody named it. */
export function applicationName(
  family: HouseholdView,
  application: ApplicationView,
  i18n: I18n,
): string {
  const number = family.applications.indexOf(application) + 1;
  return application.name ?? i18n.t('keeping.families.application', { number });
}

/** The family whose application is open. */
export function openFamily(store: HouseholdsView): HouseholdView | null {
  return (
    store.households.find((family) => family.applications.some((one) => one.open)) ??
    store.households[0] ??
    null
  );
}
