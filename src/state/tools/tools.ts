/** Reads and changes the tools: a missing value is everything at its start. */
import type { AppHandle } from "#/state/context.tsx";
import type { PlaneTool, Selection, Side, Tools, ToolsSlice } from "#/state/tools/types.ts";

export const startTools: Tools = {
  path: { stops: [], curve: "lerp", between: 7, at: 0, playing: false },
  drawn: { drawing: null, centred: null, pixels: null, version: 0, code: null },
  selections: { a: null, b: null },
  tool: null,
  posterior: null,
};

export const toolsOf = ({ tools }: ToolsSlice): Tools => tools ?? startTools;

type Store = Pick<AppHandle, "store">;

export function setTools({ store }: Store, change: Partial<Tools>): void {
  store.setState({ tools: { ...toolsOf(store.getState()), ...change } });
}

export function chooseTool(app: Store, tool: PlaneTool | null): void {
  setTools(app, { tool });
}

export function select(app: Store, side: Side, selection: Selection | null): void {
  const { selections } = toolsOf(app.store.getState());
  setTools(app, { selections: { ...selections, [side]: selection } });
}
