import type { Language } from '../../i18n/words.ts';
import type { CaseView } from '../contract.ts';
import type { AnswerOnView, OverviewView, RouteComparisonView, StandView } from '../overview.ts';
import type { HouseholdView } from '../store.ts';
import type { Whole } from './result.ts';
import { VERDICT } from './rules.ts';
import { day, standing, w } from './words.ts';

function ownStand(l: Language, view: CaseView, application: string, opened: boolean): StandView {
  const { may_apply: mayApply, heading } = view.result;
  const open = view.sections.find((section) => section.open > 0);
  return {
    application,
    verdict: mayApply.verdict,
    verdict_text: mayApply.verdict_text,
    permit: view.result.permit,
    heading,
    next: open
      ? {
          code: 'section',
          text: w(
            `«${open.title}» бөлімін жалғастырыңыз`,
            `Продолжите раздел «${open.title}»`,
            `Go on with “${open.title}”`,
          )[l],
          target: open.id,
        }
      : {
          code: 'hand_in',
          text: w('Құжаттарды тапсырыңыз', 'Подайте документы', 'Hand in the papers')[l],
          target: null,
        },
    overdue: opened
      ? null
      : {
          key: 'host_notice',
          title: w(
            'Қабылдаушы тұлғаның хабарлауы',
            'Уведомление от принимающего лица',
            'Notice by the host',
          )[l],
          day: day(l, '2026-11-04'),
          when_text: day(l, '2026-11-04').text,
          left_text: null,
        },
    deadline: opened
      ? {
          key: 'stay_end',
          title: w('Болу құқығының соңы', 'Конец права на пребывание', 'End of the right to stay')[
            l
          ],
          day: day(l, '2027-01-09'),
          when_text: day(l, '2027-01-09').text,
          left_text: w('49 күн қалды', 'осталось 49 дней', '49 days left')[l],
        }
      : null,
  };
}

/** Where the made-up applications stand; those that are not open say little. */
export function overviewOf(l: Language, view: CaseView, families: HouseholdView[]): OverviewView {
  return {
    language: l,
    stands: families
      .flatMap((family) => family.applications)
      .map((one) => ownStand(l, view, one.id, one.open)),
  };
}

/** The answer on another day: from 2027 on the pilot project is not known. */
export function answerOnOf(l: Language, whole: Whole, iso: string): AnswerOnView {
  const open = iso >= '2027-01-01';
  const words = open
    ? w(
        'Осы күні өтініш бере аласыз ба, әлі шешілмеді',
        'Пока не решено, можно ли подать заявление в этот день',
        'It is not decided yet whether you may apply on that day',
      )
    : w(
        'Осы күні өтініш бере аласыз',
        'В этот день можно подать заявление',
        'You may apply on that day',
      );
  const verdict = open ? 'undecided' : 'yes';
  return {
    language: l,
    day: day(l, iso),
    heading: words[l],
    may_apply: { ...whole.may_apply, verdict, verdict_text: VERDICT[verdict][l] },
    routes: whole.routes,
    procedures: whole.procedures.map(({ finding, title }) => ({ id: finding.id, title })),
    not_ready: whole.readiness.not_ready,
    open: [],
    fees_together: open ? null : { tenge: '17300.00', text: '17 300,00 ₸' },
  };
}

const named = (id: string, title: string) => ({ id, title });

export function comparisonOf(l: Language, whole: Whole): RouteComparisonView[] {
  const fee = {
    id: 'permit',
    title: w('Рұқсат', 'Разрешение', 'Permit')[l],
    sum: { tenge: '17300.00', text: '17 300,00 ₸' },
  };
  return whole.routes.map(({ finding, title, change }, index) => ({
    id: finding.id,
    title,
    verdict: finding.verdict,
    verdict_text: finding.verdict_text,
    change,
    supposed:
      finding.verdict === 'yes' || index === 1
        ? []
        : [
            {
              fact: 'applicant.ethnic_kazakh',
              text: w('Этникалық қазақ: иә', 'Этнический казах: да', 'Ethnic Kazakh: yes')[l],
            },
          ],
    needs:
      index === 1
        ? null
        : {
            needed: [],
            open: [],
            more:
              index === 0
                ? []
                : [
                    named(
                      'ethnic-proof',
                      w('Ұлтын растайтын құжат', 'Документ о национальности', 'Proof of ethnicity')[
                        l
                      ],
                    ),
                  ],
            spared:
              index === 0
                ? []
                : [
                    named(
                      'means',
                      w(
                        'Төлем қабілеттілігін растау',
                        'Подтверждение платёжеспособности',
                        'Proof of means',
                      )[l],
                    ),
                  ],
            procedures: [],
            fees: [fee],
          },
    standing: 'official',
    standing_text: standing(l, 'official'),
  }));
}
