/** 两项失衡造成的错误。 */
import type {
  balance as english,
  balanceVerdicts as englishVerdicts,
} from "#/i18n/en/benches/balance.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const balance: TranslationOf<typeof english> = {
  "mean-reconstruction": {
    title: "每个样本都一个样",
    story:
      "一个手写数字的 VAE：重构加 KL 散度，损失从第一步起平稳下降。可是不论输入什么，重构与样本都是同一团灰影。增加单元、延长训练、对 KL 退火，都无济于事。",
    question: "为什么编码什么也没说？",
    option: {
      "1": "网络太小，学不会手写数字。",
      "2": "两项不在同一尺度上：一项取平均，另一项求和。",
      "3": "学习率太低，训练还没到那一步。",
      "4": "二十个隐维度太多了。",
    },
    look: "两路的 KL 条形图。一路的条形逐维长高；另一路在头一百步内便沉到几乎为零。",
    why: "框架的交叉熵若不另行指定，便对 784 个像素取平均；KL 则照论文对隐维度求和。单看每一行都没有错，打印出来的损失又是一个小于 1 的顺眼数字。合在一起，最小化的是 R/784 + K，它与 R + 784·K 有同样的最小点：KL 的分量是 ELBO 中的 784 倍。没有哪一维付得起这样的代价，于是编码器对每张图像都答 N(0, I)；没有编码可用，解码器最好的办法就是画平均图像。",
    cure: "交叉熵对像素求和，只对批次取平均。若一定要保留平均，就给 KL 也乘上 1/784。",
  },
  "mean-both": {
    title: "一视同仁，仍然坍塌",
    story:
      "这个模型的作者知道求和与平均不可混用，也确实没有混用。损失很小，也在下降；样本却仍是同一团灰影。",
    question: "忽略了什么？",
    option: {
      "1": "什么也没忽略：只需多训练几轮。",
      "2": "没有卷积，解码器画不出数字。",
      "3": "两个平均所除的个数不同：一边是 784，一边是 20。",
      "4": "先验 N(0, I) 对数字来说太窄。",
    },
    look: "两张样本表。一张的各格渐渐彼此不同，另一张的始终不变。",
    why: "两项都取了平均：一项除以 784 个像素，一项除以 20 个隐维度。看上去一视同仁，每一行又都是框架的默认写法。但 R/784 + K/20 乘以 784 便是 R + 39.2·K。两项都取平均并非中立：它把 β 定成了像素数与隐维度数之比。若隐空间只有两维，β 就是 392。",
    cure: "属于同一张图像的，即像素与隐维度，求和；不属于同一张图像的，即一个批次里的各张图像，取平均。",
  },
  "tiny-kl": {
    title: "重构锐利，样本无用",
    story:
      "重构之锐利为此模型前所未有，打印的损失也比任何教程都低。可是由 z ~ N(0, I) 解码出来的，只是一团团不成数字的笔画。",
    question: "样本为什么不行？",
    option: {
      "1": "KL 几乎不起作用，没有什么把编码留在先验抽样之处。",
      "2": "解码器把训练图像背了下来。",
      "3": "没有什么不行：VAE 的样本总是比重构差这么多。",
      "4": "z 的维度太少，装不下一个数字。",
    },
    look: "两路的重构与样本。一路的两者质量相近，另一路的两者各走各的。",
    why: "KL 的权重是 0.00025，从一份重构项对图像所有数值取平均的代码里抄来。在那里，它正好抵消那个平均；在这里，重构是求和，KL 便几乎消失。编码器于是可以把各个编码放得很远，又把每一个收得很窄，这对重构有利；先验却在别处抽样，那里没有编码，解码器也从未被问过。损失较低，是因为少了一项。−ELBO 中 KL 只算一次而不打折，因此高得多。",
    cure: "两项都求和时，β = 1 使损失成为 −ELBO。比较不同的运行要看 −ELBO，不要看权重各异的损失。",
  },
  "beta-too-large": {
    title: "图像发软",
    story:
      "每张重构都是一团柔和的云：认得出 0 和 1，别的便难说。编码点整齐地填满先验，样本与重构一样好，损失也已平稳。",
    question: "是什么使图像这样软？",
    option: {
      "1": "交叉熵总是使图像模糊。",
      "2": "解码器的单元太少。",
      "3": "隐维度太少。",
      "4": "KL 的分量太重：编码能对图像说的太少。",
    },
    look: "两路对同样几张测试图像的重构，以及编码携带了多少：KL 曲线。",
    why: "β 是 KL 的倍数。有人取大于 1 的值，以求更整齐、更独立的编码（Higgins et al., 2017）；这里是 10。KL 就是编码对图像所说的，以纳特计；β = 10 时，每一纳特要省下十纳特的重构才划算，而只有最粗的笔画做得到。编码说不出的，解码器只能取平均，而数字的平均就是一团模糊。",
    cure: "把 β 调回 1；或由 1 慢慢增大，趁重构还能分清各张图像时停下。比较时看 −ELBO，其中 KL 只算一次。",
  },
};

const collapsed = {
  shown:
    "A 路坍塌了：KL {{kl}} 纳特，{{latent}} 维中 {{active}} 维活跃，样本的变化为 {{diversity}}，B 路为 {{diversityRepaired}}。A 路的重构代价为 {{reconstruction}} 纳特，与平均图像相当（在训练图像上为 {{meanImage}}）。B 路保有 {{activeRepaired}} 个活跃维度和 {{klRepaired}} 纳特，重构代价为 {{reconstructionRepaired}}。",
  notShown:
    "这次运行没有表现出来：A 路的 KL 为 {{kl}} 纳特，{{latent}} 维中 {{active}} 维活跃；B 路为 {{klRepaired}} 纳特和 {{activeRepaired}} 维；样本的变化在 A 路为 {{diversity}}，在 B 路为 {{diversityRepaired}}。",
};

export const balanceVerdicts: TranslationOf<typeof englishVerdicts> = {
  "mean-reconstruction": collapsed,
  "mean-both": collapsed,
  "tiny-kl": {
    shown:
      "A 路的编码点在每一维上离原点 {{reach}}（均方根），而先验抽样在 1；B 路为 {{reachRepaired}}。A 路的重构代价为 {{reconstruction}} 纳特，B 路为 {{reconstructionRepaired}}，但编码分别用去 {{kl}} 和 {{klRepaired}} 纳特。A 路的 −ELBO 为 {{elbo}}，B 路为 {{elboRepaired}}。",
    notShown:
      "这次运行没有表现出来：编码点在 A 路离原点 {{reach}}，在 B 路 {{reachRepaired}}，而先验抽样在 1；−ELBO 为 {{elbo}} 和 {{elboRepaired}} 纳特。",
  },
  "beta-too-large": {
    shown:
      "A 路的编码携带 {{kl}} 纳特，B 路携带 {{klRepaired}}。A 路的重构代价为 {{reconstruction}} 纳特，B 路为 {{reconstructionRepaired}}，平均图像为 {{meanImage}}。−ELBO 为 {{elbo}}，B 路为 {{elboRepaired}}。",
    notShown:
      "这次运行没有表现出来：编码在 A 路携带 {{kl}} 纳特，在 B 路 {{klRepaired}}；重构代价为 {{reconstruction}} 和 {{reconstructionRepaired}}，−ELBO 为 {{elbo}} 和 {{elboRepaired}}。",
  },
};
