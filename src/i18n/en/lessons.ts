/** English: lessons. */
export const lessons = {
  title: "Lessons",
} as const;
