import type { TranslationOf } from "#/i18n/keys.ts";
import type { landscape as english } from "#/i18n/en/tabs/landscape.ts";

/** 所固定图像的地形，以及用手放上去的后验。 */
export const landscape: TranslationOf<typeof english> = {
  layer: "所固定图像的地形",
  pinOne: "请固定一张图像：这里会显示它的地形。",
  waiting: "正在测量地形…",
  title: "−log p(x|z) + ½|z|²，每 10 纳特一条线，最低 {{lowest}}",
  termsHelp:
    "各椭圆之下这张图像的两项：−log p(x|z) 对 {{draws}} 次采样取平均（两者用同样的 ε），以及全部维度上与先验的 KL。点的卡片上的重构则取 z = μ。",
  reconstruction: "重构，z ~ q",
  encoder: "编码器",
  own: "您的",
  grab: "可以拖动椭圆。",
  back: "回到编码器的椭圆",
  mean: "您的后验的中心 μ",
  sigma: "您的后验沿 {{axis}} 的宽度 σ",
};
