/**
 * Keeps the page usable without a network by the service worker that scripts/serviceWorker.mjs
 * writes beside it. Absent on plain http and in development; then nothing is kept and nothing fails.
 */

/**
 * A new build waits until no page uses the old one, since their lazy parts differ. A page that has
 * only just been opened gives way at once: `reload` is called when the new build has taken over.
 */
export async function keepOffline(
  container: ServiceWorkerContainer | undefined,
  script: URL,
  reload: () => void,
): Promise<void> {
  if (container === undefined) return;
  const registration = await container.register(script).catch(() => null);
  const waiting = registration?.waiting ?? null;
  if (waiting === null || container.controller === null) return;
  container.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage({ type: "SKIP_WAITING" });
}
