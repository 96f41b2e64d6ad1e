/** 页面的提醒：不妥的组合、与 ELBO 的偏离、不起作用的设置。 */
import type { TranslationOf } from "#/i18n/keys.ts";
import type { notes as english } from "#/i18n/en/setup/notes.ts";

export const notes: TranslationOf<typeof english> = {
  severity: { mistake: "错误", caution: "当心", note: "说明" },
  advice: {
    gaussianGuard: "高斯似然不对概率取对数：防护不起作用。",
    gaussianUnsquashed: "输出层没有 sigmoid，均值可能越出 [0, 1]；界外部分在图像中被截去。",
    stableGuard: "稳定形式不会遇到 log 0：防护不起作用。",
    unguardedLog: "只要有一个像素既确定又错误，损失便成为无穷大，训练就此停止。",
    vanishingGuard: "单精度下 1 + ε₀ 就是 1：对有把握的像素，这层防护并不存在。",
    sigmoidTwice: "用了两次，像素便离不开 [0.50, 0.73]：画得好也得不到回报，一切都发灰。",
    standardisedBernoulli:
      "标准化后的像素越出 [0, 1]，交叉熵便没有下限：损失一直下降，图像却越来越差。允许如此，是为了让人看见。",
    greyLikelihood: "灰度像素下，伯努利似然的纳特数不能与文献比较；二值化之后才可以。",
    displayMisleads: "图像并非损失所指的样子。请用“按损失的含义”来判断模型。",
    meanAgainstSum:
      "重构除以 {{pixels}} 个像素值，KL 却没有：有效 β 为 {{effectiveBeta}}。编码因此变空，样本千篇一律。",
    batchSumOnce:
      "一项对整批求和，另一项没有：两者的比例取决于批大小，有效 β 为 {{effectiveBeta}}。",
    sigmaReadTwice: "z 以 σ = exp(λ) 抽取，KL 却按 exp(λ/2) 收费：损失看似更低，却不再是界。",
    patienceUnused: "没有验证，耐心便无所依据：训练会进行到底。",
    restoreUnused: "耐心为 0 时训练进行到底，保留最后的权重。",
    lastBatchOfOne: "每轮的最后一批只剩一张图像，批归一化会把它变成全零。",
  },
  deviations: {
    title: "与 ELBO 不同",
    same: "ELBO 的另一种写法",
    none: "这就是 ELBO：所最小化的是 −log p(x) 的上界。",
    effects: {
      bound: "不再是界",
      weight: "KL 的权重不同",
      units: "单位不同，最小点相同",
      digits: "仅舍入之差",
    },
    noSampling: "不采样，也没有 KL：即自编码器。",
    sigmaExp: "z 以 σ = exp(λ) 抽取，而非 exp(λ/2)。",
    sigmoidTwice: "sigmoid 用了两次。",
    squaredError: "平方误差，省去了高斯似然的常数。",
    reconstructionMean: "重构对像素取平均。",
    reconstructionBatchSum: "重构对整批求和。",
    klMean: "KL 对维度取平均。",
    klBatchSum: "KL 对整批求和。",
    klWithoutHalf: "KL 少了 ½。",
    beta: "β 不为 1。",
    annealing: "β 随训练变化。",
    freeBits: "每一维都有若干免费的纳特。",
    guard: "对数带有防护。",
    open: "{{sentence}}查看该设置。",
  },
  effective: {
    label: "有效 β",
    equation: "有效 β = {{value}}",
    help: "β、求和、平均与 ½ 合起来的结果：以每张图像的纳特数计，损失 = 重构 + {{value}} × KL。ELBO 中为 1。",
    annealed: "退火结束之后",
  },
  idle: "当“{{field}}”为“{{choice}}”时不起作用。",
  on: "开",
  off: "关",
};
