import type { Backend } from '../../lib/backend/contract.ts';
import { drawPage, openPdf } from '../../lib/components/PdfPages/pdf.ts';

/** Pixels across: sharp enough to see hairlines. */
const WIDTH = 900;

/** The pages of a blank as pictures; none when it cannot be drawn, and the boxes are placed by their numbers. */
export async function drawBlank(backend: Backend, digest: string): Promise<HTMLCanvasElement[]> {
  const outcome = await backend.blankPaper('kk', digest, { kind: 'empty' });
  if (outcome.status === 'error') return [];
  const drawn: HTMLCanvasElement[] = [];
  try {
    const document = await openPdf(outcome.data);
    for (let number = 1; number <= document.numPages; number += 1) {
      drawn.push((await drawPage(document, number, WIDTH)).canvas);
    }
    await document.loadingTask.destroy();
  } catch {
    // What was drawn until then is shown.
  }
  return drawn;
}
