/** 第七章：sigmoid 放在哪里。 */
import type { chapter7 as english } from "#/i18n/en/lessons/chapter7.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const chapter7: TranslationOf<typeof english> = {
  steps: {
    threePlaces: {
      title: "一个函数，三个位置",
      text: "伯努利似然需要每个像素的概率，网络给出的却是实数，即 logit l。sigmoid 介于两者之间：可以放在解码器末尾（A），放在损失开头（B），或与对数合并（C）。\n\n三路：种子、批次、噪声全都相同。",
    },
    rawIsNotProbability: {
      title: "logit 不是概率",
      text: "B 路的解码器以 logit 结束，它的程序把 logit 原样画出，按其取值范围缩放。A 路画的是概率。也请比较两排图里的原图：原图与重构共用一个尺度。",
    },
    logOfZero: {
      title: "零的对数",
      text: "像素为 0，而解码器确信它是 1，损失便是 −log(1 − sigmoid(l))。单精度下，从大约 l = 17 起 sigmoid 恰好等于 1，0 的对数是 −∞。防护 log(ε₀ + 1 − x̂) 避免了无穷大，却在误差最大处把损失压平。稳定形式不需要防护。\n\n设定目标与 logit，读出真正单精度下的损失和梯度。",
    },
    notTwice: {
      title: "不要用两次",
      text: "输出里一个 sigmoid，损失里又一个，这是错误，运行起来却毫无怨言。后一个只看到 0 与 1 之间的数，只给出 0.50 与 0.73 之间的值。\n\nsigmoid 实验台把这几路推得更远，并画出原始输出的直方图。",
    },
  },
  questions: {
    willTheyDiffer: {
      ask: "三者学得会不一样吗？",
      answer:
        "在精确算术里完全一样：同一个函数的三种写法，梯度也相同。单精度下它们相差舍入误差，训练会把它略微放大。图像下面的表给出本次运行的数字；若有一条与众不同，那是防护改变了它的梯度。",
    },
    greyPictures: {
      ask: "B 路的图像发灰，它的模型更差吗？",
      answer:
        "不是：两项相同，模型也相同。只是它的图像画的不是损失所指的东西。在 logit 的尺度上，原图的 0 与 1 靠得很近，便成了灰色。先用 sigmoid 再画，B 就和 A 一样。",
    },
    whereItBreaks: {
      ask: "像素既有把握又错误时，哪种形式还有可用的梯度？",
      answer:
        "稳定形式：它的梯度对任何 l 都是 sigmoid(l) − x，此处接近 1。写成 (ε₀ + 1) − x̂，ε₀ = 10⁻¹⁰ 在舍入中消失，什么也没有防住：+∞ 与 NaN。改成 ε₀ + (1 − x̂)，便停在有限的 23.03 纳特，却没有梯度：错得最厉害的像素不再得到纠正。",
    },
    narrowBand: {
      ask: "不看程序，怎样认出它？",
      answer:
        "损失降不到应有的地方：每个像素都不低于 0.50，每个空白像素至少要付 −log 0.5 = 0.69 纳特，与未训练时一样。按损失的含义画出来，每张图都是灰的。",
    },
  },
  goals: {
    trainForms: "三路都训练五轮。",
    confidentAndWrong: "把目标设为 ½ 或更小，把 logit 设为 17 或更大。",
  },
};
