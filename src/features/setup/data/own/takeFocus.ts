/**
 * For what takes the place of a focused button: a ref that focuses once, when the element appears, so
 * that keys go on where they were.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
