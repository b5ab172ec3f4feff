// @ts-check
/**
 * In narrow windows the clock and the jobs are in a drawer behind a button; in wide ones they are always visible.
 *
 * @param {HTMLElement} drawer
 * @param {HTMLButtonElement} button
 */
export function createDrawer(drawer, button) {
  const isOpen = () => drawer.classList.contains('is-open');

  /** @param {boolean} wanted */
  function open(wanted) {
    drawer.classList.toggle('is-open', wanted);
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) drawer.querySelector('button')?.focus();
  }

  button.addEventListener('click', () => open(!isOpen()));
  document.addEventListener('pointerdown', ({ target }) => {
    const inside = target instanceof Node && (drawer.contains(target) || button.contains(target));
    if (isOpen() && !inside) open(false);
  });
  drawer.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    open(false);
    button.focus();
  });
}
