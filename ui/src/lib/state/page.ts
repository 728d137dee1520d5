/** Where a page returns to when its answer is saved. */
export type From = 'walk' | 'check' | 'answer' | 'after';

/** A page of the open case. */
export type Page =
  | { name: 'home' }
  | { name: 'first'; key: string }
  | { name: 'first-answer' }
  | { name: 'question'; key: string; from: From }
  | { name: 'list'; entity: string }
  | { name: 'record'; entity: string; record: string; key?: string; from?: From }
  | { name: 'hand' }
  | { name: 'plan' }
  | { name: 'check'; section: string }
  | { name: 'answer' }
  | { name: 'dates'; deadline?: string | undefined }
  | { name: 'reminders' }
  | { name: 'money' }
  | { name: 'stay' }
  | { name: 'papers' }
  | { name: 'families' }
  | { name: 'scans' }
  | { name: 'safe' }
  | { name: 'blanks' }
  | { name: 'blank'; digest: string }
  | { name: 'photo' }
  | { name: 'zone' }
  | { name: 'after' }
  | { name: 'happening'; key: string }
  | { name: 'settings' }
  | { name: 'guide' };

function isFrom(value: string | undefined): value is From {
  return value === 'walk' || value === 'check' || value === 'answer' || value === 'after';
}

function partsOf(page: Page): string[] {
  switch (page.name) {
    case 'home':
      return [];
    case 'first':
      return ['first', page.key];
    case 'question':
      return page.from === 'walk' ? ['question', page.key] : ['question', page.key, page.from];
    case 'list':
      return ['list', page.entity];
    case 'record': {
      const parts = ['list', page.entity, page.record];
      return page.from && page.key ? [...parts, page.from, page.key] : parts;
    }
    case 'check':
      return ['check', page.section];
    case 'blank':
      return ['blank', page.digest];
    case 'happening':
      return ['after', page.key];
    case 'dates':
      return page.deadline ? ['dates', page.deadline] : ['dates'];
    case 'first-answer':
    case 'hand':
    case 'plan':
    case 'answer':
    case 'reminders':
    case 'money':
    case 'stay':
    case 'papers':
    case 'families':
    case 'scans':
    case 'safe':
    case 'blanks':
    case 'photo':
    case 'zone':
    case 'after':
    case 'settings':
    case 'guide':
      return [page.name];
  }
}

/** The address of a page, for links. */
export function hrefOf(page: Page): string {
  return `#/${partsOf(page).map(encodeURIComponent).join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The page of an address; an unknown address is the home of the case. */
export function pageOf(hash: string): Page {
  const [name, first, second, third, fourth] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  switch (name) {
    case 'first':
      return first ? { name, key: first } : { name: 'home' };
    case 'question':
      return first
        ? { name, key: first, from: isFrom(second) ? second : 'walk' }
        : { name: 'home' };
    case 'list':
      if (!first) return { name: 'home' };
      if (!second) return { name, entity: first };
      return isFrom(third) && fourth
        ? { name: 'record', entity: first, record: second, key: fourth, from: third }
        : { name: 'record', entity: first, record: second };
    case 'check':
      return first ? { name, section: first } : { name: 'home' };
    case 'blank':
      return first ? { name, digest: first } : { name: 'blanks' };
    case 'after':
      return first ? { name: 'happening', key: first } : { name };
    case 'dates':
      return first ? { name, deadline: first } : { name };
    case 'first-answer':
    case 'hand':
    case 'plan':
    case 'answer':
    case 'reminders':
    case 'money':
    case 'stay':
    case 'papers':
    case 'families':
    case 'scans':
    case 'safe':
    case 'blanks':
    case 'photo':
    case 'zone':
    case 'settings':
    case 'guide':
      return { name };
    default:
      return { name: 'home' };
  }
}
