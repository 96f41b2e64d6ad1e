/** KL 或损失的走势令人不安。 */
import type {
  klCourse as english,
  klCourseVerdicts as englishVerdicts,
} from "#/i18n/en/benches/klCourse.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const klCourse: TranslationOf<typeof english> = {
  "wrong-sign": {
    title: "降得前所未有地快",
    story:
      "作者照公式敲出了 KL 项。总损失降得比以往任何一次都快，到零也不停；几十步之后，没有一张图像还像数字。",
    question: "是什么把损失往下推？",
    option: {
      "1": "不在 [0, 1] 之内的像素。",
      "2": "过高的学习率。",
      "3": "KL：本该收费，却成了奖励。",
      "4": "已经完美的重构。",
    },
    look: "把 KL 与重构的曲线分开看：跑掉的是哪一条，往哪个方向？",
    why: "闭式解前面有一个负号：KL = −½ Σ (1 + λ − μ² − exp λ)。最大化 ELBO 的论文印的是负的 KL，即 +½ Σ (…)；把它加进要最小化的损失，便是奖励散度，而不是向它收费。KL 没有上限：只要有奖励，μ² 与 exp λ 就一直增大，exp λ 还是指数式的，重构被完全淹没。",
    cure: "损失是重构加 KL，而 KL 永不为负：第一步就把两者打印出来看一看。这里写反的符号即 β = −1。把 β 设为 1。",
  },
  "rate-too-high": {
    title: "一开始就卡住",
    story:
      "损失在头几步里猛然跃起，又落下来，然后一直平着。每张重构都是同一团灰影。看上去像后验坍塌，可是损失就是 β = 1 的 −ELBO。",
    question: "哪里出了错？",
    option: {
      "1": "学习率太高。",
      "2": "KL 毕竟太强，需要退火。",
      "3": "批次太小。",
      "4": "训练图像没有打乱。",
    },
    look: "总损失的头十步，以及第 100 步以后曲线停在什么高度。",
    why: "学习率是 0.1。大一些似乎快一些，而对普通的梯度下降，0.1 也很常见。但 Adam 不论梯度多小，每个权重每一步都大约移动一个学习率，而权重起初只有百分之几：头几步便把它们全部冲掉。此后编码器的 ReLU 对每张图像都是负的，那里梯度为零，再也回不来。每张图像得到同样的编码，解码器最好的办法就是画平均图像。",
    cure: "用 Adam 训练这样的模型，宜取 0.001 到 0.003；若要更大，就在头几步里逐渐升上去。死掉的单元不会复活：请先重置，再训练。",
  },
  "rising-kl": {
    title: "KL 在上升",
    story:
      "头几步过后，KL 一路上升，早已翻了一倍，仍在升。作者认为这是发散：KL 是惩罚项，惩罚本该下降。",
    question: "该怎么办？",
    option: {
      "1": "降低学习率：训练正在发散。",
      "2": "什么也不用做：编码开始对图像有所说明。",
      "3": "增大 β，直到 KL 下降。",
      "4": "趁 KL 还没有太大，停止训练。",
    },
    look: "把 KL 与总损失放在一起看：一个上升时，另一个怎样？再看两路的 −ELBO。",
    why: "KL 就是编码对图像所说的，以纳特计。起初什么也没说。模型学着使用编码时，KL 必然上升；每多一纳特，只要省下的重构多于一纳特，就花得值。训练所降低的是两者之和。B 路显示了“修正”的后果：β = 10 把 KL 压住，也把编码能说的一并压住。",
    cure: "没有什么要修。请看总损失，或留出图像上的 −ELBO。真正值得警惕的，是 KL 与总损失一同上升，或 KL 一直停在 0 附近。",
  },
};

export const klCourseVerdicts: TranslationOf<typeof englishVerdicts> = {
  "wrong-sign": {
    shown:
      "A 路的损失在第 {{step}} 步跌破零，最低到了一个 {{digits}} 位的负数，KL 则是一个 {{klDigits}} 位数。B 路的 KL 停在 {{klRepaired}} 纳特，损失停在 {{lossRepaired}}。",
    notShown:
      "这次运行没有表现出来：两路的损失并未在零处分开。B 路的 KL 停在 {{klRepaired}} 纳特，损失停在 {{lossRepaired}}。",
  },
  "rate-too-high": {
    shown:
      "A 路的损失起于 {{start}} 纳特，一跃到 {{peak}}。最后重构代价为 {{reconstruction}} 纳特，与平均图像相当（在训练图像上为 {{meanImage}}），{{latent}} 维中 {{active}} 维活跃。−ELBO 为 {{elbo}}，B 路为 {{elboRepaired}}。",
    notShown:
      "这次运行没有表现出来：A 路的损失最高不过 {{peak}} 纳特，或者又降了下来；−ELBO 在 A 路为 {{elbo}}，在 B 路为 {{elboRepaired}}。",
  },
  "rising-kl": {
    shown:
      "A 路的 KL 由 {{klFrom}} 升到 {{klTo}} 纳特，总损失则由 {{totalFrom}} 降到 {{totalTo}}：本该如此。KL 被压在 {{klHeld}} 纳特的那一路，−ELBO 为 {{elboHeld}}，而不是 {{elbo}}。",
    notShown:
      "这次运行没有表现出来：A 路的 KL 由 {{klFrom}} 到 {{klTo}} 纳特，总损失由 {{totalFrom}} 到 {{totalTo}}；−ELBO 为 {{elbo}}，B 路为 {{elboHeld}}。",
  },
};
