import type { HouseholdsView, HouseholdView, ApplicationView } from '../backend/contract.ts';
import type { I18n } from '../i18n/i18n.svelte.ts';

/** What a family is called; its number while nobody named it. */
export function familyName(store: HouseholdsView, family: HouseholdView, i18n: I18n): string {
  const number = store.households.indexOf(family) + 1;
  return family.name ?? i18n.t('keeping.families.family', { number });
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
