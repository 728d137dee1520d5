/** What a person does at a computer. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls when nobody has touched the window for so many minutes; never for nought. Gives back how to stop it.
 * A computer that slept counts the time of its sleep.
 */
export function afterRest(minutes: number, call: () => void): () => void {
  if (minutes <= 0) return () => {};
  const allowed = minutes * 60_000;
  let last = Date.now();
  const touched = () => {
    // Somebody who comes back too late finds the window locked.
    if (Date.now() - last >= allowed) call();
    else last = Date.now();
  };
  const timer = setInterval(() => {
    if (Date.now() - last >= allowed) call();
  }, 10_000);
  for (const sign of SIGNS) window.addEventListener(sign, touched, { passive: true });
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, touched);
  };
}
