/** 错误实验台：答案揭晓之前看到什么、错在哪里，以及对这次运行的判断。 */
import type {
  mistake as englishMistake,
  verdict as englishVerdict,
} from "#/i18n/en/benches/mistakes.ts";
import type { TranslationOf } from "#/i18n/keys.ts";
import { balance, balanceVerdicts } from "#/i18n/zh-CN/benches/balance.ts";
import { klCourse, klCourseVerdicts } from "#/i18n/zh-CN/benches/klCourse.ts";
import { pixels, pixelsVerdicts } from "#/i18n/zh-CN/benches/pixels.ts";
import { sampling, samplingVerdicts } from "#/i18n/zh-CN/benches/sampling.ts";

export const mistake: TranslationOf<typeof englishMistake> = {
  ...balance,
  ...pixels,
  ...sampling,
  ...klCourse,
};

export const verdict: TranslationOf<typeof englishVerdict> = {
  ...balanceVerdicts,
  ...pixelsVerdicts,
  ...samplingVerdicts,
  ...klCourseVerdicts,
};
