/**
 * A person's own sets among the data sets of the page: taken in once imported, renamed, let go. Comes
 * with the dialog that calls it; how they are stored is the importing room's.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { AppHandle } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

type OwnApp = Pick<AppHandle, "store" | "ownImages">;

/** Sets that were imported here; the packaged ones have other ids. */
export function ownSetsOf(sets: readonly DatasetEntry[]): readonly DatasetEntry[] {
  return sets.filter(({ id }) => id.startsWith("own-"));
}

/** True while a run, or a change that waits, needs the set. */
export function usesSet(
  { config, draft }: Pick<AppState, "config" | "draft">,
  id: string,
): boolean {
  return config.data.set === id || draft.data.set === id;
}

/** Lists a set that was imported, or imported again under another name. */
export function listOwnSet({ store }: Pick<OwnApp, "store">, entry: DatasetEntry): void {
  const { dataSets } = store.getState();
  const others = dataSets.filter(({ id }) => id !== entry.id);
  store.setState({ dataSets: [...others, entry] });
}

/** Rejects where storage is denied. */
export async function renameOwnSet(app: OwnApp, id: string, name: string): Promise<void> {
  const images = await app.ownImages();
  const renamed = await images.rename(id, name);
  if (renamed === null) return;
  const { dataSets } = app.store.getState();
  app.store.setState({ dataSets: dataSets.map((set) => (set.id === id ? renamed : set)) });
}

/**
 * A set in use stays listed until another is: its run goes on, and edits are still checked against
 * it. Rejects where storage is denied.
 */
export async function removeOwnSet(app: OwnApp, id: string): Promise<void> {
  const images = await app.ownImages();
  const inUse = app.store
    .getState()
    .dataSets.filter((set) => usesSet(app.store.getState(), set.id));
  await images.remove(id, inUse);
  const drop = () => {
    const { dataSets } = app.store.getState();
    app.store.setState({ dataSets: dataSets.filter((set) => set.id !== id) });
  };
  if (!usesSet(app.store.getState(), id)) {
    drop();
    return;
  }
  const stop = app.store.subscribe((state) => {
    if (usesSet(state, id)) return;
    stop();
    drop();
  });
}
