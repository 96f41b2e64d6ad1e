/** 各项设置的名称，以及它对图像的影响。 */
import type { TranslationOf } from "#/i18n/keys.ts";
import type { fields as english } from "#/i18n/en/setup/fields.ts";

export const fields: TranslationOf<typeof english> = {
  data: {
    set: { label: "数据集", help: "模型要学着重画的图像。" },
    pixels: {
      label: "像素",
      help: "网络看到的灰度值是什么样子；它决定哪些数字可以相互比较。",
    },
    size: {
      label: "图像边长",
      help: "图像重采样后的边长：像素越多，细节与代价都越多；卷积需要能够减半的边长。",
    },
    crop: { label: "裁剪", help: "非正方形的图像如何变成正方形。" },
    trainLimit: {
      label: "只用前若干张训练",
      help: "图像越少，下载越快，也越早过拟合；填总数表示全部。",
    },
  },
  model: {
    encoder: { label: "编码器", help: "把图像变成其编码的均值与方差。" },
    decoder: { label: "解码器", help: "把编码变回图像。" },
    latent: {
      label: "隐空间维数",
      help: "用几个数来表示一张图：两个可以一览无余，更多则能表达更多。",
    },
    condition: {
      label: "条件",
      help: "把标签告诉编码器与解码器：z 不必再说明类别，类别由你选定。",
    },
    weightInit: { label: "初始权重", help: "训练开始时随机权重的分布。" },
  },
  objective: {
    likelihood: { label: "似然", help: "把像素看作什么，也就决定画错一个像素要付多大代价。" },
    noise: { label: "像素噪声", help: "像素偏离均值多远才算画错。" },
    noiseSigma: {
      label: "像素的 σ",
      help: "越小越要求每个像素精确，重构相对 KL 便越重：图像更清晰，编码更无序。",
    },
    sigmoid: {
      label: "Sigmoid 的位置",
      help: "网络的输出在哪里变成概率。三种位置等价；用两次则所有图像都发灰。",
    },
    guard: {
      label: "对数的防护",
      help: "当像素既确定又错误时，如何避免 log 0；它作用于梯度最陡之处。",
    },
    guardEpsilon: {
      label: "防护 ε₀",
      help: "防护的大小。单精度下，小于 6e-8 的数与 1 相加便消失。",
    },
    display: {
      label: "显示方式",
      help: "网络的输出如何变成你看到的图像。它不改变任何权重，只改变你的判断。",
    },
    reconstructionReduction: {
      label: "重构：对像素",
      help: "求和时每个像素都算数；取平均则整项除以像素数，让 KL 占了上风。",
    },
    klReduction: {
      label: "KL：对维度",
      help: "求和时每一维都算数；取平均则编码的代价除以维数。",
    },
    klHalf: { label: "KL 前的 ½", help: "闭式解前面的系数。去掉它，编码便被收取两倍代价。" },
    beta: {
      label: "KL 权重 β",
      help: "越大编码越简单、图像越模糊；取 0 则成为带噪声的自编码器。小于 0 便是符号写反，损失没有下限。",
    },
    annealing: {
      label: "β 的退火",
      help: "让 β 随训练逐渐增大：先学会画图，再整理编码。",
    },
    annealingSteps: { label: "退火步数", help: "上升段的长度；循环时为一个周期的长度。" },
    freeBits: {
      label: "自由比特",
      help: "每一维在 KL 收费之前可以免费表达的纳特数：防止维度被关闭。",
    },
    sigma: {
      label: "由 λ 得到 σ",
      help: "λ 这一输出头如何变成编码的展宽。无论哪种，KL 都把 λ 读作 log σ²。",
    },
    sampling: {
      label: "对 z 采样",
      help: "关闭时 z 取均值且没有 KL：即自编码器，重画最好，生成最差。",
    },
  },
  optimizer: {
    kind: { label: "优化器", help: "如何把梯度变成权重的改动。" },
    learningRate: {
      label: "学习率",
      help: "每一步的大小：太大则损失跳动，太小则似乎毫无进展。",
    },
    schedule: {
      label: "学习率调度",
      help: "学习率如何随训练变化：大步找到位置，小步安定下来。",
    },
    scheduleSteps: { label: "调度步数", help: "预热、下降或每一级的长度。" },
    scheduleFactor: { label: "调度系数", help: "学习率最终降到的比例，或每一级所乘的系数。" },
    epsilon: { label: "优化器的 ε", help: "梯度趋零时使除法保持有限；与噪声 ε 无关。" },
    epsilonPlacement: {
      label: "ε 的位置",
      help: "同一算法的两种写法；差别在最初几步，以及梯度极小之处。",
    },
    decay: {
      label: "平方的衰减",
      help: "对以往梯度大小的记忆有多长：越长越平稳，适应也越慢。",
    },
    momentum: {
      label: "动量",
      help: "对以往梯度方向的记忆有多长：越大路径越平滑，也越容易冲过头。",
    },
    clip: {
      label: "梯度裁剪",
      help: "超过此长度的梯度会被缩短；0 表示从不缩短。可以驯服个别失控的批次。",
    },
  },
  training: {
    batch: { label: "批大小", help: "每一步所平均的图像数：越大越平稳，而每轮的步数越少。" },
    epochs: { label: "轮数", help: "训练遍历全部图像的次数。" },
    lastBatch: {
      label: "末尾不足一批",
      help: "批大小不能整除数据集时，剩余的图像如何处理。",
    },
    validation: {
      label: "验证",
      help: "每轮结束后给留出的图像打分，单位与损失相同；不从中学习。",
    },
    patience: {
      label: "耐心",
      help: "连续多少次验证没有更好便结束训练；0 表示一直训练到底。",
    },
    restoreBest: {
      label: "恢复最佳",
      help: "因耐心耗尽而结束时，回到验证最好的权重；关闭则保留最后的权重。",
    },
    seed: {
      label: "随机种子",
      help: "决定初始权重、图像次序与噪声：种子相同，结果相同。",
    },
  },
};
