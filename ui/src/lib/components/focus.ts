import { tick } from 'svelte';
import type { Action } from 'svelte/action';

/**
 * Gives the focus back to a button that was pressed and could not be pressed while it worked: a window takes the focus away from such a
 * button. Where the page has led it elsewhere in between, it stays there.
 */
export const keepsFocus: Action<HTMLButtonElement, boolean> = (button, working) => {
  let pressed = false;
  let before = working;
  const back = async () => {
    await tick();
    if (document.activeElement === document.body) button.focus();
  };
  const press = () => {
    pressed = true;
  };
  button.addEventListener('click', press);
  return {
    update(now) {
      const done = before && !now && pressed;
      before = now;
      if (!done) return;
      pressed = false;
      void back();
    },
    destroy() {
      button.removeEventListener('click', press);
    },
  };
};
