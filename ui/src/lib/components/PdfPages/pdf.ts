import type { PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the address of the file, not what it exports
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** A page as a picture and as words. */
export interface DrawnPage {
  canvas: HTMLCanvasElement;
  words: string;
}

/** Opens a PDF; the reader is only loaded when the first one is looked at. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerSrc = workerUrl;
  // The reader takes the bytes over, so it is given its own.
  return pdf.getDocument({ data: bytes.slice(), enableXfa: false }).promise;
}

/** Draws a page as wide as told, in pixels of the page; sharp on a fine screen too. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
): Promise<DrawnPage> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: (width / natural.width) * Math.max(1, window.devicePixelRatio),
  });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return { canvas, words: words.replace(/\s+/g, ' ').trim() };
}
