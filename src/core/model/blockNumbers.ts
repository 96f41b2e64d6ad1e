/** The numbers of a block as signs that need no translation. */
import type { Block } from "#/core/model/spec.ts";

/** The numbers of a block without its kind and activation. */
export function blockNumbersText(block: Block): string {
  switch (block.kind) {
    case "dense":
      return String(block.units);
    case "denseToMap":
      return [block.height, block.width, block.channels].join("×");
    case "conv":
    case "convTranspose": {
      const arrow = block.kind === "conv" ? "↓" : "↑";
      const stride = block.stride === 1 ? "" : ` ${arrow}${String(block.stride)}`;
      return `${String(block.filters)} · ${String(block.kernel)}×${String(block.kernel)}${stride}`;
    }
  }
}
