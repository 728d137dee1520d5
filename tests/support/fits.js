// What does not fit: words that are cut off, that lie outside of the window, or that can only be read by scrolling sideways.
const width = document.documentElement.clientWidth;
const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const seen = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getClientRects().length > 0;
// For readers of the screen alone, or out of the way until it has the focus.
const apart = (element) => {
  if (element.closest('.visually-hidden, .skip, option') !== null) return true;
  // The head of a table whose rows stand one below the other: each cell then names its column itself.
  const head = element.closest('thead');
  return head !== null && getComputedStyle(head).clipPath === 'inset(50%)';
};
const told = (element) => `${element.tagName.toLowerCase()} ${JSON.stringify(words(element.innerText).slice(0, 60))}`;
const problems = [];
const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
while (text.nextNode()) {
  const node = text.currentNode;
  const element = node.parentElement;
  if (!words(node.data) || !element || !seen(element) || apart(element)) continue;
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.right > width + 1 || box.left < -1) {
      problems.push(`beyond the edge by ${Math.round(box.right - width)} px: ${told(element)}`);
      break;
    }
  }
}
// A table counts its caption, which it does not hold; what a table has too much of lies beyond the edge.
const others = 'select, textarea, table, svg, svg *';
for (const element of document.body.querySelectorAll('*')) {
  if (!seen(element) || apart(element) || element.matches(others)) continue;
  const { overflowX, overflowY } = getComputedStyle(element);
  const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
  const high = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
  if (wide && ['auto', 'scroll'].includes(overflowX)) problems.push(`scrolls sideways: ${told(element)}`);
  if (!words(element.innerText)) continue;
  if (wide && ['hidden', 'clip'].includes(overflowX)) problems.push(`cut off at the side: ${told(element)}`);
  if (high && ['hidden', 'clip'].includes(overflowY)) problems.push(`cut off below: ${told(element)}`);
}
return [...new Set(problems)];
