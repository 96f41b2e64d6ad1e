/**
 * Keeps one page's clearing up from another page's import: chunks of a set that is not whole yet
 * look like chunks nobody names. Where the browser has no locks (plain http) nothing is kept apart,
 * and an import that lost chunks says so at its end.
 */
const name = "vae-playground-import";

function locks(): LockManager | null {
  return "locks" in navigator ? navigator.locks : null;
}

/** Runs an import; several may run at once. */
export async function whileImporting<T>(task: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (manager === null) return task();
  return manager.request(name, { mode: "shared" }, task);
}

/** Runs `task` unless an import is under way somewhere. */
export async function unlessImporting(task: () => Promise<void>): Promise<void> {
  const manager = locks();
  if (manager === null) await task();
  else {
    await manager.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await task();
    });
  }
}
