import type {
  AfterPageView,
  CaseView,
  EntryHintsView,
  HouseholdsView,
  Language,
  MachineZoneView,
  SourcesOfLawView,
  WindowLook,
} from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type {
  AfterPageView,
  EntryHintsView,
  HappeningView,
  LetterSize,
  MachineFieldView,
  MachineZoneView,
  SourceOfLawView,
  SourcesOfLawView,
  Theme,
  WindowLook,
} from './bindings.ts';

/** What helps with entering answers, what comes after the application, and how the window looks. */
export interface EntryBackend {
  /** What the machine-readable lines say; nothing is filled in. */
  readMachineZone(lang: Language, lines: string): Promise<Outcome<MachineZoneView>>;
  /** Fills in what they say for some questions. */
  takeMachineZone(
    lang: Language,
    revision: number,
    lines: string,
    keys: string[],
  ): Promise<Outcome<CaseView>>;
  /** What is said beside a field while a text stands in it. */
  entryHints(lang: Language, key: string, typed: string): Promise<Outcome<EntryHintsView>>;
  afterPage(lang: Language, revision: number): Promise<Outcome<AfterPageView>>;
  sourcesOfLaw(lang: Language): Promise<Outcome<SourcesOfLawView>>;
  /** Makes a family with an invented case, and opens it. */
  createSample(lang: Language): Promise<Outcome<HouseholdsView>>;
  /** Opens the folder of the log with the system's own program. */
  openLogFolder(): Promise<Outcome<null>>;
  windowLook(): Promise<Outcome<WindowLook>>;
  setWindowLook(look: WindowLook): Promise<Outcome<null>>;
}
