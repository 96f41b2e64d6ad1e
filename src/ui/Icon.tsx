/** The page's icons: strokes of ink on a 16 px square, drawn in the colour of the words beside them. */

/** SVG path data on a 16 × 16 square. Those in `solid` are filled, the others stroked 1.5 px. */
const paths = {
  play: "M4.5 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  step: "M3 2.5v11l7-5.5zM11 2.5h2v11h-2z",
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3",
  speed: "M2.5 12a6 6 0 1 1 11 0M8 10l2.8-3.6",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  share: "M8 10V2M5 4.5 8 1.8l3 2.7M3.5 8v5.5h9V8",
  copy: "M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6",
  check: "m3 8.5 3.2 3L13 4.5",
  close: "m4 4 8 8M12 4l-8 8",
  up: "m4 10 4-4 4 4",
  down: "m4 6 4 4 4-4",
  right: "m6 4 4 4-4 4",
  left: "m10 4-4 4 4 4",
  warning: "M8 2 1.8 13.5h12.4zM8 6.5v3M8 11.6h.01",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.2v1.3M8 13.5v1.3M1.2 8h1.3M13.5 8h1.3M3.2 3.2l.9.9M11.9 11.9l.9.9M3.2 12.8l.9-.9M11.9 4.1l.9-.9",
  moon: "M13.2 9.8A5.6 5.6 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7z",
  system: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  undo: "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3M3 6.5l3 3",
  redo: "M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M13 6.5l-3-3M13 6.5l-3 3",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  dice: "M2.5 2.5h11v11h-11zM5.5 5.5h.01M10.5 10.5h.01M8 8h.01",
  sort: "M5 3v10M2.5 10.5 5 13l2.5-2.5M9.5 4h4M9.5 8h3M9.5 12h2",
  save: "M8 2v8M5 7.2 8 10l3-2.8M2.5 12v1.5h11V12",
  edit: "m3 13 .7-2.9 7.2-7.2 2.2 2.2-7.2 7.2zM9.2 4.6l2.2 2.2",
  pin: "M8 14V9.5M4.5 9.5h7L10 7V2.5H6V7z",
  table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10",
  keyboard: "M1.5 4h13v8h-13zM4 6.7h.01M6.7 6.7h.01M9.3 6.7h.01M12 6.7h.01M5 9.5h6",
} as const;

export type IconName = keyof typeof paths;

const solid: ReadonlySet<IconName> = new Set(["play", "pause", "step"]);
/** Icons made of points want a broad round stroke. */
const dots: ReadonlySet<IconName> = new Set(["more"]);

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill={solid.has(name) ? "currentColor" : "none"}
      stroke={solid.has(name) ? "none" : "currentColor"}
      strokeWidth={dots.has(name) ? 2.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {name === "system" && <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />}
      <path d={paths[name]} />
    </svg>
  );
}
