/** What the fields' tables share: shapes of numbers, and the papers that more than one of them cites. */
import type { Citation } from "#/core/experiment/field.ts";

/** A whole number from a control without a slider. */
export const integer = {
  kind: "integer",
  minExcluded: false,
  step: 1,
  scale: "linear",
  slider: null,
  citation: null,
  formula: null,
} as const;

/** A number typed in. */
export const typed = {
  kind: "number",
  minExcluded: false,
  scale: "log",
  slider: null,
  unit: null,
  citation: null,
  formula: null,
} as const;

export const choice = { kind: "choice", citation: null, formula: null } as const;
export const toggle = { kind: "switch", citation: null, formula: null } as const;
export const restart = { applies: "restart" } as const;
export const live = { applies: "live" } as const;

export const cite = {
  vae: { label: "Kingma & Welling, 2014", url: "https://arxiv.org/abs/1312.6114" },
  betaVae: { label: "Higgins et al., 2017", url: "https://openreview.net/forum?id=Sy2fzU9gl" },
  adam: { label: "Kingma & Ba, 2015", url: "https://arxiv.org/abs/1412.6980" },
  glorot: {
    label: "Glorot & Bengio, 2010",
    url: "https://proceedings.mlr.press/v9/glorot10a.html",
  },
  conditional: {
    label: "Sohn et al., 2015",
    url: "https://papers.nips.cc/paper/2015/hash/8d55a249e6baa5c06772297520da2051-Abstract.html",
  },
  binarised: {
    label: "Salakhutdinov & Murray, 2008",
    url: "https://doi.org/10.1145/1390156.1390266",
  },
  sigmaVae: { label: "Rybkin et al., 2021", url: "https://arxiv.org/abs/2006.13202" },
  annealing: { label: "Bowman et al., 2016", url: "https://arxiv.org/abs/1511.06349" },
  cyclical: { label: "Fu et al., 2019", url: "https://arxiv.org/abs/1903.10145" },
  freeBits: { label: "Kingma et al., 2016", url: "https://arxiv.org/abs/1606.04934" },
  cosine: { label: "Loshchilov & Hutter, 2017", url: "https://arxiv.org/abs/1608.03983" },
  clip: { label: "Pascanu et al., 2013", url: "https://arxiv.org/abs/1211.5063" },
  earlyStopping: { label: "Prechelt, 1998", url: "https://doi.org/10.1007/3-540-49430-8_3" },
} as const satisfies Record<string, Citation>;
