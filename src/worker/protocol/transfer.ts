/** Finds the buffers inside plain data, so that a message moves its arrays instead of copying them. */

/** Every `ArrayBuffer` behind a typed array in `value`, each once. Shared memory cannot move. */
export function collectBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  visit(value, found);
  return [...found];
}

function visit(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return;
  }
  for (const member of Object.values(value)) visit(member, found);
}
