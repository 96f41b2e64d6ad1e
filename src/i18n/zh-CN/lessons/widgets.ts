/** 可以动手的图。 */
import type { widgets as english } from "#/i18n/en/lessons/widgets.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const widgets: TranslationOf<typeof english> = {
  logVariance: "λ = log σ²",
  sigma: "σ = {{sigma}}",
  meanValue: "μ = {{value}}",
  logVarianceValue: "λ = {{value}}",
  nats: "{{nats}} 纳特",
  pointKl: {
    label: "后验的一维，与先验相比",
    handle: "点 (μ, λ)",
    handleValue: "μ = {{mean}}，σ = {{sigma}}",
    meanPart: "½μ²",
    spreadPart: "½(exp λ − 1 − λ)",
    sum: "KL",
  },
  tangent: {
    label: "exp λ 与它的切线 1 + λ",
    curve: "exp λ",
    line: "1 + λ",
    gap: "差的一半",
    variance: "σ² = {{value}}",
  },
  pair: {
    label: "两个高斯",
    q: "q",
    p: "p",
    forward: "KL(q‖p)",
    backward: "KL(p‖q)",
    handle: "{{name}} 的点 (μ, λ)",
  },
  epsilon: {
    label: "一张测试图像的 z = μ + σε",
    draw: "抽取 ε",
    image: "测试图像",
    another: "换一张图像",
    original: "x",
    decoded: "由 z 解码",
    earlier: "先前的抽取",
    shiftMean: "移动 μ{{index}}",
    scaleSigma: "σ{{index}}",
    back: "回到编码器的回答",
    dimension: "j",
    plot: "后验的 1σ 与 2σ 椭圆，以及 z；点线是先验的 1σ 圆",
  },
};
