// @ts-check
// Makes and uses passkeys for a form: asks the server for a challenge, has the authenticator answer it, and sends the form
// with the answer. kith.js loads it where a form names it in data-module.

// The standard wants a secure context and a name; a bare address has no name.
const works = isSecureContext && !/^[\d.]+$|:/.test(location.hostname)
  && typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Shows what only works with passkeys, on a page that has just arrived. */
export function settle() {
  if (!works) return;
  for (const piece of document.querySelectorAll('[data-passkey], [data-passkey-only]')) piece.removeAttribute('hidden');
}

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('[data-passkey]') : null;
  if (button instanceof HTMLButtonElement && button.form) use(button, button.form);
});

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form */
async function use(button, form) {
  const fields = /** @type {HTMLInputElement[]} */ ([...form.elements].filter(field => field instanceof HTMLInputElement && field.type !== 'password'));
  const makes = button.dataset.passkey === 'create';
  if (makes && !fields.every(field => field.reportValidity())) return;

  say(form, '');
  button.disabled = true;
  try {
    const options = await challenge(button.dataset.challenge ?? '', fields);
    const credential = makes
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const answer = /** @type {HTMLInputElement} */ (form.querySelector('[data-passkey-answer]'));
    answer.value = JSON.stringify(credential);
    // Not requestSubmit: the password stays empty, and that is right.
    form.submit();
  } catch (error) {
    say(form, sentence(error));
    button.disabled = false;
  }
}

/** @param {string} url @param {HTMLInputElement[]} fields */
async function challenge(url, fields) {
  const token = fields.find(field => field.name === '__RequestVerificationToken')?.value ?? '';
  const said = Object.fromEntries(fields.filter(field => field.type !== 'hidden').map(field => [field.name.replace('Form.', ''), field.value]));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token },
    body: JSON.stringify(said),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.detail ?? answer.title);
  return answer;
}

class Refused extends Error { }

/** @param {unknown} error */
function sentence(error) {
  if (error instanceof Refused) return error.message;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'This device has a passkey for Kith already.';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'No passkey was used. Try again, or use your password.';
  return 'The passkey did not work. Reload the page and try again.';
}

/** @param {HTMLFormElement} form @param {string} text */
function say(form, text) {
  const place = form.querySelector('[data-passkey-error]');
  if (place instanceof HTMLElement) place.hidden = !(place.textContent = text);
}
