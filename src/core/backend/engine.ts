/** Which training step computes on the backend, and why: the compiled one or the reference. */

export const engineKinds = ["compiled", "reference"] as const;
export type EngineKind = (typeof engineKinds)[number];

/** What is asked for: a kind, or the fastest that works. */
export const engineChoices = ["auto", ...engineKinds] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** Translated by `reason` (i18n `bar.engine.reason.<reason>`). */
export type EngineReason = "fastest" | "asked-for" | "needs-webgpu" | "does-not-compile";

export interface EngineReport {
  readonly kind: EngineKind;
  readonly reason: EngineReason;
  /** The compiler's words where it does not compile; empty elsewhere. */
  readonly words: string;
}

/** What a choice comes to, as far as the backend decides; whether the model compiles shows later. */
export function engineFor(choice: EngineChoice, canCompile: boolean): EngineReport {
  if (choice === "reference") return { kind: "reference", reason: "asked-for", words: "" };
  if (!canCompile) return { kind: "reference", reason: "needs-webgpu", words: "" };
  return { kind: "compiled", reason: choice === "auto" ? "fastest" : "asked-for", words: "" };
}

/** What a link says of it: nothing where every page decides for itself. */
export function engineInLink(choice: EngineChoice): EngineChoice | null {
  return choice === "auto" ? null : choice;
}

export function doesNotCompile(words: string): EngineReport {
  return { kind: "reference", reason: "does-not-compile", words };
}
