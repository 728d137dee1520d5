const DATES = [
  // 2026 ж. 30 қараша
  /\d{4} ж\. \d{1,2} \p{L}+/gu,
  // 30 ноября 2026 г., 30 November 2026
  /\d{1,2} \p{L}+ \d{4}( г\.)?/gu,
];

/** The same text, whose dates stay on one line. */
export function unbroken(text: string): string {
  return DATES.reduce(
    (whole, date) => whole.replace(date, (found) => found.replaceAll(' ', '\u00a0')),
    text,
  );
}
