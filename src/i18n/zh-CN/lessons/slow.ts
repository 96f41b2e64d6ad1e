/** 慢动作：一批图像穿过模型。 */
import type { slow as english } from "#/i18n/en/lessons/slow.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const slow: TranslationOf<typeof english> = {
  title: "慢动作",
  intro: "第 {{step}} 步：{{count}} 张图像一起穿过模型；数字属于其中的一张。",
  phase: "第 {{index}} / 7 阶段 · {{name}}",
  phases: {
    image: { name: "x", text: "一批图像进入模型，正是紧接着的那一步训练所用的。" },
    posterior: {
      name: "μ、σ",
      text: "编码器对每一维给出均值与对数方差；σ = exp(λ/2)。",
    },
    noise: {
      name: "ε",
      text: "来自 N(0, 1) 的噪声，每张图、每一维一个数；它只由种子与步数决定。",
    },
    latent: { name: "z", text: "z = μ + σε。" },
    output: { name: "x̂", text: "解码器把 z 变成每个像素的均值。" },
    terms: {
      name: "两项",
      text: "这张图的代价：重构，以及每一维的 KL。损失是对整批取的平均。",
    },
    gradient: {
      name: "梯度",
      text: "损失把梯度传回来。条形是整批梯度在各层的长度，共用一个尺度。",
    },
  },
  play: "播放",
  pause: "暂停",
  back: "上一阶段",
  forward: "下一阶段",
  nextStep: "下一步",
  nextStepHelp: "执行这一步训练，并取出再下一批",
  image: "第 {{index}} 张，共 {{count}} 张",
  otherImage: "换一张图像",
  close: "关闭慢动作",
  more_other: "另有 {{count}} 维",
  reconstruction: "重构",
  kl: "KL",
  sum: "这一批的损失",
  nats: "{{nats}} 纳特",
  dimension: "j",
  waiting: "正在取这一批图像。",
  running: "训练正全速进行；暂停之后，就能慢慢看紧接着的那一步。",
  stopped: "训练已停止；重置之后，才能看紧接着的那一步。",
  inference: "批归一化与 dropout 只在训练时起作用；这里的 μ、σ 和 x̂ 不含它们。",
  layer: "{{name}}：梯度 {{norm}}",
  drawing: "从图像到重构的模型",
};
