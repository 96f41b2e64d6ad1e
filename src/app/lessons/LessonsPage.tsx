/** The lessons page. */
export function LessonsPage() {
  return null;
}
