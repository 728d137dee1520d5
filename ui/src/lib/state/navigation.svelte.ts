import { hrefOf, pageOf, type Page } from './page.ts';

/** Which page is shown. The address after the `#` holds it, so that links are links. */
export class Navigation {
  page = $state.raw<Page>(pageOf(location.hash));
  readonly href = $derived(hrefOf(this.page));

  go(page: Page): void {
    this.page = page;
    if (location.hash !== hrefOf(page)) location.hash = hrefOf(page);
  }

  /** Follows the address when a link or the system's back button changed it. */
  follow(): void {
    const page = pageOf(location.hash);
    if (hrefOf(page) !== this.href) this.page = page;
  }
}
