import type { Language } from '../../i18n/words.ts';
import type { BlankDatumView, BlankFieldView, OfficeBlankView, PhotoPageView } from '../desk.ts';
import { w } from './words.ts';

/** The smallest picture there is. */
export const PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

const field = (name: string, more: Partial<BlankFieldView> = {}): BlankFieldView => ({
  name,
  kind: 'text',
  places: [{ page: 1, x: 40_000, y: 40_000, width: 80_000, height: 8_000, state: null }],
  most_characters: null,
  comb: false,
  multiline: false,
  read_only: false,
  required: false,
  options: [],
  hint: null,
  filled: false,
  ...more,
});

const page = {
  width: 210_000,
  height: 297_000,
  turned: 0,
  offset_x: 0,
  offset_y: 0,
  size_assumed: false,
};

/** A blank with fields. */
export const FORM: OfficeBlankView = {
  blank: {
    kind: 'fillable',
    digest: 'a'.repeat(64),
    pages: [page],
    fields: [
      field('surname', { hint: 'Фамилия' }),
      field('sex', {
        kind: 'radio',
        places: [
          { page: 1, x: 40_000, y: 60_000, width: 5_000, height: 5_000, state: 'M' },
          { page: 1, x: 60_000, y: 60_000, width: 5_000, height: 5_000, state: 'F' },
        ],
      }),
    ],
  },
  title: 'Анкета',
  edition: '',
  language: 'ru',
  boxes: [],
  ruled: [],
  suggestions: [{ field: 'surname', suggestion: { fact: 'names.surname', from: 'Фамилия' } }],
};

/** A scan: no fields, some lines. */
export const FLAT: OfficeBlankView = {
  blank: {
    kind: 'scan',
    digest: 'b'.repeat(64),
    pages: [{ ...page, size_assumed: true }],
    fields: [],
  },
  title: 'Скан',
  edition: '',
  language: 'ru',
  boxes: [],
  ruled: [
    { page: 1, x: 50_000, y: 50_000, width: 100_000, height: 8_000, kind: 'cell', cells: null },
    { page: 1, x: 50_000, y: 80_000, width: 60_000, height: 6_000, kind: 'comb', cells: 12 },
  ],
  suggestions: [],
};

export function blankData(l: Language): BlankDatumView[] {
  const names = w('Аты-жөні', 'Имена', 'Names')[l];
  const you = w('Сіз', 'Вы', 'You')[l];
  return [
    {
      fact: 'names.surname',
      label: w('Тегі', 'Фамилия', 'Surname')[l],
      group: names,
      kind: 'name_cyrillic',
      list: false,
      options: [],
    },
    {
      fact: 'applicant.sex',
      label: w('Жынысы', 'Пол', 'Sex')[l],
      group: you,
      kind: 'choice',
      list: false,
      options: [
        { id: 'male', label: w('ер', 'мужской', 'male')[l], hint: null },
        { id: 'female', label: w('әйел', 'женский', 'female')[l], hint: null },
      ],
    },
    {
      fact: 'applicant.birth_date',
      label: w('Туған күні', 'Дата рождения', 'Date of birth')[l],
      group: you,
      kind: 'date',
      list: false,
      options: [],
    },
    {
      fact: 'child.full_name',
      label: w('Баланың аты', 'Имя ребёнка', 'Name of the child')[l],
      group: w('Балалар', 'Дети', 'Children')[l],
      kind: 'text',
      list: true,
      options: [],
    },
  ];
}

const line = (id: string, label: string, from: number, until: number) => ({
  id,
  label,
  from,
  until,
});

export function guides(l: Language): PhotoPageView['guides'] {
  return {
    width: 350,
    height: 450,
    cite: 'rules:1',
    standing: 'unconfirmed',
    note: w('Сызықтар — тек көмек.', 'Линии — только помощь.', 'The lines are only a help.')[l],
    lines: [
      line('head_top', w('төбе', 'макушка', 'top of the head')[l], 30, 60),
      line('eyes', w('көз', 'глаза', 'eyes')[l], 170, 220),
      line('chin', w('иек', 'подбородок', 'chin')[l], 350, 390),
    ],
  };
}
