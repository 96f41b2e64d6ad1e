import type { TranslationOf } from "#/i18n/keys.ts";
import type { classNames as english } from "#/i18n/en/classNames.ts";

/** 自带数据集各类别的名称，按数据集分。 */
export const classNames: TranslationOf<typeof english> = {
  fashion: {
    "T-shirt": "T恤",
    Trouser: "裤子",
    Pullover: "套头衫",
    Dress: "连衣裙",
    Coat: "外套",
    Sandal: "凉鞋",
    Shirt: "衬衫",
    Sneaker: "运动鞋",
    Bag: "包",
    "Ankle boot": "短靴",
  },
  faces: {
    "short flat": "短直发",
    "short curly": "短卷发",
    sides: "两侧有发",
    bob: "波波头",
    bun: "丸子头",
    "long straight": "长直发",
    afro: "爆炸头",
    "big hair": "蓬松发",
    turban: "头巾",
    "winter hat": "冬帽",
  },
};
