import type { Language } from '../../i18n/words.ts';
import type { PapersView, PrintableView } from '../contract.ts';
import { FILING } from './rules.ts';
import { day, w } from './words.ts';

/** Papers to print in each of their states. */
export function printables(l: Language): PapersView {
  const paper = (id: string, title: string, more: Partial<PrintableView>): PrintableView => ({
    key: id,
    id,
    title,
    person: null,
    languages: ['kk', 'ru'],
    draft: false,
    own_texts: id === 'cover_sheet' || id === 'autobiography',
    state: 'ready',
    state_text: w('дайын', 'готова', 'ready')[l],
    why: null,
    missing: [],
    notes: [],
    ...more,
  });
  return {
    language: l,
    on: day(l, FILING),
    papers: [
      paper('questionnaire', w('Өтініш-сауалнама', 'Заявление-анкета', 'Questionnaire')[l], {
        state: 'incomplete',
        state_text: w('1 жауап жоқ', 'нет 1 ответа', '1 answer is missing')[l],
        missing: [
          { key: 'applicant.citizenship', label: w('Азаматтық', 'Гражданство', 'Citizenship')[l] },
        ],
        notes: [
          {
            fact: 'applicant.birth_place',
            label: w('Туған жері', 'Место рождения', 'Place of birth')[l],
            language: 'kk',
            kind: 'no_twin',
            text: w(
              'Қазақша мәтіні берілмеген.',
              'Казахского текста нет.',
              'The Kazakh text is not given.',
            )[l],
          },
        ],
      }),
      paper('cover_sheet', w('Титул парағы', 'Титульный лист', 'Cover sheet')[l], {
        languages: ['kk', 'ru', 'en'],
      }),
      paper('child_consent', w('Баланың келісімі', 'Согласие ребёнка', 'Consent of the child')[l], {
        key: 'child_consent/1',
        person: w('Дина', 'Дина', 'Dina')[l],
        draft: true,
        state: 'open',
        state_text: w(
          'керек пе, әлі шешілмеді',
          'нужна ли, ещё не решено',
          'not decided whether it is needed',
        )[l],
      }),
      paper('autobiography', w('Өмірбаян', 'Автобиография', 'Autobiography')[l], {
        state: 'not_needed',
        state_text: w('керек емес', 'не нужна', 'not needed')[l],
        why: w(
          'Ол бұл күнгі тізімде жоқ.',
          'В перечне этого дня её нет.',
          'It is not in the list of that day.',
        )[l],
      }),
    ],
  };
}
