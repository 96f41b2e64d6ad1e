/** What the keys of lecturer's mode mean. Pure; acting on them is useStage.ts's. */

export type StageCommand = "blank" | "uncover" | "leave" | "stay";

export interface StageSituation {
  readonly blank: boolean;
  /** Answers and chips are shown already: `?` is the key list's then. */
  readonly uncovered: boolean;
  /** A dialog, menu or popover is open: Escape closes that. */
  readonly overlaid: boolean;
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** Null leaves the key to others. "stay": F5, which remotes send to begin a show, must not reload. */
export function stageCommand(event: Key, situation: StageSituation): StageCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "F5":
      return "stay";
    case "b":
    case "B":
    case ".":
      return "blank";
    case "?":
      return situation.uncovered ? null : "uncover";
    case "Escape":
      if (situation.blank) return "blank";
      return situation.overlaid ? null : "leave";
    default:
      return null;
  }
}
