import type { Language } from '../../i18n/words.ts';
import type { AgendaEntryView } from '../contract.ts';
import type {
  AfterPageView,
  EntryHintsView,
  MachineFieldView,
  MachineZoneView,
  SourcesOfLawView,
  WindowLook,
} from '../entry.ts';
import type { Outcome } from '../outcome.ts';
import { sampleOf } from './sample.ts';
import { MockStore } from './store.ts';
import { day, LAW, ORDER, standing, w, type Words } from './words.ts';

/** The lines that the made-up shell can read: those of the specimen of ICAO, with another country. */
export const LINES = [
  'P<RUSIVANOVA<<AIGUL<<<<<<<<<<<<<<<<<<<<<<<<<',
  'L898902C36RUS8803140F2708270<<<<<<<<<<<<<<06',
].join('\n');

const FIELDS: (Omit<MachineFieldView, 'label' | 'text' | 'before'> & {
  label: Words;
  text: Words;
  before?: Words;
})[] = [
  {
    key: 'names.surname_latin',
    label: w('Тегі (латынша)', 'Фамилия (латиницей)', 'Surname (Latin)'),
    text: w('IVANOVA', 'IVANOVA', 'IVANOVA'),
    same: true,
    offered: true,
  },
  {
    key: 'applicant.citizenship',
    label: w('Азаматтығы', 'Гражданство', 'Citizenship'),
    text: w('Ресей', 'Россия', 'Russia'),
    same: true,
    offered: true,
  },
  {
    key: 'applicant.birth_date',
    label: w('Туған күні', 'Дата рождения', 'Date of birth'),
    text: w('1988 жылғы 15 наурыз', '15 марта 1988 г.', '15 March 1988'),
    before: w('1988 жылғы 14 наурыз', '14 марта 1988 г.', '14 March 1988'),
    same: false,
    offered: true,
  },
];

const HAPPENINGS: { key: string; list: string | null; label: Words; question: Words }[] = [
  {
    key: 'refusal.on',
    list: 'refusal',
    label: w('Бас тартылған күн', 'Дата отказа', 'Refused on'),
    question: w('Қай күні бас тартылды?', 'Когда вам отказали?', 'When were you refused?'),
  },
  {
    key: 'passport.expires',
    list: null,
    label: w('Қолданылу мерзімі', 'Действителен до', 'Valid until'),
    question: w(
      'Құжаттың қолданылу мерзімі қай күні бітеді?',
      'До какого числа действует документ?',
      'Until which day is the document valid?',
    ),
  },
  {
    key: 'card.lost_on',
    list: null,
    label: w('Ықтиярхат жоғалған күн', 'Дата утраты вида на жительство', 'Card lost on'),
    question: w(
      'Ықтиярхатыңызды қай күні жоғалттыңыз?',
      'Когда вы потеряли вид на жительство?',
      'When did you lose the card?',
    ),
  },
];

/** What helps with entry, and what comes later, of the made-up backend. */
export class MockEntry extends MockStore {
  look: WindowLook = { theme: 'system', letters: 'usual' };
  /** What the made-up shell says beside a field. */
  hints: EntryHintsView = { doubts: [], suggestions: [], twins: null };

  readMachineZone(lang: Language, lines: string): Promise<Outcome<MachineZoneView>> {
    this.calls.push('readMachineZone');
    if (!lines.includes('<')) {
      const error = { code: 'zone.lines', args: { found: '1' }, field: null };
      return this.refuse(error);
    }
    return this.ok({
      fields: FIELDS.map(({ key, same, offered, label, text, before }) => ({
        key,
        same,
        offered,
        label: label[lang],
        text: text[lang],
        before: before?.[lang] ?? null,
      })),
      remarks: [],
    });
  }

  entryHints(_lang: Language, _key: string, _typed: string): Promise<Outcome<EntryHintsView>> {
    return this.ok(this.hints);
  }

  afterPage(lang: Language, _revision: number): Promise<Outcome<AfterPageView>> {
    const entries: AgendaEntryView[] = sampleOf(lang).agenda.entries.filter(
      ({ key }) => key === 'paper:foreign_passport',
    );
    return this.ok({
      happenings: HAPPENINGS.map(({ key, list, label, question }) => ({
        key,
        list,
        label: label[lang],
        question: question[lang],
        entries: key === 'passport.expires' ? entries : [],
      })),
    });
  }

  sourcesOfLaw(lang: Language): Promise<Outcome<SourcesOfLawView>> {
    return this.ok({
      today: day(lang, '2026-11-22'),
      sources: [LAW, ORDER].map((act, index) => ({
        title: act[lang],
        url: `https://adilet.zan.kz/${index}`,
        standing: index === 0 ? 'official' : 'secondary',
        standing_text: standing(lang, index === 0 ? 'official' : 'secondary'),
        seen: day(lang, '2026-11-20'),
        next_review: day(lang, index === 0 ? '2026-12-15' : '2026-11-01'),
        overdue: index !== 0,
      })),
    });
  }

  createSample(_lang: Language) {
    this.calls.push('createSample');
    return this.households();
  }

  openLogFolder() {
    this.calls.push('openLogFolder');
    return this.ok(null);
  }

  windowLook(): Promise<Outcome<WindowLook>> {
    return this.ok(this.look);
  }

  setWindowLook(look: WindowLook): Promise<Outcome<null>> {
    this.calls.push(`setWindowLook ${look.theme} ${look.letters}`);
    this.look = look;
    return this.ok(null);
  }
}
