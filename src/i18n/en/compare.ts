/** English: compare. */
export const compare = {
  title: "Compare",
} as const;
