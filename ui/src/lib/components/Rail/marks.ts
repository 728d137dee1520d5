/** What a link of the rail leads to, drawn in strokes on 18 × 18 units. Decoration: the words beside it say the same. */
export const MARKS = {
  home: 'M2.5 8.5 9 3l6.5 5.5M4.5 7.5V15h9V7.5M7.5 15v-4h3v4',
  dates: 'M3 4.5h12v10.5H3zM3 8h12M6 2.5v3M12 2.5v3',
  reminders: 'M4.5 12.5h9l-1-2V7.5a3.5 3.5 0 0 0-7 0v3zM7.5 14.8a1.6 1.6 0 0 0 3 0M9 2.4V4',
  after: 'M4 15.5V3M4 3.5h9.5l-2 3 2 3H4',
  stay: 'M9 15.6s-5-4.6-5-8.1a5 5 0 0 1 10 0c0 3.5-5 8.1-5 8.1zM9 9.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  money: 'M2.5 5h13v8h-13zM9 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 9h.01M13 9h.01',
  papers: 'M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3M6.8 9h4.4M6.8 12h4.4',
  families:
    'M6.5 8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM2.5 14.8c0-2.6 1.7-4.3 4-4.3s4 1.7 4 4.3M12 8.2a1.9 1.9 0 1 0 0-3.8M12.5 10.7c1.8.3 3 1.9 3 4.1',
  scans: 'M3 6V3h3M12 3h3v3M15 12v3h-3M6 15H3v-3M5 9h8',
  safe: 'M9 2.5 14.5 4.5v4.2c0 3.2-2.3 5.7-5.5 6.8-3.2-1.1-5.5-3.6-5.5-6.8V4.5zM6.6 8.8l1.8 1.8 3-3.3',
  settings:
    'M3 5.5h6M12.5 5.5H15M3 12.5h2.5M9 12.5h6M10.7 7.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM7.2 14.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  guide:
    'M9 4.5C7.5 3.3 5 3 2.5 3.3v11c2.5-.3 5 0 6.5 1.2 1.5-1.2 4-1.5 6.5-1.2v-11C13 3 10.5 3.3 9 4.5zM9 4.5v11',
} as const;

/** The name of a mark. */
export type Mark = keyof typeof MARKS;
