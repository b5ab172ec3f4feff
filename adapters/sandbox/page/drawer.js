// @ts-check
/**
 * In narrow windows the people, and the clock and the jobs, are each in a drawer behind a button; in wide ones they are
 * always visible.
 *
 * @param {HTMLElement} drawer
 * @param {HTMLButtonElement} button
 * @returns {() => void} closes it
 */
export function createDrawer(drawer, button) {
  const isOpen = () => drawer.classList.contains('is-open');

  /** @param {boolean} wanted */
  function open(wanted) {
    drawer.classList.toggle('is-open', wanted);
    button.setAttribute('aria-expanded', String(wanted));
    const stops = drawer.querySelectorAll('input, a, button');
    const first = [...stops].find((stop) => stop.checkVisibility());
    if (wanted && first instanceof HTMLElement) first.focus();
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

  return () => open(false);
}
