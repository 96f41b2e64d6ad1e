/** 每个选项的名称，以及选中它会怎样。 */
import type { TranslationOf } from "#/i18n/keys.ts";
import type { choices as english } from "#/i18n/en/setup/choices.ts";

export const choices: TranslationOf<typeof english> = {
  data: {
    pixels: {
      grey: { name: "不变", does: "原样取值，介于 0 与 1 之间。" },
      threshold: { name: "阈值化", does: "大于一半为 1，否则为 0：边缘分明，每轮相同。" },
      binarise: {
        name: "逐批二值化",
        does: "每一批都按灰度值为概率重新抽取各像素的 0 或 1。此时 −ELBO 与 IWAE 才能与文献比较。",
      },
      standardise: {
        name: "标准化",
        does: "(x − 0.1307) / 0.3081：像素介于 −0.42 与 2.82 之间，分类器常用。",
      },
    },
    size: {
      stored: { name: "原始大小", does: "不重采样。" },
      "28": { name: "28 × 28", does: "平均或插值到 28 × 28；可减半两次。" },
      "32": { name: "32 × 32", does: "平均或插值到 32 × 32；可减半五次。" },
      "64": { name: "64 × 64", does: "像素是 32 × 32 的四倍，计算量也约为四倍。" },
    },
    crop: {
      centre: { name: "居中方块", does: "取正中最大的正方形，边缘舍去。" },
      fit: { name: "整幅图像", does: "保留全部，上下或左右补黑。" },
    },
  },
  model: {
    condition: {
      none: { name: "无", does: "z 必须说明一切，包括类别。" },
      label: { name: "标签", does: "标签以独热向量的形式，在编码器处并入图像，在解码器处并入 z。" },
    },
    weightInit: {
      glorot: {
        name: "Glorot 均匀分布",
        does: "Keras 的做法：在 ±√(6/(入 + 出)) 内均匀，偏置为 0。",
      },
      he: { name: "He 正态分布", does: "为 ReLU 而设，更宽：标准差 √(2/入)，偏置为 0。" },
      pytorch: { name: "PyTorch 均匀分布", does: "PyTorch 的做法：权重与偏置都在 ±1/√入 内均匀。" },
    },
  },
  objective: {
    likelihood: {
      bernoulli: {
        name: "伯努利",
        does: "像素是落墨的概率。既确定又错误时代价没有上限，因此边缘清晰。",
      },
      gaussian: {
        name: "高斯",
        does: "像素是带均匀噪声的数值。误差按平方计价：更宽容，也更模糊。",
      },
    },
    noise: {
      mse: {
        name: "平方误差",
        does: "Σ (x − x̂)²，即 σ² = ½ 而省去常数：像素非常宽容，KL 因而很强。",
      },
      fixed: { name: "固定 σ", does: "完整的高斯似然，σ 由下方给定。" },
      learnt: { name: "学习 σ", does: "所有像素共用一个 σ，与其余参数一起学习：自行找到平衡。" },
    },
    sigmoid: {
      output: { name: "在输出层", does: "网络以它结尾；损失对其结果取对数。" },
      loss: {
        name: "在损失里",
        does: "网络给出 logits；损失先压缩再取对数。直接显示 logits 并不是图像。",
      },
      stable: { name: "稳定形式", does: "同一损失直接写在 logits 上，不会溢出：处处正确。" },
      twice: {
        name: "用了两次",
        does: "输出层一次，损失里又一次：像素都困在 [0.50, 0.73] 之间，模型只好放弃。",
      },
    },
    guard: {
      none: { name: "无", does: "log 0 为 −∞：一个确定而错误的像素就会终止训练。" },
      additive: {
        name: "ε₀ + 1 − p",
        does: "ε₀ 先与 1 相加便消失了：在一侧损失仍会变成无穷大。",
      },
      additiveLast: {
        name: "ε₀ + (1 − p)",
        does: "最后相加便得以保留：损失在 −log ε₀ 处变平，梯度也随之消失。",
      },
      clip: {
        name: "截断 p",
        does: "p 限制在 [ε₀, 1 − ε₀] 之内，Keras 的做法；界外梯度为 0。",
      },
      clampLog: { name: "截断对数", does: "每个对数不小于 −100，PyTorch 的做法。" },
    },
    display: {
      sigmoid: { name: "按损失的含义", does: "每个像素的概率或均值。" },
      autoscaled: {
        name: "自动缩放",
        does: "原始输出与原图共用从最小到最大的同一尺度：logits 会把原图挤进一条浅色的窄带。",
      },
      clamped: { name: "截断", does: "原始输出截到 [0, 1]：logits 显得生硬，几乎只有黑白。" },
      sigmoidTwice: { name: "两次 sigmoid", does: "多压缩了一次：一切都发灰。" },
    },
    reconstructionReduction: {
      sum: { name: "求和", does: "与 ELBO 一致：单位为每张图像的纳特数。" },
      mean: { name: "平均", does: "除以像素数：KL 相应地重了这么多倍。" },
      batchSum: { name: "整批求和", does: "把一批里的所有图像加起来：数字更大，梯度也更大。" },
    },
    klReduction: {
      sum: { name: "求和", does: "与 ELBO 一致：单位为每张图像的纳特数。" },
      mean: { name: "平均", does: "除以维数：编码更便宜。" },
      batchSum: { name: "整批求和", does: "把一批里的所有图像加起来。" },
    },
    annealing: {
      constant: { name: "不变", does: "从第一步起就是 β。" },
      linear: { name: "线性", does: "由 0 直线升到 β，此后不变。" },
      sigmoid: { name: "S 形", does: "由 0 升到 β，两端平缓，此后不变。" },
      cyclical: { name: "循环", does: "前半周期由 0 升到 β，后半周期保持，再重来。" },
    },
    sigma: {
      "exp(λ/2)": { name: "exp(λ/2)", does: "λ 为 log σ² 时的正确写法。" },
      "exp(λ)": {
        name: "exp(λ)",
        does: "采样时把 λ 读作 log σ，KL 中却读作 log σ²：噪声与代价不再相符。",
      },
    },
  },
  optimizer: {
    kind: {
      adam: { name: "Adam", does: "每个权重自有步长，并带动量。" },
      rmsprop: { name: "RMSProp", does: "每个权重自有步长，起步时不作校正。" },
      sgd: { name: "SGD", does: "所有权重共用一个步长：简单，在这里较慢。" },
    },
    schedule: {
      constant: { name: "不变", does: "始终同一学习率。" },
      warmup: { name: "预热", does: "直线上升，然后保持。" },
      cosine: { name: "余弦", does: "沿半个余弦降到系数 × 学习率，然后保持。" },
      staircase: { name: "阶梯", does: "每隔若干步乘以系数。" },
      exponential: { name: "指数", does: "同样下降，但没有台阶。" },
    },
    epsilonPlacement: {
      corrected: { name: "校正后的根", does: "√v̂ + ε：原论文与 PyTorch。" },
      uncorrected: { name: "未校正的根", does: "√v + ε：TensorFlow 与 Keras。" },
    },
  },
  training: {
    lastBatch: {
      keep: { name: "保留", does: "每轮的最后一步较小。" },
      drop: { name: "舍去", does: "每轮略去的图像各不相同。" },
    },
    validation: {
      never: { name: "不验证", does: "各轮之间没有停顿。" },
      epoch: { name: "每轮", does: "在图上留下一个点，也让耐心有所依据。" },
    },
  },
};
