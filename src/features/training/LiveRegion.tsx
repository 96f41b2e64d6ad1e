/** Tells screen readers how the run goes, politely: phases and epochs, never single steps. */
import { useState } from "react";
import { announcement, epochsDone } from "./announcement.ts";
import { useRunStatus } from "./useRunStatus.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectEpochs = (state: AppState) => state.config.training.epochs;

export function LiveRegion() {
  const t = useText();
  const format = useNumberFormat();
  const { metrics } = useAppParts();
  const planned = useAppState(selectEpochs);
  const input = useRunStatus();
  const moment = `${input.phase} ${String(input.resting)} ${String(epochsDone(input))} ${String(input.restartedAt)}`;
  const last = metrics.current.test.at(-1);
  const nats = last === undefined ? null : last.reconstruction + last.kl;
  // The sentence is made when something happens and then kept: counts in it must not re-announce it.
  const [told, setTold] = useState(() => ({
    moment,
    ...announcement(input, planned, nats, format),
  }));
  if (told.moment !== moment) {
    setTold({ moment, ...announcement(input, planned, nats, format) });
  }
  return (
    <div className="visuallyHidden" role="status" aria-live="polite">
      {t(told.key, told.values)}
    </div>
  );
}
