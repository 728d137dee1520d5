import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { MockBackend } from '../src/lib/backend/mock/mock.ts';
import { expectNoBarriers, heading, openAt } from './page.ts';

/** What a page says by itself: a new day, a law to read again, an address, a day that cannot be. */

afterEach(() => vi.restoreAllMocks());

test('a page that is open hears that another day has begun', async () => {
  const backend = await openAt('#/dates');
  const shown = vi.spyOn(backend, 'showCase');
  const dates = vi.spyOn(backend, 'datesPage');
  backend.nextDay();
  await waitFor(() => expect(dates).toHaveBeenCalledTimes(1));
  expect(shown).toHaveBeenCalledTimes(1);
});

test.each(['#/', '#/answer', '#/papers'])(
  'a law that was to be read again is said once at %s, with what to do',
  async (hash) => {
    const sources = MockBackend.prototype.sourcesOfLaw;
    vi.spyOn(MockBackend.prototype, 'sourcesOfLaw').mockImplementation(async function (
      this: MockBackend,
      language,
    ) {
      const outcome = await sources.call(this, language);
      if (outcome.status === 'error') return outcome;
      const [first, ...rest] = outcome.data.sources.map((one) => ({ ...one, overdue: false }));
      if (!first) throw new Error('no source');
      return {
        ...outcome,
        data: { ...outcome.data, sources: [{ ...first, overdue: true }, ...rest] },
      };
    });
    await openAt(hash);
    const said = await screen.findAllByText(/пора было перечитать 1 акт/);
    expect(said).toHaveLength(1);
    expect(said[0]?.querySelector('a')?.getAttribute('href')).toBe('#/safe');
    await expectNoBarriers();
  },
);

test('nothing is said of a law that was read in time', async () => {
  const sources = MockBackend.prototype.sourcesOfLaw;
  vi.spyOn(MockBackend.prototype, 'sourcesOfLaw').mockImplementation(async function (
    this: MockBackend,
    language,
  ) {
    const outcome = await sources.call(this, language);
    if (outcome.status === 'error') return outcome;
    const read = outcome.data.sources.map((one) => ({ ...one, overdue: false }));
    return { ...outcome, data: { ...outcome.data, sources: read } };
  });
  await openAt('#/');
  expect(screen.queryByText(/пора было перечитать/)).toBeNull();
});

test('a day that cannot be is said as on other forms, and takes the focus', async () => {
  await openAt('#/answer');
  const [day, month, year] = ['День', 'Месяц', 'Год'].map((name) => screen.getByLabelText(name));
  await fireEvent.input(day as HTMLElement, { target: { value: '31' } });
  await fireEvent.input(month as HTMLElement, { target: { value: '2' } });
  await fireEvent.input(year as HTMLElement, { target: { value: '2027' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Показать ответ на этот день' }));
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  await fireEvent.click(summary.querySelector('a') as HTMLElement);
  expect(document.activeElement).toBe(day);
});

test('the address of a source is readable, and a browser that does not open is said there', async () => {
  const backend = await openAt('#/question/passport.expires');
  const line = document.querySelector('.source');
  expect(line?.querySelector('.address')?.textContent).toMatch(/^[a-z0-9.-]+\.kz\/\S+$/);
  vi.spyOn(backend, 'openSource').mockResolvedValue({
    status: 'error',
    error: { code: 'browser_not_opened', args: { url: 'https://adilet.zan.kz/x' }, field: null },
  });
  await fireEvent.click(screen.getByRole('button', { name: /^Открыть источник/ }));
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('https://adilet.zan.kz/x');
  expect(said.previousElementSibling).toBe(line);
});

test('who has answered nothing yet may look at the invented case first, and hears that it is open', async () => {
  await openAt('', { state: {} });
  await fireEvent.click(screen.getByRole('button', { name: 'Открыть пример' }));
  await waitFor(() => expect(heading()).toBe('Ход вашего дела'));
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain('вымышленный человек'),
  );
});

test('the sample is not offered among answers', async () => {
  await openAt('#/first/applicant.status');
  expect(screen.queryByRole('button', { name: 'Открыть пример' })).toBeNull();
});
