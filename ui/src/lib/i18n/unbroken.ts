const TOGETHER = [
  // 2026 ж. | 30 қараша: a line may end after the year, where it is too short for the whole date.
  /\d{4} ж\./gu,
  /(?<=ж\.\s)\d{1,2} \p{L}+/gu,
  // 30 ноября | 2026 г., 30 November | 2026
  /\d{1,2} \p{L}+(?= \d{4})/gu,
  /\d{4} г\./gu,
  // 17 300,00 ₸
  /\d[\d \u00a0.,]* ₸/gu,
];

/** The same text, in which a line ends neither between a day and its month, nor before "г." and "ж.", nor within a sum. */
export function unbroken(text: string): string {
  return TOGETHER.reduce(
    (whole, words) => whole.replace(words, (found) => found.replaceAll(' ', '\u00a0')),
    text,
  );
}
