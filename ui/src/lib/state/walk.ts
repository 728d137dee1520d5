import type { CaseView, ItemView, QuestionView, SectionView } from '../backend/contract.ts';
import { hrefOf, type Page } from './page.ts';

/** A page of a section, whether something on it still waits for an answer, and whether it may go on waiting. */
export type Stop = { page: Page; open: boolean; optional: boolean };

function stopOf(item: ItemView, view: CaseView): Stop {
  switch (item.kind) {
    case 'question':
      return {
        page: { name: 'question', key: item.question.key, from: 'walk' },
        open: item.question.answer === null,
        optional: item.question.optional,
      };
    case 'list':
      return {
        page: { name: 'list', entity: item.list.entity },
        open: !item.list.complete,
        optional: false,
      };
    case 'papers':
      return {
        page: { name: 'hand' },
        open:
          !view.result.days.handed_in &&
          item.cards.some((card) => card.questions[0]?.answer === null),
        optional: false,
      };
    case 'plan':
      return { page: { name: 'plan' }, open: !view.result.days.filing.given, optional: false };
  }
}

export function stopsOf(section: SectionView, view: CaseView): Stop[] {
  return section.items.map((item) => stopOf(item, view));
}

/** The section to which a page belongs. */
export function sectionOf(view: CaseView, page: Page): SectionView | null {
  if (page.name === 'check') {
    return view.sections.find((section) => section.id === page.section) ?? null;
  }
  const wanted: Page =
    page.name === 'record'
      ? { name: 'list', entity: page.entity }
      : page.name === 'question'
        ? { ...page, from: 'walk' }
        : page;
  const href = hrefOf(wanted);
  return (
    view.sections.find((section) =>
      stopsOf(section, view).some((stop) => hrefOf(stop.page) === href),
    ) ?? null
  );
}

/**
 * The next page of the section that waits for an answer, after the given one; else the answers to check.
 * From the answers to check (no page given) nobody is sent to a question again that may stay empty.
 */
export function nextStop(view: CaseView, section: SectionView, after: Page | null): Page {
  const stops = stopsOf(section, view);
  const href = after && hrefOf(after.name === 'question' ? { ...after, from: 'walk' } : after);
  const at = stops.findIndex((stop) => hrefOf(stop.page) === href);
  const next = stops.slice(at + 1).find((stop) => stop.open && (after !== null || !stop.optional));
  return next?.page ?? { name: 'check', section: section.id };
}

/** The page before the given one in its section; else the home of the case. */
export function stopBefore(view: CaseView, page: Page): Page {
  const section = sectionOf(view, page);
  if (!section) return { name: 'home' };
  const stops = stopsOf(section, view);
  const href = hrefOf(page.name === 'question' ? { ...page, from: 'walk' } : page);
  const at = stops.findIndex((stop) => hrefOf(stop.page) === href);
  return stops[at - 1]?.page ?? { name: 'home' };
}

/** Where the link of a section leads. */
export function entranceOf(view: CaseView, section: SectionView): Page {
  return section.state === 'not_started'
    ? (stopsOf(section, view)[0]?.page ?? { name: 'check', section: section.id })
    : { name: 'check', section: section.id };
}

/** Where the link of the first check leads. */
export function entranceOfPrecheck(view: CaseView): Page {
  const open = view.precheck.questions.find((question) => question.answer === null);
  return open ? { name: 'first', key: open.key } : { name: 'first-answer' };
}

/** All questions of the case that have a page of their own, with that page. */
function pagesOfQuestions(view: CaseView): { question: QuestionView; page: Page }[] {
  return view.sections.flatMap((section) =>
    section.items.flatMap((item): { question: QuestionView; page: Page }[] => {
      switch (item.kind) {
        case 'question':
          return [
            {
              question: item.question,
              page: { name: 'question', key: item.question.key, from: 'answer' },
            },
          ];
        case 'list':
          return item.list.records.flatMap((record) =>
            record.questions.map((question) => ({
              question,
              page: { name: 'record' as const, entity: item.list.entity, record: record.id },
            })),
          );
        case 'papers':
          return item.cards.flatMap((card) =>
            card.questions.map((question) => ({ question, page: { name: 'hand' as const } })),
          );
        case 'plan':
          return [];
      }
    }),
  );
}

/** The question on which day the papers were handed in; its answer is no plan. */
export const HANDED_IN: Page = { name: 'question', key: 'application.handed_in', from: 'check' };

/** The link to the page on which a fact is answered. */
export function linkOfFact(view: CaseView, fact: string): { label: string; page: Page } | null {
  const found = pagesOfQuestions(view).find(({ question }) => question.key === fact);
  if (found) return { label: found.question.question, page: found.page };
  for (const section of view.sections) {
    for (const item of section.items) {
      if (item.kind === 'list' && fact === `${item.list.entity}.complete`) {
        return { label: item.list.title, page: { name: 'list', entity: item.list.entity } };
      }
    }
  }
  return null;
}

export function findQuestion(view: CaseView, key: string): QuestionView | null {
  return pagesOfQuestions(view).find(({ question }) => question.key === key)?.question ?? null;
}

/** Keys of questions that wait for an answer in a section. */
export function openKeys(section: SectionView): string[] {
  return section.items.flatMap((item) =>
    item.kind === 'question' && item.question.answer === null ? [item.question.key] : [],
  );
}
