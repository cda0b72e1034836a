// Ticks off what a new password must have, and shows what is typed. The page works without it, and it sends nothing.

const field = (name) => document.getElementById(name);
const [present, next, again] = ['present', 'next', 'again'].map(field);

if (next !== null) {
  const isMet = ({ dataset }) => {
    const typed = next.value;
    if (dataset.length !== undefined) return [...typed].length >= Number(dataset.length);
    if (dataset.pattern !== undefined) return new RegExp(dataset.pattern).test(typed);
    if (dataset.again !== undefined) return typed !== '' && typed === again.value;
    return typed !== '' && typed !== present.value;
  };
  const tick = () => {
    for (const rule of document.querySelectorAll('#rules li')) {
      const met = isMet(rule);
      const state = rule.querySelector('.state');
      rule.classList.toggle('met', met);
      state.textContent = next.value === '' ? '' : `${met ? state.dataset.met : state.dataset.unmet}: `;
    }
  };
  for (const input of [present, next, again]) input.addEventListener('input', tick);
  tick();

  const reveal = field('reveal');
  reveal.parentElement.hidden = false;
  reveal.addEventListener('click', () => {
    const shown = reveal.getAttribute('aria-pressed') === 'true';
    reveal.setAttribute('aria-pressed', String(!shown));
    reveal.textContent = shown ? reveal.dataset.show : reveal.dataset.hide;
    for (const input of [present, next, again]) input.type = shown ? 'password' : 'text';
  });

  // Browsers offer to save what a field of passwords holds, not what a field of text does.
  const form = next.form;
  form.addEventListener('submit', () => {
    for (const input of [present, next, again]) input.type = 'password';
    // A second click would be a second try with a password that is the present one no longer.
    form.querySelector('button[type=submit]').disabled = true;
  });
  // The way back brings the page as it was left.
  window.addEventListener('pageshow', () => {
    form.querySelector('button[type=submit]').disabled = false;
  });
}

// Read aloud at once, and where the keyboard goes on.
field('told')?.focus();
