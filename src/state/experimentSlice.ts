/** The experiment as controls see it. What its actions do is session.ts. */
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { type AppStore, shown } from "#/state/parts.ts";
import type { Session } from "#/state/session.ts";
import type { ExperimentSlice } from "#/state/types.ts";

export function experimentSlice(
  store: () => AppStore,
  session: () => Session,
  first: { preset: PresetId; config: ExperimentConfig },
): ExperimentSlice {
  const run = (task: Promise<unknown>) => shown(store(), task);
  return {
    config: first.config,
    draft: first.config,
    built: first.config,
    preset: first.preset,
    live: [],
    canUndo: false,
    canRedo: false,
    edit: (patch) => session().edit(patch),
    restart: (options) => run(session().restart(options)),
    discard: () => {
      session().discard();
    },
    undo: () => void run(session().undo()),
    redo: () => void run(session().redo()),
    loadPreset: (id, options) => run(session().loadPreset(id, options)),
  };
}
