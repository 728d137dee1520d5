/** A form of the page: whether it holds what was not sent yet, and how that is saved. */
export type Typed = {
  changed: () => boolean;
  /** Says whether nothing that is typed would be lost by leaving the page. */
  save: () => Promise<boolean>;
  /** What is done once the page is left, after what was typed is saved. */
  left?: () => Promise<unknown>;
};
