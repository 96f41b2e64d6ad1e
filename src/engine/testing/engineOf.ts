/** The engine that a check is about: never another in its place. */
import { createEngine, type EngineOptions } from "#/engine/createEngine.ts";
import type { Engine } from "#/engine/engine.ts";

/** @throws where another kind came than the one that was asked for. */
export async function engineOf(options: EngineOptions): Promise<Engine> {
  const engine = await createEngine(options);
  const { choice = "auto" } = options;
  const { kind, words } = engine.report;
  if (choice === "auto" || choice === kind) return engine;
  engine[Symbol.dispose]();
  throw new Error(`the ${kind} engine came, not the ${choice} one: ${words}`);
}
