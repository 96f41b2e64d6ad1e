/** Lecturer's mode. */
export const stage = {
  title: "Lecturer’s mode",
  leave: "Leave lecturer’s mode (Esc)",
  panel: "Panel",
  panels: {
    curves: "Loss",
    klBars: "KL",
    strip: "Reconstructions",
    samples: "Samples",
    sliders: "Sliders",
  },
  blank: "The screen is blank. B or full stop brings it back.",
  covered: "? shows what is covered",
  keys: "PageDown and PageUp go on and back, B blanks the screen, ? uncovers, Esc leaves.",
} as const;
