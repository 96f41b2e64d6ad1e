import type { diagnosis as english } from "#/i18n/en/learning/diagnosis.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

/** 对训练过程的诊断：数值、原因、办法。 */
export const diagnosis: TranslationOf<typeof english> = {
  label: "诊断",
  said: "{{what}}{{why}}{{cure}}",
  show: "带我去看",
  severity: { wrong: "有问题", caution: "值得留意", good: "一切正常" },
  findings: {
    diverging: "正在发散：每张图像 {{total}} 纳特，此前曾为 {{best}}。",
    standardised:
      "标准化的像素使交叉熵失去意义：损失为 {{loss}} 纳特，没有下限，下降并不说明什么。",
    sigmoidTwice: "sigmoid 用了两次：所有像素都落在 [{{low}}, {{high}}] 之内。",
    displayTwice:
      "显示时多用了一次 sigmoid：所有像素都落在 [{{low}}, {{high}}] 之内。模型比图像看上去的好。",
    displayAutoscaled:
      "图像发灰，模型没错：从 {{low}} 到 {{high}} 的 logit 与原图放在同一幅图里，按它自己的范围缩放。",
    displayClamped: "画出的是截断到 [0, 1] 的 logit：几乎非黑即白，与模型的本意无关。",
    collapsedToMean:
      "后验坍塌：重构 {{reconstruction}} 停在平均图像（{{landmark}}），{{latent}} 维中 0 维活跃。",
    collapsed: "后验坍塌：{{latent}} 维中 0 维活跃，z 不含图像的任何信息。",
    codesUnbound: "样本不会像：编码点的离散程度为 {{spread}}，而先验为 1。",
    sigmaNotBound:
      "报告的损失不是界：KL 把 λ 当作 log σ²，计 {{charged}} 纳特，而采样用 σ = exp(λ)，实为 {{kl}} 纳特。真正的 −ELBO 为 {{elbo}}。",
    reconstructionDominates: "近乎自编码器：KL 的权重只有 ELBO 中的 {{beta}} 倍。",
    klDominates: "KL 压倒一切：其权重是 ELBO 中的 {{beta}} 倍。",
    spreadWide: "样本不会像：编码点的离散程度为 {{spread}}，而先验为 1。",
    spreadNarrow:
      "编码点挤在一起：离散程度为 {{spread}}，而先验为 1，因此多数样本来自没有图像的地方。",
    overfitting:
      "过拟合：自第 {{step}} 步起，测试损失上升了 {{rise}} 纳特，而训练损失下降了 {{fall}}。",
    partlyCollapsed: "{{latent}} 维中 {{active}} 维活跃：其余各维不携带信息，也没有代价。",
    weightedLoss: "损失中 KL 的权重为 {{beta}} 倍：{{loss}} 纳特并非 −ELBO，后者为 {{elbo}}。",
    atFloor: "完美：重构 {{reconstruction}} 已达灰度像素本身的熵（{{floor}}）。",
    klRising: "KL 正在上升，{{from}} → {{kl}}，这是应有的：编码开始携带图像的信息。",
  },
  causes: {
    weight: "KL 的权重是 ELBO 中的 {{beta}} 倍。",
  },
  cures: {
    lowerRate: "请降低学习率。",
    otherPixels: "请改用灰度或二值化像素，或高斯似然。",
    sigmoidOnce: "sigmoid 只用一次：放在输出里，或放在损失里。",
    showProbabilities: "请按损失的本意，显示 logit 的 sigmoid。",
    sumPixels: "请把重构按像素求和。",
    sumDimensions: "请让 KL 与重构用同样的归约方式。",
    lowerBeta: "请降低 β。",
    raiseBeta: "请让 β 更接近 1。",
    anneal: "请让 β 从 0 慢慢升高，或给每一维一些免费比特。",
    sample: "请像 VAE 那样对 z 采样，并计入 KL。",
    halveExponent: "请取 σ = exp(λ/2)。",
    stopEarlier: "请提前停止：每轮验证，并设耐心值。",
    fewerDimensions: "少几维就够了。",
  },
};
