/** 与 z 的来处有关的错误。 */
import type {
  sampling as english,
  samplingVerdicts as englishVerdicts,
} from "#/i18n/en/benches/sampling.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const sampling: TranslationOf<typeof english> = {
  "noise-image": {
    title: "样本都很像",
    story:
      "作者想看模型能凭空画出什么，便把一百张高斯噪声图像送进模型，看出来的是什么。那些图彼此相像，模型因此被判为失败。",
    question: "这些图像说明模型怎样？",
    option: {
      "1": "它坍塌了：编码什么也没说。",
      "2": "它需要更多隐维度。",
      "3": "说明不了什么：它们不是由先验抽取的。",
      "4": "它的编码器见过的图像太少。",
    },
    look: "两张样本表。每一张里各格彼此相差多少，又有多少种数字？",
    why: "VAE 的生成，是由先验 N(0, I) 抽取 z 再解码，编码器并不参与。这里却把噪声图像送进编码器，由它的回答抽取 z。这很诱人：模型接受图像，而随机性来自噪声。但编码器从未见过这样的图像，它的回答并不是先验的抽样。噪声图像的统计性质几乎相同，因此它们的编码落在一个小区域里，解码出来也就大同小异。",
    cure: "抽取 z ~ N(0, I) 并解码。没有设置要改，要改的只是 z 的来处：两路是同一个模型。",
  },
  "sigma-exp": {
    title: "值得夸耀的损失",
    story:
      "一个公开的变体报告的损失明显更低，而层、数据与优化器都相同，图像也不差。作者认为它是更好的模型。",
    question: "较低的损失从何而来？",
    option: {
      "1": "来自运气：换一个种子就没有了。",
      "2": "来自更多被用上的维度。",
      "3": "来自同一个 ELBO 的更好的最优点。",
      "4": "来自一个并不属于所采样分布的 KL。",
    },
    look: "两路的总损失，以及最后按真正采样的分布计算的 −ELBO。次序是否相同？",
    why: "头 λ 表示 log σ²，KL 即 −½ Σ (1 + λ − μ² − exp λ) 也这样读它。采样的那一行却写成 σ = exp(λ)，而本该是 exp(λ/2)：这个笔误很容易犯，因为有些代码把同一个头叫作 log σ。于是真正采样的方差是 exp(2λ)，收取的却是方差为 exp(λ) 的 KL。λ = −2 时，模型以 σ = 0.14 采样，却按 0.37 付费。编码比它所付的更精细，损失因此更低，而且不再是 −log p(x) 的上界。",
    cure: "σ = exp(λ/2)。或者让这个头处处表示 log σ，KL 里也一样。",
  },
  "no-sampling": {
    title: "临摹得好，中间有洞",
    story:
      "隐空间只有两维，整个空间都在平面上。这个模型临摹数字不比别的差，但由 z ~ N(0, I) 得到的清楚数字不多，从一类走到另一类，途中的图像会散掉。",
    question: "平面上为什么有洞？",
    option: {
      "1": "两维太少。",
      "2": "没有什么要求编码落在先验抽样之处，也没有什么要求解码器填满其间。",
      "3": "训练图像太少。",
      "4": "解码器的单元太少。",
    },
    look: "平面：编码点相对于先验的圆环落在哪里，它们之间又解码出什么。",
    why: "既不采样，也没有 KL，这就是自编码器：z = μ，损失只有重构。省去噪声像是占了便宜，但这样一来，一张图像的编码只是一个点，解码器只在这些点上被问到；编码器则尽量把它们散开，因为离得远更容易分清。采样使每张图像都要对自己编码周围的一小团负责，KL 又把这些小团收拢在 N(0, I) 之下。两者都没有，由 N(0, I) 抽取的 z 就没有理由落在解码器学过的地方。",
    cure: "采样 z = μ + σ·ε，并计入 KL。若只要重构，自编码器就够了；那就不要由它采样。",
  },
};

export const samplingVerdicts: TranslationOf<typeof englishVerdicts> = {
  "noise-image": {
    shown:
      "两路是同一个模型。由噪声图像得到的样本，变化为 {{noise}}；由先验抽取 z 时为 {{prior}}：多样性只剩 {{percent}} %。",
    notShown: "这次运行没有表现出来：样本的变化，由噪声图像为 {{noise}}，由先验为 {{prior}}。",
  },
  "sigma-exp": {
    shown:
      "A 路的损失为 {{loss}} 纳特，B 路为 {{lossRepaired}}。但 A 路的 −ELBO 为 {{elbo}}，B 路为 {{elboRepaired}}：A 路的编码实际值 {{kl}} 纳特，却只收取了 {{charged}}。",
    notShown:
      "这次运行没有表现出来：损失在 A 路为 {{loss}} 纳特，在 B 路为 {{lossRepaired}}；−ELBO 为 {{elbo}} 和 {{elboRepaired}}。",
  },
  "no-sampling": {
    shown:
      "A 路的编码点在每一维上离原点 {{reach}}（均方根），而先验抽样在 1；B 路为 {{reachRepaired}}。重构代价为 {{reconstruction}} 和 {{reconstructionRepaired}} 纳特，但样本的变化为 {{diversity}}，B 路为 {{diversityRepaired}}。",
    notShown:
      "这次运行没有表现出来：编码点在 A 路离原点 {{reach}}，在 B 路 {{reachRepaired}}，而先验抽样在 1；样本的变化为 {{diversity}} 和 {{diversityRepaired}}。",
  },
};
