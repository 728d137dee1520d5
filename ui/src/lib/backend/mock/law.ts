import type { Problem } from '../bindings.ts';
import type { LawBackend, LawOfferView, LawStateView } from '../law.ts';
import type { Outcome } from '../outcome.ts';
import { MockEntry } from './entry.ts';

const BUILT_IN: LawStateView = {
  version: 1,
  issued: { iso: '2026-11-22', text: '22 ноября 2026 г.' },
  title: 'Законы на 22 ноября 2026 года',
  refused: null,
};

/** The law of the made-up backend. */
export class MockLaw extends MockEntry implements LawBackend {
  law: LawStateView = structuredClone(BUILT_IN);
  /** What the person chooses: a newer law, a refusal, or nothing when the dialog is closed. */
  newer: LawOfferView | Problem | null = {
    version: 2,
    issued: { iso: '2026-12-10', text: '10 декабря 2026 г.' },
    title: 'Законы 2027 года (придуманные)',
    applications: [
      {
        application: 'application-2',
        name: null,
        changes: {
          language: 'ru',
          from_version: 1,
          to_version: 2,
          title: 'Законы 2027 года (придуманные)',
          heading: 'Для этого дела по новому пакету законов меняется следующее:',
          changes: [
            {
              area: 'fee',
              area_text: 'Государственная пошлина',
              id: 'residence_permit',
              title: 'Выдача разрешения на постоянное проживание',
              before: 'сумма не известна',
              after: '30 000,00 ₸',
            },
          ],
        },
      },
    ],
  };

  lawState(): Promise<Outcome<LawStateView>> {
    return Promise.resolve({ status: 'ok', data: this.law });
  }

  chooseLaw(): Promise<Outcome<LawOfferView | null>> {
    const newer = this.newer;
    return Promise.resolve(
      newer !== null && 'code' in newer
        ? { status: 'error', error: newer }
        : { status: 'ok', data: newer },
    );
  }

  takeOfferedLaw(): Promise<Outcome<LawStateView>> {
    this.calls.push('takeOfferedLaw');
    if (this.newer !== null && 'version' in this.newer) {
      const { version, issued, title } = this.newer;
      this.law = { version, issued, title, refused: null };
    }
    return Promise.resolve({ status: 'ok', data: this.law });
  }
}
