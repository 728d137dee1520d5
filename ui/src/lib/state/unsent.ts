/**
 * What was typed where leaving the page must send nothing by itself: it stands there again when one comes back. It lies
 * in memory only and goes when the case is locked. Passphrases never come here: a page that is left forgets them, so
 * that nobody who sits down later finds one.
 */
export class Unsent {
  readonly #texts = new Map<string, string>();

  of(place: string): string {
    return this.#texts.get(place) ?? '';
  }

  keep(place: string, text: string): void {
    if (text === '') this.#texts.delete(place);
    else this.#texts.set(place, text);
  }

  clear(): void {
    this.#texts.clear();
  }
}
