// Where the keyboard is, seen from what is wanted; and whether somebody who looks at the window sees where it is.
const target = arguments[0];
const active = document.activeElement;
const hidden = () => {
  if (!active || active.matches('body, h1, main')) return null;
  const told = `${active.tagName.toLowerCase()} ${JSON.stringify((active.innerText || active.name || '').trim().slice(0, 60))}`;
  const box = active.getClientRects()[0];
  if (!box || box.width === 0 || box.height === 0) return `no place of ${told} is seen`;
  const left = Math.max(box.left, 0);
  const right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  if (left >= right || top >= bottom) return `${told} lies outside of the window`;
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const label = active.labels?.[0];
  const same = there && (active.contains(there) || there.contains(active) || label?.contains(there));
  if (!same) return `${told} is covered by ${there?.outerHTML.slice(0, 120)}`;
  // A choice shows its focus on the whole row, which is its label.
  const rings = [active, label].filter(Boolean).map((one) => getComputedStyle(one));
  if (rings.every(({ outlineStyle, boxShadow }) => outlineStyle === 'none' && boxShadow === 'none'))
    return `nothing shows that ${told} has the focus`;
  return null;
};
const group = (radio) =>
  [...document.querySelectorAll('input[type=radio]')].filter(
    (other) => other.name === radio.name && other.form === radio.form && !other.disabled,
  );
const isRadio = (element) => element?.matches('input[type=radio]');
const answer = { hidden: hidden(), here: active === target, arrows: 0, forward: true, checked: Boolean(target.checked) };
if (!answer.here && isRadio(active) && isRadio(target) && active.name === target.name && active.form === target.form) {
  const all = group(target);
  answer.arrows = all.indexOf(target) - all.indexOf(active);
}
if (active && active !== document.body) {
  answer.forward = Boolean(active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
}
return answer;
