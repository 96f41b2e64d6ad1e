/** Lecturer's mode. */
export const stage = {
  leave: "Leave lecturer’s mode (Esc)",
  panel: "Panel",
  panels: {
    curves: "Loss",
    klBars: "KL",
    strip: "Reconstructions",
    sliders: "Sliders",
  },
  blank: "The screen is blank. B or full stop brings it back.",
  keys: "PageDown and PageUp go on and back, B blanks the screen, ? uncovers, Esc leaves.",
} as const;
