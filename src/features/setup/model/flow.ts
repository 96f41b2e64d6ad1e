/** What flows through the drawn model, and what of it differs from the running one. */
import { formatBlock } from "#/core/experiment/blockText.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { LayerShape, ResolvedVae } from "#/core/model/resolved.ts";
import type { Side } from "#/features/setup/model/blockEdits.ts";

/** True when a block is not what the running model has in its place. */
export function blockWaits(
  draft: ExperimentConfig,
  running: ExperimentConfig,
  side: Side,
  index: number,
): boolean {
  const [now, then] = [draft.model[side][index], running.model[side][index]];
  return now !== undefined && (then === undefined || formatBlock(now) !== formatBlock(then));
}

/** The shape on the edge before block `index` of a side; after the last: `index` = its length. */
export function edgeShape(vae: ResolvedVae, side: Side, index: number): LayerShape {
  const first = side === "encoder" ? vae.image : ([vae.latent] as const);
  return vae[side][index - 1]?.output ?? first;
}
