// @ts-check
// The board of opportunities: cards are dragged, or moved with the arrow keys. Both press what the page has anyway: a form with a button for each move.

/** @type {string} */
let moved = '';
/** @type {string} */
let said = '';

/** @returns {HTMLFormElement | null} */
const board = () => document.querySelector('form.board');

/** @param {Element | null} card @returns {HTMLElement | null} */
const column = card => card?.closest('[data-stage]') ?? null;

/**
 * Remembers what is said once the page is there again.
 * @param {HTMLElement} card @param {string} word
 */
function remember(card, word) {
  moved = card.dataset.card ?? '';
  said = `Moved ${card.querySelector('[data-title]')?.textContent ?? 'it'} to ${word}.`;
}

/** @param {DragEvent} event @returns {HTMLElement | null} */
const under = event => event.target instanceof Element ? event.target.closest('form.board [data-stage]') : null;

document.addEventListener('dragstart', event => {
  const card = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('[data-card]')) : null;
  if (!card || !event.dataTransfer) return;
  event.dataTransfer.setData('text/x-kith-card', card.dataset.card ?? '');
  event.dataTransfer.effectAllowed = 'move';
  card.classList.add('dragged');
});

document.addEventListener('dragover', event => {
  if (!event.dataTransfer?.types.includes('text/x-kith-card')) return;
  const over = under(event);
  if (over) event.preventDefault();
  for (const each of document.querySelectorAll('[data-stage]')) each.classList.toggle('over', each === over);
});

document.addEventListener('dragend', () => {
  for (const each of document.querySelectorAll('.over, .dragged')) each.classList.remove('over', 'dragged');
});

document.addEventListener('drop', event => {
  const id = event.dataTransfer?.getData('text/x-kith-card');
  const to = under(event);
  const form = board();
  const card = id ? /** @type {HTMLElement | null} */ (form?.querySelector(`[data-card="${CSS.escape(id)}"]`)) : null;
  if (!form || !to || !card) return;
  event.preventDefault();
  to.classList.remove('over');
  if (column(card) === to) return;
  remember(card, to.dataset.word ?? '');
  const button = document.createElement('button');
  button.name = 'to';
  button.value = `${id}:${to.dataset.stage}`;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
});

document.addEventListener('keydown', event => {
  const step = event.key === 'ArrowRight' ? '1' : event.key === 'ArrowLeft' ? '-1' : '';
  const card = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('form.board [data-card]')) : null;
  if (!step || !card || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  /** @type {HTMLButtonElement | null} */ (card.querySelector(`[data-step="${step}"]`))?.click();
});

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('form.board [data-step]')) : null;
  const card = /** @type {HTMLElement | null} */ (button?.closest('[data-card]') ?? null);
  if (!button || !card) return;
  const columns = [...document.querySelectorAll('form.board [data-stage]')];
  const to = /** @type {HTMLElement | undefined} */ (columns[columns.indexOf(/** @type {Element} */ (column(card))) + Number(button.dataset.step)]);
  remember(card, to?.dataset.word ?? '');
});

/** Makes the cards of a new page movable; says what was moved and keeps the focus on it. */
export function settle() {
  const form = board();
  if (!form) return;
  for (const card of form.querySelectorAll('[data-card]')) {
    card.setAttribute('draggable', 'true');
    card.querySelector('[data-title]')?.setAttribute('draggable', 'false');
  }
  if (!moved) return;
  const says = form.querySelector('[data-says]');
  if (says) says.textContent = said;
  /** @type {HTMLElement | null} */ (form.querySelector(`[data-card="${CSS.escape(moved)}"] [data-title]`))?.focus();
  moved = '';
}
