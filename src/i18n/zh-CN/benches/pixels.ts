/** 与像素有关的错误。 */
import type {
  pixels as english,
  pixelsVerdicts as englishVerdicts,
} from "#/i18n/en/benches/pixels.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const pixels: TranslationOf<typeof english> = {
  "no-sigmoid-at-display": {
    title: "图像发灰，损失正常",
    story:
      "损失照常下降，也停在好模型该停的地方。图像却像灰色的影子，连画在旁边的原图都显得苍白。作者怀疑解码器，打算再多训练一阵。",
    question: "模型哪里不对？",
    option: {
      "1": "解码器训练得还不够久。",
      "2": "KL 使它画得模糊。",
      "3": "像素本该二值化。",
      "4": "没有不对：画出来的不是损失所指的。",
    },
    look: "先看两路的曲线，再看它们对同样几张图像的重构。",
    why: "网络给出 logits，由损失自己来压缩，这是稳妥的写法。图像却直接由原始输出画成，而且画在一张按自身最小值到最大值缩放的图里。logits 从远低于 −10 到大约 6，于是 0 与 1 之间的原图同所有拿不准的像素一起挤在一条浅色窄带里，logit 约为 −10 的背景则成了灰色。会自动缩放的绘图函数，掩盖了缺少的 sigmoid。",
    cure: "画图之前先对 logits 取 sigmoid，并把图的范围固定为 [0, 1]。什么都不必重新训练。",
  },
  "sigmoid-twice": {
    title: "没有比灰更黑的",
    story:
      "每张图像从一边到另一边都是灰的，至多隐约有个数字，没有黑，也没有白。损失起初下降，随后停住，远高于文献中的任何数值。数据检查过：都在 [0, 1] 之内。",
    question: "为什么没有一个像素变黑？",
    option: {
      "1": "sigmoid 用了两次。",
      "2": "数据应当标准化。",
      "3": "KL 太强。",
      "4": "学习率太高。",
    },
    look: "两路重构的背景，以及重构曲线停在什么高度。处处答 ½ 的模型代价是 543 纳特。",
    why: "网络以 sigmoid 结尾，而为 logits 写的损失又用了一次自己的 sigmoid。两种写法各自都见于好代码，错在把它们接在一起，也没有任何警告。第一个 sigmoid 给出 0 到 1 之间的数，再取一次 sigmoid，便落在 0.5 与 0.73 之间。于是一个黑像素至少要付 ln 2 = 0.69 纳特，而 784 个像素大多是黑的：损失不可能比 784·ln 2 = 543 低多少。",
    cure: "两个之中只留一个。或者网络以 logits 结尾，由损失来压缩，这也是稳定的形式；或者网络以 sigmoid 结尾，损失接受概率。",
  },
  standardised: {
    title: "损失低于零",
    story: "损失几步之内便跌破零，不久就到了负几百万。作者盼的是小的损失，却不是这样的损失。",
    question: "交叉熵怎么会是负的？",
    option: {
      "1": "KL 的符号写反了。",
      "2": "交给损失的像素不在 [0, 1] 之内。",
      "3": "对数溢出了。",
      "4": "优化器的动量带着它冲过了最小点。",
    },
    look: "总损失：在哪里穿过零，又是否会停下。再看它的两项：下降的是哪一项？",
    why: "减去 0.1307 再除以 0.3081，对分类器是好做法，对伯努利似然却不是：−x·log p − (1 − x)·log(1 − p) 只有在 x 属于 [0, 1] 时才是交叉熵。白像素变成 x = 2.8，于是 1 − x = −1.8，第二项便奖励模型把 p 推得离 1 尽量近；黑像素变成 x = −0.42，第一项便奖励 p 接近 0。两种奖励都没有尽头：损失没有最小值。",
    cure: "让像素留在 [0, 1]，或将其二值化。若一定要标准化，就用高斯似然，它对任何 x 都有最小值。",
  },
};

export const pixelsVerdicts: TranslationOf<typeof englishVerdicts> = {
  "no-sigmoid-at-display": {
    shown:
      "两路是同一个模型：−ELBO 为 {{elbo}} 和 {{elboRepaired}} 纳特。A 路画的是从 {{low}} 到 {{high}} 的原始输出，像素平均值为 {{brightness}}，而原图为 {{original}}。B 路经 sigmoid 画出，为 {{brightnessRepaired}}。",
    notShown:
      "这次运行没有表现出来：像素平均值在 A 路为 {{brightness}}，在 B 路为 {{brightnessRepaired}}，原图为 {{original}}；−ELBO 为 {{elbo}} 和 {{elboRepaired}} 纳特。",
  },
  "sigmoid-twice": {
    shown:
      "A 路没有一个像素离开 [{{low}}, {{high}}]；B 路的像素从 {{lowRepaired}} 到 {{highRepaired}}。重构代价在 A 路为 {{reconstruction}} 纳特，在 B 路为 {{reconstructionRepaired}}。",
    notShown:
      "这次运行没有表现出来：像素在 A 路从 {{low}} 到 {{high}}，在 B 路从 {{lowRepaired}} 到 {{highRepaired}}。",
  },
  standardised: {
    shown:
      "A 路的损失在第 {{step}} 步跌破零，最低到了一个 {{digits}} 位的负数。B 路的损失始终为正，停在 {{lossRepaired}} 纳特。",
    notShown: "这次运行没有表现出来：两路的损失并未在零处分开。B 路停在 {{lossRepaired}} 纳特。",
  },
};
