/** What a screen reader is told of the run: changes of phase and ends of epochs, never each step. Pure. */
import { epochOf, runStatus, type StatusInput } from "./runStatus.ts";
import type { TextKey, TextValues } from "#/i18n/keys.ts";

type Format = (value: number, decimals?: number) => string;

export interface Announcement {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** Whole epochs behind a run. */
export function epochsDone(input: Pick<StatusInput, "progress">): number {
  return Math.floor(input.progress?.epoch ?? 0);
}

/**
 * @param testNats test −ELBO of the newest evaluation, null before the first.
 */
export function announcement(
  input: StatusInput,
  planned: number,
  testNats: number | null,
  format: Format,
): Announcement {
  const epoch = epochsDone(input);
  if (input.phase === "training" && input.progress !== null && epoch > 0 && testNats !== null) {
    const { epochs } = epochOf(input.progress, planned);
    return {
      key: "training.epochDone",
      values: { epoch, epochs, nats: format(testNats, 1) },
    };
  }
  return runStatus(input, format);
}
