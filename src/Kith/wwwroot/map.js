// @ts-check
// The relationship map: its details are fetched once somebody reaches for it, then it is moved over with mouse, finger or keys. Names that are too small to
// read wait until one comes nearer.

// At the first size the whole map is in its frame; at each further size names of half the height can be read.
const sizes = [0, 1, 2, 4, 8];
const narrowest = 1000;

/** @type {WeakMap<HTMLElement, SVGGraphicsElement>} */
const chosen = new WeakMap();
/** @type {{ map: HTMLElement, x: number, y: number, left: number, top: number, moved: boolean } | null} */
let held = null;

/** @param {Event} event @returns {HTMLElement | null} */
const mapOf = event => event.target instanceof Element ? event.target.closest('[data-map]') : null;
/** @param {HTMLElement} map @returns {SVGGraphicsElement[]} */
const nodes = map => [...map.querySelectorAll('[data-id]')].map(node => /** @type {SVGGraphicsElement} */ (node));

/** @param {HTMLElement} map */
const sizeOf = map => Number(map.dataset.zoom);

/** @param {Element} node @returns {{ x: number, y: number }} */
function middle(node) {
  const box = /** @type {SVGGraphicsElement} */ (node).getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {HTMLElement} map @param {number} step @param {{ x: number, y: number }} [at] what stays where it is, in parts of the drawing */
function zoom(map, step, at) {
  const svg = map.querySelector('svg');
  const box = /** @type {HTMLElement | null} */ (map.querySelector('.map-sheet'));
  if (!svg || !box) return;
  const size = Math.min(sizes.length - 1, Math.max(0, step));
  const before = { wide: box.clientWidth, high: box.clientHeight, left: map.scrollLeft, top: map.scrollTop };
  map.dataset.zoom = String(size);
  box.style.width = size === 0 ? '' : `${Math.max(map.clientWidth, narrowest) * sizes[size]}px`;
  const point = at ?? (before.wide ? { x: (before.left + map.clientWidth / 2) / before.wide, y: (before.top + map.clientHeight / 2) / before.high } : { x: 0.5, y: 0.5 });
  const from = at && before.wide ? { x: at.x * before.wide - before.left, y: at.y * before.high - before.top } : { x: map.clientWidth / 2, y: map.clientHeight / 2 };
  map.scrollTo(point.x * box.clientWidth - from.x, point.y * box.clientHeight - from.y);
  for (const button of map.closest('section')?.querySelectorAll('[data-zooms]') ?? [])
    /** @type {HTMLButtonElement} */ (button).disabled = Number(/** @type {HTMLElement} */ (button).dataset.zooms) > 0 ? size === sizes.length - 1 : size === 0;
}

/** @param {HTMLElement} map @param {SVGGraphicsElement | null} node @param {boolean} moves */
function choose(map, node, moves) {
  for (const old of map.querySelectorAll('.chosen, .known, .map-lines')) old.matches('.map-lines') ? old.remove() : old.classList.remove('chosen', 'known');
  const said = map.closest('section')?.querySelector('[data-map-said]');
  map.classList.toggle('choosing', node !== null);
  if (!node) {
    chosen.delete(map);
    said?.replaceChildren('Choose a point, or move with the arrow keys.');
    return;
  }
  const all = nodes(map);
  chosen.set(map, node);
  node.classList.add('chosen');
  const known = (node.dataset.knows ?? '').split(' ').filter(Boolean).map(at => all[Number(at)]);
  const from = middle(node);
  const lines = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  lines.setAttribute('class', 'map-lines');
  lines.setAttribute('d', known.map(other => ({ ...middle(other) })).concat(node.matches('rect, .p-far') ? [] : [{ x: 0, y: 0 }]).map(to => `M${from.x} ${from.y}L${to.x} ${to.y}`).join(''));
  node.before(lines);
  for (const other of known) other.classList.add('known');
  const link = Object.assign(document.createElement('a'), { href: `/${node.dataset.id}`, textContent: node.querySelector('title')?.textContent ?? '' });
  const ways = Object.assign(document.createElement('a'), { href: `/insights/map?to=${node.dataset.id?.split('/')[1]}`, textContent: 'ways there' });
  said?.replaceChildren(link, ' · ', ways);
  if (moves) node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Whoever is next in that direction: near, and not far to the side. @param {HTMLElement} map @param {number} dx @param {number} dy */
function next(map, dx, dy) {
  const old = chosen.get(map);
  const from = old ? middle(old) : { x: 0, y: 0 };
  let best = null;
  let nearest = Infinity;
  for (const node of nodes(map)) {
    const to = middle(node);
    const [along, aside] = [(to.x - from.x) * dx + (to.y - from.y) * dy, Math.abs((to.x - from.x) * dy - (to.y - from.y) * dx)];
    const far = along + 2 * aside;
    if (node !== old && along > 0.5 && far < nearest) [best, nearest] = [node, far];
  }
  if (best) choose(map, best, true);
}

/** @param {string} path */
function open(path) {
  const blazor = /** @type {any} */ (window).Blazor;
  blazor ? blazor.navigateTo(path) : location.assign(path);
}

document.addEventListener('keydown', event => {
  const map = mapOf(event);
  if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
  const node = chosen.get(map);
  /** @type {Record<string, () => void>} */
  const acts = {
    ArrowLeft: () => next(map, -1, 0), ArrowRight: () => next(map, 1, 0), ArrowUp: () => next(map, 0, -1), ArrowDown: () => next(map, 0, 1),
    '+': () => zoom(map, sizeOf(map) + 1), '-': () => zoom(map, sizeOf(map) - 1), Escape: () => choose(map, null, false), Enter: () => node && open(`/${node.dataset.id}`),
  };
  const act = acts[event.key === '=' ? '+' : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('[data-zooms]')) : null;
  const asked = /** @type {HTMLElement | null | undefined} */ (button?.closest('section')?.querySelector('[data-map]'));
  if (button && asked) zoom(asked, sizeOf(asked) + Number(button.dataset.zooms));
  const map = mapOf(event);
  if (map && !held?.moved) choose(map, /** @type {SVGGraphicsElement | null} */ (/** @type {Element} */ (event.target).closest('[data-id]')), false);
  held = null;
});

document.addEventListener('dblclick', event => {
  const node = mapOf(event) && /** @type {Element} */ (event.target).closest('[data-id]');
  if (node) open(`/${/** @type {HTMLElement} */ (node).dataset.id}`);
});

document.addEventListener('wheel', event => {
  const map = mapOf(event);
  const box = map?.querySelector('.map-sheet')?.getBoundingClientRect();
  if (!map || !box || !event.ctrlKey) return;
  event.preventDefault();
  zoom(map, sizeOf(map) + (event.deltaY < 0 ? 1 : -1), { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
}, { passive: false });

// Fingers move the map as they move any page; the mouse takes hold of it.
document.addEventListener('pointerdown', event => {
  const map = mapOf(event);
  held = map && event.pointerType === 'mouse' && event.button === 0 ? { map, x: event.clientX, y: event.clientY, left: map.scrollLeft, top: map.scrollTop, moved: false } : null;
});

document.addEventListener('pointermove', event => {
  if (!held || event.buttons === 0) return;
  const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
  held.moved ||= Math.hypot(dx, dy) > 4;
  if (held.moved) held.map.scrollTo(held.left - dx, held.top - dy);
});

/** @param {HTMLElement} map */
async function draw(map) {
  const source = map.dataset.map ?? '';
  if (map.dataset.drawn === source) return;
  map.dataset.drawn = source;
  try {
    const answer = await fetch(source);
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const sheet = /** @type {HTMLElement} */ (map.querySelector('.map-sheet'));
    sheet.innerHTML = await answer.text();
    choose(map, null, false);
    zoom(map, sizeOf(map));
  } catch {
    delete map.dataset.drawn;
    map.closest('section')?.querySelector('[data-map-said]')?.replaceChildren('The details could not be fetched: is there a connection? The list has the same in words.');
  }
}

/** Fetches the details of what the page came with. */
export function settle() {
  for (const map of document.querySelectorAll('[data-map]')) draw(/** @type {HTMLElement} */ (map));
}
