import type { Language, LawOfferView, LawStateView } from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type { LawOfferView, LawPackChangesView, LawStateView } from './bindings.ts';

/** What the screens may ask about the law that the program goes by. */
export interface LawBackend {
  lawState(lang: Language): Promise<Outcome<LawStateView>>;
  /** Asks for a law pack, and says what it would change; nothing when the person chose none. */
  chooseLaw(lang: Language): Promise<Outcome<LawOfferView | null>>;
  takeOfferedLaw(lang: Language): Promise<Outcome<LawStateView>>;
}
