/** A part of a text in the little of Markdown that the guide is written in. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] };

/** The parts of a text: headings of two levels, paragraphs, lists. Nothing in it is taken for markup. */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  for (const line of source.split('\n').map((text) => text.trim())) {
    const last = blocks.at(-1);
    if (line.startsWith('## ')) blocks.push({ kind: 'heading', level: 2, text: line.slice(3) });
    else if (line.startsWith('# ')) blocks.push({ kind: 'heading', level: 1, text: line.slice(2) });
    else if (line.startsWith('- ') && last?.kind === 'list') last.items.push(line.slice(2));
    else if (line.startsWith('- ')) blocks.push({ kind: 'list', items: [line.slice(2)] });
    else if (line !== '') blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}
