import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { MockBackend } from '../src/lib/backend/mock/mock.ts';
import { expectNoBarriers, openAt } from './page.ts';

/** Answers that should be looked at again: on the page of the answer, beside a paper, in the check of its section. */

afterEach(() => vi.restoreAllMocks());

const FUTURE = 'Этот день ещё не наступил.';

const look = (fact: string, label: string, answer: string | null) => ({
  id: 'day-in-the-future',
  text: FUTURE,
  look_at: [{ fact, label, answer }],
});

test('one check that finds two things says both, with the answers to compare', async () => {
  const real = MockBackend.prototype.answerPage;
  vi.spyOn(MockBackend.prototype, 'answerPage').mockImplementation(async function (
    this: MockBackend,
    lang,
    revision,
  ) {
    const page = await real.call(this, lang, revision);
    if (page.status !== 'ok') return page;
    const sanity = [
      look('passport.issued', 'Дата выдачи', '2 декабря 2026 г.'),
      look('refusal/refusal-1.on', 'Дата отказа', null),
    ];
    return { ...page, data: { ...page.data, sanity } };
  });
  await openAt('#/answer');
  expect(screen.getAllByText(FUTURE)).toHaveLength(2);
  expect(screen.getByText('Дата выдачи: 2 декабря 2026 г.')).toBeTruthy();
  expect(screen.getByText('Дата отказа')).toBeTruthy();
  await expectNoBarriers();
});

test('a name that differs is said beside the paper and in the check of the section', async () => {
  const real = MockBackend.prototype.showCase;
  vi.spyOn(MockBackend.prototype, 'showCase').mockImplementation(async function (
    this: MockBackend,
    lang,
  ) {
    const shown = await real.call(this, lang);
    if (shown.status !== 'ok') return shown;
    const sections = shown.data.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        item.kind === 'papers'
          ? {
              ...item,
              cards: item.cards.map((card, index) => ({
                ...card,
                doubts: index === 0 ? ['здесь написано «Соколав».'] : [],
              })),
            }
          : item,
      ),
    }));
    return { ...shown, data: { ...shown.data, sections } };
  });
  await openAt('#/hand');
  expect(screen.getAllByText(/«Соколав»/)).toHaveLength(1);
  expect(screen.getByText('Проверьте:').closest('section')?.textContent).toContain('«Соколав»');
  await expectNoBarriers();
  location.hash = '#/check/documents';
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Документы'),
  );
  await waitFor(() => expect(screen.getAllByText(/«Соколав»/)).toHaveLength(1));
});
