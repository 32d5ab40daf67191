// @ts-check
// Checks a draft while it is typed, marks the words the rules are about, and hands the message over. The page works without it.

/** @type {<T extends Element = HTMLElement>(selector: string, root?: ParentNode) => T | null} */
const one = (selector, root = document) => root.querySelector(selector);

/** @type {WeakSet<Element>} */
const known = new WeakSet();
/** @type {AbortController | null} */
let asking = null;
/** @type {ReturnType<typeof setTimeout>} */
let pause;

/** Takes the page's draft in hand; called whenever a page was put in place. */
export function settle() {
  const form = /** @type {HTMLFormElement | null} */ (one('form[data-lints]'));
  if (!form || known.has(form)) return;
  known.add(form);
  lay(form);
  form.addEventListener('input', event => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name === 'Form.Text') one('[data-marks-here]', form)?.replaceChildren();
    clearTimeout(pause);
    pause = setTimeout(() => check(form), 250);
  });
  form.addEventListener('click', event => {
    const part = /** @type {Element} */ (event.target).closest('[data-hands-over]');
    if (part) hand(form, /** @type {HTMLElement} */ (part), event);
  });
}

/** Puts the marks under the text. @param {HTMLFormElement} form */
function lay(form) {
  const marks = one('[data-lint-here] [data-marks]');
  if (marks) one('[data-marks-here]', form)?.replaceChildren(marks);
}

/** @param {HTMLFormElement} form */
async function check(form) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.lints ?? '', { method: 'POST', body: new FormData(form), signal: asking.signal });
    const place = one('[data-lint-here]');
    if (!answer.ok || answer.redirected || !place) return;
    place.innerHTML = await answer.text();
    lay(form);
    const hasGap = one('.lint', place)?.dataset.gaps !== '0';
    for (const part of form.querySelectorAll('[data-hands-over]:not([type=submit])')) /** @type {HTMLElement} */ (part).hidden = hasGap;
  } catch {
    // A newer check has taken its place, or there is no network: the text stays, and saving tells.
  }
}

/** @param {HTMLFormElement} form @param {HTMLElement} part @param {Event} event */
async function hand(form, part, event) {
  const text = /** @type {HTMLTextAreaElement} */ (one('textarea', form)).value;
  const subject = /** @type {HTMLInputElement | null} */ (one('[name="Form.Subject"]', form))?.value ?? '';
  if (/⟦[^⟧]*⟧/.test(text + subject) && !part.matches('[type=submit]')) {
    event.preventDefault();
    say(form, 'Fill in what stands in ⟦brackets⟧ first.');
    return;
  }
  if (part.dataset.mailto !== undefined)
    part.setAttribute('href', `mailto:${encodeURIComponent(part.dataset.mailto).replace(/%40/g, '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/g, '\r\n'))}`);
  if (part.dataset.copies === undefined) return;
  try {
    await navigator.clipboard.writeText(text);
    say(form, 'Copied. Paste it where you send it, then come back and say so.');
  } catch {
    /** @type {HTMLTextAreaElement} */ (one('textarea', form)).select();
    say(form, 'Press Ctrl+C to copy the marked text.');
  }
}

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  const place = one('[data-copied]', form);
  if (place) place.textContent = words;
}
