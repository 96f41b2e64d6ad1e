/** English: benches. */
export const benches = {
  title: "Benches",
} as const;
