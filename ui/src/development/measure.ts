import axe from 'axe-core';

/** Milliseconds after which the made-up shell has answered everything. */
const SETTLED = 3000;

/**
 * Judges what is shown in a real browser, with its colours and its layout, and writes what is wrong into the page, so that
 * `chromium --dump-dom` tells it: barriers by axe, and how much wider than the window the page is.
 */
export function measure(): void {
  setTimeout(() => void judge(), SETTLED);
}

async function judge(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  const report = document.createElement('pre');
  report.id = 'measured';
  const { scrollWidth, clientWidth } = document.documentElement;
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  report.textContent = [`too wide: ${scrollWidth - clientWidth} px`, ...lines].join('\n');
  document.body.append(report);
}
