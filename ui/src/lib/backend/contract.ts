import type {
  AnswerInput,
  AnswerPageView,
  CaseView,
  CountryView,
  CreatedView,
  DatesPageView,
  HandedFile,
  Language,
  MoneyPageView,
  PapersView,
  PlanInput,
  StartView,
  StayView,
  SummaryView,
} from './bindings.ts';
import type { Desk } from './desk.ts';
import type { EntryBackend } from './entry.ts';
import type { Outcome } from './outcome.ts';
import type { LawBackend } from './law.ts';
import type { OverviewBackend } from './overview.ts';
import type { Remind } from './remind.ts';
import type { StoreBackend } from './store.ts';

export type { Outcome } from './outcome.ts';
export type {
  AnswerOnView,
  DaysInRowView,
  NextStepView,
  OverviewBackend,
  RouteComparisonView,
  StandView,
} from './overview.ts';
export type {
  ApplicationView,
  AttachmentView,
  FamilyPersonView,
  HouseholdsView,
  HouseholdView,
  StoreBackend,
} from './store.ts';
export type {
  AnswerInput,
  AnswerPageView,
  AnswerView,
  DatesPageView,
  MoneyPageView,
  PermitView,
  SummaryView,
  CaseView,
  ChangeView,
  CountryView,
  CreatedView,
  DateInput,
  DayView,
  DaysView,
  DecidingView,
  FactKind,
  FeeView,
  FindingView,
  GroundView,
  HandedFile,
  ItemView,
  ListView,
  MoneyView,
  NoteView,
  OptionView,
  OrientationView,
  PaperCardView,
  PaperView,
  PapersView,
  PlanInput,
  PlannedDayView,
  PrintableCode,
  PrintableView,
  PrecheckView,
  Problem,
  ProcedureView,
  QuestionView,
  ReasonView,
  RecordView,
  RequirementView,
  RouteView,
  SanityView,
  SectionState,
  SectionView,
  SourceView,
  StandingCode,
  StartState,
  StartView,
  StatusCode,
  SumView,
  UnusedView,
  VerdictCode,
  WhyView,
  WindowStretchView,
  WindowView,
  AgendaEntryView,
  AgendaStateCode,
  AgendaView,
  BudgetPartView,
  ChangeAheadView,
  SumCheckView,
  StagePlanView,
  UntilDecisionView,
  FloorView,
  PassportStayView,
  StayView,
  BesideView,
  CircumstanceView,
  OrderView,
  OrdersView,
  Language as PaperLanguage,
} from './bindings.ts';

/** The summary of the answer with one page of it. */
export type Answered = SummaryView & AnswerPageView & DatesPageView;
export type Priced = SummaryView & MoneyPageView;

/** What the screens may ask of the shell. Refusals come back as problems, never as exceptions. */
export interface Backend
  extends StoreBackend, LawBackend, EntryBackend, OverviewBackend, Desk, Remind {
  start(): Promise<Outcome<StartView>>;
  /** What kind of file waits with which the program was started; the next choice of such a file takes it. */
  handedFile(): Promise<Outcome<HandedFile | null>>;
  forgetHandedFile(): Promise<Outcome<null>>;
  /** Hears of another start of the program that asks for a deadline or names a file. Gives what ends the hearing. */
  onStartAsked(hear: () => void): Promise<() => void>;
  /** Hears that another day has begun. Gives what ends the hearing. */
  onDayBegan(hear: () => void): Promise<() => void>;
  createVault(passphrase: string | null): Promise<Outcome<CreatedView>>;
  unlock(passphrase: string): Promise<Outcome<null>>;
  setLanguage(lang: Language): Promise<Outcome<null>>;
  showCase(lang: Language): Promise<Outcome<CaseView>>;
  answer(
    lang: Language,
    revision: number,
    key: string,
    input: AnswerInput,
  ): Promise<Outcome<CaseView>>;
  addRecord(lang: Language, revision: number, entity: string): Promise<Outcome<CaseView>>;
  removeRecord(
    lang: Language,
    revision: number,
    entity: string,
    record: string,
  ): Promise<Outcome<CaseView>>;
  completeList(
    lang: Language,
    revision: number,
    entity: string,
    complete: boolean,
  ): Promise<Outcome<CaseView>>;
  plan(lang: Language, revision: number, input: PlanInput): Promise<Outcome<CaseView>>;
  undo(lang: Language, revision: number): Promise<Outcome<CaseView>>;
  answerPage(lang: Language, revision: number): Promise<Outcome<AnswerPageView>>;
  datesPage(lang: Language, revision: number): Promise<Outcome<DatesPageView>>;
  moneyPage(lang: Language, revision: number): Promise<Outcome<MoneyPageView>>;
  stayPage(lang: Language, revision: number): Promise<Outcome<StayView>>;
  countries(lang: Language): Promise<Outcome<CountryView[]>>;
  /** The papers with what each still wants. */
  papers(lang: Language): Promise<Outcome<PapersView>>;
  /** A paper as a PDF. */
  paper(key: string, paperLanguage: Language): Promise<Outcome<Uint8Array>>;
  /** Asks for the folder into which papers are saved; nothing when the person chose none. */
  chooseFolder(lang: Language): Promise<Outcome<string | null>>;
  /** Saves a paper into that folder and says under which name. */
  savePaper(key: string, paperLanguage: Language): Promise<Outcome<string>>;
  /** Opens a saved paper, or the folder, with the system's own program. */
  openSaved(file: string | null): Promise<Outcome<null>>;
  openSource(url: string): Promise<Outcome<null>>;
}
