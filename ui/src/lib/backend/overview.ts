import type {
  AnswerOnView,
  DateInput,
  Language,
  OverviewView,
  RouteComparisonView,
} from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type {
  AnswerOnView,
  DaysInRowView,
  NextStepView,
  OverviewView,
  RouteComparisonView,
  StandView,
} from './bindings.ts';

/** Files that are held over the window, or were dropped on it, at a place in its own pixels. */
export type Drag = { phase: 'over' | 'drop'; x: number; y: number; names: string[] } | null;

/** What the screens may ask about the whole: where it stands, another day, the ways side by side. */
export interface OverviewBackend {
  /** Where every application stands. */
  overview(lang: Language): Promise<Outcome<OverviewView>>;
  /** The answer if the papers were handed in on another day. Nothing is saved. */
  answerOn(lang: Language, revision: number, day: DateInput): Promise<Outcome<AnswerOnView>>;
  compareRoutes(lang: Language, revision: number): Promise<Outcome<RouteComparisonView[]>>;
  /** Tells of files that are dragged over the window; gives back how to stop. Dropped ones are then the chosen ones. */
  onDrag(listen: (drag: Drag) => void): () => void;
}
