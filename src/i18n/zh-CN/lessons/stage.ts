/** 讲课模式。 */
import type { stage as english } from "#/i18n/en/lessons/stage.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const stage: TranslationOf<typeof english> = {
  leave: "离开讲课模式（Esc）",
  panel: "面板",
  panels: {
    curves: "损失",
    klBars: "KL",
    strip: "重构",
    sliders: "滑块",
  },
  blank: "屏幕已变黑。按 B 或句点恢复。",
  keys: "PageDown 与 PageUp 前进和后退，B 使屏幕变黑，? 揭开，Esc 离开。",
};
