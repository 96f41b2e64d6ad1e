/** All Chinese texts, by area: a chunk of its own, loaded when somebody reads Chinese. */
import type { english } from "#/i18n/en/english.ts";
import type { laterEnglish } from "#/i18n/en/later.ts";
import type { TranslationOf } from "#/i18n/keys.ts";
import { app } from "./app.ts";
import { bar } from "./bar.ts";
import { classNames } from "./classNames.ts";
import { common } from "./common.ts";
import { faults } from "./faults.ts";
import { latent } from "./latent.ts";
import { learning } from "./learning.ts";
import { ownImages } from "./ownImages.ts";
import { setup } from "./setup.ts";
import { tabs } from "./tabs.ts";
import { training } from "./training.ts";
import { views } from "./views.ts";

export const chinese: TranslationOf<typeof english & typeof laterEnglish> = {
  app,
  bar,
  classNames,
  common,
  faults,
  latent,
  learning,
  ownImages,
  setup,
  tabs,
  training,
  views,
};
