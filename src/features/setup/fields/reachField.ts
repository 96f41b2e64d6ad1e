/** The way to a field's control in a part of the page, once what hides it stands open. */
import type { FieldPath } from "#/core/experiment/fields.ts";

/** An idle field has no control: its term, which opens the help, takes the focus. */
export function reachField(within: HTMLElement | null, path: FieldPath): void {
  requestAnimationFrame(() => {
    const places = [...(within?.querySelectorAll<HTMLElement>(`[data-field="${path}"]`) ?? [])];
    const controls = places.flatMap((place) => [
      ...place.querySelectorAll<HTMLElement>("select, input"),
    ]);
    const terms = places.flatMap((place) =>
      place.matches("button") ? [place] : [...place.querySelectorAll<HTMLElement>("button")],
    );
    const [target] = [...controls, ...terms];
    target?.scrollIntoView({ block: "center" });
    target?.focus();
  });
}
