/** Whether labels tell images apart: a person's set without folders has one class for all. */
export function isLabelled(classes: readonly string[]): boolean {
  return classes.length > 1;
}
