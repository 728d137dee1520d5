import type {
  PermitView,
  PrintableCode,
  SectionState,
  StatusCode,
  VerdictCode,
} from '../backend/contract.ts';

/** The tone of a state; never shown without its shape and its word. */
export type Tone = 'good' | 'warn' | 'stop' | 'open' | 'accent';
export type Shape =
  'check' | 'half' | 'dashed' | 'warning' | 'cross' | 'question' | 'dash' | 'clock';
export type Look = { tone: Tone; shape: Shape };

export const STATE_LOOK: Record<SectionState, Look> = {
  not_started: { tone: 'open', shape: 'dashed' },
  in_progress: { tone: 'accent', shape: 'half' },
  ready: { tone: 'good', shape: 'check' },
  blocked: { tone: 'stop', shape: 'warning' },
  out_of_date: { tone: 'warn', shape: 'clock' },
};

export const VERDICT_LOOK: Record<VerdictCode, Look> = {
  yes: { tone: 'good', shape: 'check' },
  no: { tone: 'stop', shape: 'cross' },
  undecided: { tone: 'warn', shape: 'question' },
  does_not_apply: { tone: 'open', shape: 'dash' },
};

/** For the permit that is held: an exemption from its days is as good as days kept. */
export const PERMIT_LOOK: Record<VerdictCode, Look> = {
  yes: { tone: 'good', shape: 'check' },
  no: { tone: 'stop', shape: 'warning' },
  undecided: { tone: 'warn', shape: 'question' },
  does_not_apply: { tone: 'good', shape: 'check' },
};

/** The answer of an application: how the permit stands where it is held, else whether the person may apply. */
export const answerLook = (permit: PermitView | null, verdict: VerdictCode): Look =>
  permit ? PERMIT_LOOK[permit.kept] : VERDICT_LOOK[verdict];

/** For grounds of refusal and for procedures a yes is no good news and a no no bad one. */
export const GROUND_LOOK: Record<VerdictCode, Look> = {
  yes: { tone: 'stop', shape: 'warning' },
  no: { tone: 'good', shape: 'check' },
  undecided: { tone: 'warn', shape: 'question' },
  does_not_apply: { tone: 'open', shape: 'dash' },
};

export const BINDING_LOOK: Record<VerdictCode, Look> = {
  yes: { tone: 'accent', shape: 'check' },
  no: { tone: 'open', shape: 'dash' },
  undecided: { tone: 'warn', shape: 'question' },
  does_not_apply: { tone: 'open', shape: 'dash' },
};

export const STATUS_LOOK: Record<StatusCode, Look> = {
  in_hand: { tone: 'good', shape: 'check' },
  not_needed: { tone: 'open', shape: 'dash' },
  open: { tone: 'open', shape: 'dashed' },
  not_said: { tone: 'open', shape: 'question' },
  office_says: { tone: 'warn', shape: 'question' },
  date_missing: { tone: 'warn', shape: 'question' },
  not_yet: { tone: 'warn', shape: 'clock' },
  will_be_out_of_date: { tone: 'warn', shape: 'clock' },
  missing: { tone: 'stop', shape: 'warning' },
  out_of_date: { tone: 'stop', shape: 'cross' },
  wrong_sum: { tone: 'stop', shape: 'cross' },
  sum_open: { tone: 'warn', shape: 'question' },
  none_in_country: { tone: 'stop', shape: 'warning' },
};

export const PRINTABLE_LOOK: Record<PrintableCode, Look> = {
  ready: { tone: 'good', shape: 'check' },
  incomplete: { tone: 'warn', shape: 'half' },
  open: { tone: 'open', shape: 'question' },
  not_needed: { tone: 'open', shape: 'dash' },
};

/** What to do next comes first; what is settled comes last. */
const ORDER: StatusCode[] = [
  'out_of_date',
  'wrong_sum',
  'none_in_country',
  'missing',
  'will_be_out_of_date',
  'date_missing',
  'sum_open',
  'not_yet',
  'office_says',
  'not_said',
  'open',
  'in_hand',
  'not_needed',
];

export function urgency(status: StatusCode): number {
  return ORDER.indexOf(status);
}

/** Whether a paper waits for something that the person can do. */
export function needsAttention(status: StatusCode): boolean {
  return urgency(status) < urgency('open');
}
