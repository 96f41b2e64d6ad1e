import type { TranslationOf } from "#/i18n/keys.ts";
import type { direction as english } from "#/i18n/en/tabs/direction.ts";

/** 两组图像之间的方向。 */
export const direction: TranslationOf<typeof english> = {
  title: "从 B 到 A 的方向",
  a: "A",
  b: "B",
  which: "{{side}} 组",
  none: "请选择…",
  class: "类别 {{name}}",
  lasso: "套索",
  lassoHelp: "在平面上画线圈住一些点。用键盘时，改从列表中选一个类别。",
  lassoed_other: "套索：{{count}} 张图像",
  pixels: "像素的均值",
  decoded: "μ 均值的解码",
  count_other: "{{count}} 张图像",
  countSome_other: "{{count}} 张图像，像素取前 {{some}} 张",
  slider: "沿此方向",
  amount: "{{amount}} d",
  toA: "到 A",
  toB: "到 B",
  choose: "请选两组：两组平均编码之差就成为一个滑块。",
  help: "z = 垂足 + t·d，d 从 B 的平均编码指向 A 的：t = 0 时与 B 齐平，t = 1 时与 A 齐平。与 d 垂直的部分保持不变。",
  lassoSurface: "画线圈住 {{side}} 组的点；按 Esc 结束",
};
