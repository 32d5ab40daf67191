// @ts-check
// Adds keys, the palette and live pieces to pages that work without it. Everything listens on the document, because
// enhanced navigation changes the page without running scripts again.

/** @type {<T extends Element = HTMLElement>(selector: string, root?: ParentNode) => T | null} */
const one = (selector, root = document) => root.querySelector(selector);
/** @type {<T extends Element = HTMLElement>(selector: string, root?: ParentNode) => T[]} */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
/** @param {Element} element */
const isShown = element => element.checkVisibility?.() ?? true;
const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/**
 * Listens for an event on whatever matches the selector, now or later.
 * @param {string} type @param {string} selector @param {(element: any, event: any) => void} act
 */
function on(type, selector, act) {
  // Capturing, so that a handled click is known to be handled before navigation looks at it.
  document.addEventListener(type, event => {
    const element = event.target instanceof Element ? event.target.closest(selector) : null;
    if (element) act(element, event);
  }, true);
}

/** @param {string} name */
const cookie = name => document.cookie.split('; ').find(part => part.startsWith(name + '='))?.slice(name.length + 1);
/** @param {string} name @param {string} value */
const setCookie = (name, value) =>
  document.cookie = `${name}=${value}; path=/; samesite=lax; max-age=${value ? 31536000 : 0}`;

/**
 * A fragment of HTML; a newer request under the same key ends the older one, which then gives null.
 * @type {Map<unknown, AbortController>}
 */
const asked = new Map();
/** @param {unknown} key @param {string} url @returns {Promise<string | null>} */
async function fragment(key, url) {
  asked.get(key)?.abort();
  const control = new AbortController();
  asked.set(key, control);
  try {
    const answer = await fetch(url, { signal: control.signal, headers: { Accept: 'text/html', 'X-Fragment': '1' } });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** @param {string} href */
function go(href) {
  const blazor = /** @type {any} */ (window).Blazor;
  blazor ? blazor.navigateTo(href) : location.assign(href);
}

// Dialogs

/** @param {string} id */
function open(id) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
  if (!dialog || dialog.open) return;
  for (const other of all('dialog[open]')) /** @type {HTMLDialogElement} */ (other).close();
  dialog.showModal();
  if (id === 'palette') fillPalette(true);
}

on('click', '[data-opens]', (link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(link.dataset.opens);
});

on('click', 'dialog[open]', (dialog, event) => {
  const box = dialog.getBoundingClientRect();
  const outside = event.target === dialog && event.detail > 0
    && (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom);
  if (outside || event.target.closest('a[href]')) dialog.close();
});

// Palette

/** @param {boolean} [fresh] */
async function fillPalette(fresh) {
  const palette = one('#palette');
  const input = /** @type {HTMLInputElement | null} */ (one('#palette input'));
  const list = one('#palette ul');
  if (!palette || !input || !list) return;
  if (fresh) input.value = '';

  const sought = input.value.trim();
  const commands = all('[data-command]').filter(link => link.dataset.command?.toLowerCase().includes(sought.toLowerCase()));
  const items = commands.map(link => {
    const item = document.createElement('li');
    const copy = document.createElement('a');
    copy.setAttribute('href', link.getAttribute('href') ?? '/');
    const icon = one('svg', link);
    if (icon) copy.append(icon.cloneNode(true));
    const word = document.createElement('span');
    word.textContent = link.dataset.command ?? '';
    copy.append(word);
    item.append(copy);
    return item;
  });

  const found = sought ? await fragment('palette', '/search?q=' + encodeURIComponent(sought)) : '';
  if (input.value.trim() !== sought) return;
  list.replaceChildren(...items);
  // People come first as soon as there is a word: they are what one looks for.
  list.insertAdjacentHTML('afterbegin', found ?? '');
  const none = one('.palette-none', palette);
  if (none) none.textContent = list.children.length ? '' : 'Nobody and nothing by that name.';
}

on('input', '#palette input', () => fillPalette());

on('keydown', '#palette', (palette, event) => {
  const links = all('ul a', palette);
  const input = /** @type {HTMLInputElement} */ (one('input', palette));
  const at = Math.max(links.indexOf(/** @type {any} */ (document.activeElement)), 0);
  if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === 'ArrowUp') (document.activeElement === links[0] ? input : links[Math.max(at - 1, 0)])?.focus();
  else if (event.key === 'Enter' && event.target === input) links[0]?.click();
  else {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.target !== input) input.focus();
    return;
  }
  event.preventDefault();
});

// Keys

const keysAreOff = () => cookie('kith-keys') === 'off';
/** @type {Record<string, () => unknown>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: () => one('[data-select]', row() ?? document.createElement('i'))?.click(),
  e: () => (one('[data-edit]', row() ?? document) ?? one('[data-edit]'))?.click(),
  c: () => one('[data-command="Capture"]')?.click(),
  '/': () => (all('[data-search]').find(isShown) ?? { focus: () => open('palette') }).focus(),
  '?': () => open('keys'),
};
let leaderUntil = 0;

const row = () => document.activeElement?.closest('[data-row]');

/** @param {number} step */
function move(step) {
  const rows = all('[data-list] [data-row]').filter(isShown);
  const now = rows.indexOf(/** @type {HTMLElement} */ (row()));
  const next = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step];
  const stop = next && (one('a.row-main, .who a, summary', next) ?? one('a, button', next));
  stop?.focus();
  stop?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key.toLowerCase() === 'k' && (isMac ? event.metaKey : event.ctrlKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    open('palette');
    return;
  }
  if (event.key === 'Escape') {
    for (const menu of all('details.menu[open]')) {
      menu.removeAttribute('open');
      one('summary', menu)?.focus();
    }
    if (target.matches('[data-search]')) target.blur();
    return;
  }
  const typing = target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || keysAreOff() || one('dialog[open]')) return;

  const led = Date.now() < leaderUntil;
  leaderUntil = event.key === 'g' && !led ? Date.now() + 1200 : 0;
  // A page may name keys of its own, for a decision that is taken many times over.
  const own = led ? null : all('[data-key]').find(button => button.dataset.key === event.key && isShown(button));
  const act = led ? () => one(`[data-go="${CSS.escape(event.key)}"]`)?.click()
    : own ? () => own.click()
    : Object.hasOwn(keys, event.key) ? keys[event.key] : null;
  if (!act) return;
  event.preventDefault();
  act();
});

on('change', '[data-keys-toggle]', box => setCookie('kith-keys', box.checked ? '' : 'off'));

// A link to a part of the page takes the focus there too, which navigation leaves behind.
on('click', 'a[href*="#"]', link => {
  const part = link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
  if (!part) return;
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  setTimeout(() => part.focus({ preventScroll: true }));
});

// Menus close when one looks elsewhere.
document.addEventListener('click', event => {
  for (const menu of all('details.menu[open]'))
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute('open');
});

// Live search and filters

/** @type {ReturnType<typeof setTimeout>} */
let pause;

/** @param {HTMLInputElement} input */
async function search(input) {
  const form = input.form;
  const target = one(input.dataset.live ?? '');
  if (!form || !target) return;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) query.append(name, value);

  target.setAttribute('aria-busy', 'true');
  const html = await fragment(target, `${input.dataset.url || form.action}?${query}`);
  if (html === null) return;
  target.innerHTML = html;
  target.removeAttribute('aria-busy');
  history.replaceState(history.state, '', form.action.split('?')[0] + (query.size ? '?' + query : ''));
  settle();
}

on('input', '[data-live]', input => {
  clearTimeout(pause);
  pause = setTimeout(() => search(input), 70);
});

on('change', '[data-submits]', control => control.form?.requestSubmit());
on('click', '[data-prints]', () => window.print());
on('change', 'form select', select => {
  const input = /** @type {HTMLInputElement | null} */ (one('[data-live]', select.form));
  if (input) search(input);
});

// Selection

/** @param {HTMLFormElement} form */
function count(form) {
  const chosen = all('[data-select]:checked', form).length;
  for (const place of all('[data-selected-count]', form)) place.textContent = `${chosen} selected`;
}

on('change', '[data-select]', box => box.form && count(box.form));
on('click', 'td.select', (cell, event) => event.target === cell && one('[data-select]', cell)?.click());
on('change', '[data-select-all]', box => {
  for (const each of all('[data-select]', box.form)) /** @type {HTMLInputElement} */ (each).checked = box.checked;
  count(box.form);
});

// Files

for (const type of ['dragover', 'dragleave', 'drop'])
  document.addEventListener(type, event => {
    const drag = /** @type {DragEvent} */ (event);
    if (!one('[data-drop]') || !drag.dataTransfer?.types.includes('Files')) return;
    // A file dropped beside the zone must not replace the page.
    drag.preventDefault();
    const zone = /** @type {Element} */ (drag.target).closest?.('[data-drop]');
    for (const each of all('[data-drop]')) each.classList.toggle('over', type === 'dragover' && each === zone);
    const input = zone && /** @type {HTMLInputElement | null} */ (one('input[type=file]', zone));
    if (type !== 'drop' || !input) return;
    input.files = drag.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

on('change', '[data-drop] input[type=file]', input => {
  const says = one('.dropped', input.closest('[data-drop]'));
  if (says) says.textContent = [...input.files].map(file => `${file.name}, ${size(file.size)}`).join(' · ');
});

/** @param {number} bytes */
const size = bytes => bytes < 1e6
  ? `${Math.max(1, Math.round(bytes / 1e3)).toLocaleString()} KB`
  : `${(bytes / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;

// Theme

on('click', '[data-theme-set]', button => setTheme(button.dataset.themeSet));
on('change', '[data-theme-choice] input', input => setTheme(input.value));

/** @param {string} wish light, dark, toggle; anything else follows the system */
function setTheme(wish) {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = wish === 'toggle' ? (dark ? 'light' : 'dark') : wish === 'light' || wish === 'dark' ? wish : '';
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  one('meta[name=color-scheme]')?.setAttribute('content', theme || 'light dark');
  setCookie('kith-theme', theme);
}

// What a new page needs

/** @type {WeakMap<Element, string>} */
const armed = new WeakMap();

/**
 * What can be undone stays long enough to be read and reached (WCAG 2.2.1 asks for 20 seconds).
 * @param {Element} toast
 */
function arm(toast) {
  setTimeout(() => {
    if (!toast.isConnected) return;
    if (document.hidden || toast.matches(':hover, :focus-within')) arm(toast);
    else dismiss(toast);
  }, one('form', toast) ? 20000 : 8000);
}

/** @param {Element} toast */
function dismiss(toast) {
  toast.classList.add('leaving');
  setTimeout(() => toast.remove(), 160);
}

on('click', '[data-dismiss]', button => dismiss(button.closest('[data-toast]')));

/** @param {HTMLElement} place */
async function poll(place) {
  for (let wait = 1000; ; ) {
    await new Promise(done => setTimeout(done, wait));
    const url = place.dataset.poll;
    if (!place.isConnected || !url) return;
    const html = document.hidden ? null : await fragment(place, url);
    // Whoever has gone on meanwhile is not called back.
    if (!place.isConnected || place.dataset.poll !== url) return;
    wait = html === null ? Math.min(wait * 2, 8000) : 1000;
    if (html === null) continue;
    place.innerHTML = html;
    const done = one('[data-done]', place);
    if (!done) continue;
    if (done.dataset.then) go(done.dataset.then);
    return;
  }
}

function settle() {
  for (const toast of all('[data-toast]'))
    if (armed.get(toast) !== toast.textContent) {
      armed.set(toast, toast.textContent ?? '');
      toast.classList.remove('leaving');
      arm(toast);
    }
  for (const place of all('[data-poll]'))
    if (armed.get(place) !== place.dataset.poll && !one('[data-done]', place)) {
      armed.set(place, place.dataset.poll ?? '');
      poll(place);
    }
  for (const input of all('[data-time-zone]')) {
    const field = /** @type {HTMLInputElement} */ (input);
    field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  }
  for (const form of all('[data-module]'))
    import(new URL(form.dataset.module ?? '', document.baseURI).href).then(module => module.settle());
  for (const box of all('[data-keys-toggle]')) /** @type {HTMLInputElement} */ (box).checked = !keysAreOff();
  if (isMac) for (const key of all('kbd[data-mac]')) key.textContent = key.dataset.mac ?? '';
}

on('focusin', 'input[list]', input => {
  if (input.list?.matches('[data-time-zones]:empty')) input.list.append(...Intl.supportedValuesOf('timeZone').map(zone => new Option('', zone)));
});

// What a page can do without until somebody reaches for it.
for (const type of ['pointerover', 'focusin'])
  on(type, '[data-wakes]', part => import(new URL(part.dataset.wakes, document.baseURI).href).then(module => module.settle()));

let path = location.pathname;

settle();
/** @type {any} */ (window).Blazor?.addEventListener('enhancedload', () => {
  settle();
  if (path !== location.pathname && matchMedia('(prefers-reduced-motion: no-preference)').matches)
    one('main')?.animate({ opacity: [0.3, 1] }, { duration: 140, easing: 'ease-out' });
  path = location.pathname;
});

// Cards: a photo of a QR code is read where the browser can do that; nothing leaves the page but the text it holds.

function offerScanning() {
  const place = one('[data-scans]');
  if (place && 'BarcodeDetector' in window) place.hidden = false;
}
offerScanning();
/** @type {any} */ (window).Blazor?.addEventListener('enhancedload', offerScanning);
on('change', '#qr', async input => {
  const file = /** @type {HTMLInputElement} */ (input).files?.[0];
  const paste = /** @type {HTMLTextAreaElement | null} */ (one('[name="Paste"]'));
  if (!file || !paste) return;
  try {
    const codes = await new /** @type {any} */ (window).BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file));
    paste.value = codes[0]?.rawValue ?? '';
  } catch {
    paste.value = '';
  }
  if (paste.value) paste.form?.requestSubmit();
  else paste.placeholder = 'No QR code was found in that photo.';
});

// Insights: the browser turns a picture into PNG, at twice its size.

on('click', '[data-png]', async button => {
  const drawn = one('svg.picture', button.closest('section'));
  if (!drawn) return;
  const { width, height } = drawn.viewBox.baseVal;
  const image = new Image(width * 2, height * 2);
  image.src = 'data:image/svg+xml,' + encodeURIComponent(drawn.outerHTML.replace('<svg ', `<svg width="${width * 2}" height="${height * 2}" `));
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0);
  const link = Object.assign(document.createElement('a'), { href: canvas.toDataURL('image/png'), download: `${button.dataset.png}.png` });
  link.click();
});
