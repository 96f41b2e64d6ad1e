/**
 * The mistakes bench (core/bench/): what a mistake looks like before the answer, and what it was, and
 * the verdict on a run. Title, story, question and options do not give the answer away.
 */
import { balance, balanceVerdicts } from "#/i18n/en/benches/balance.ts";
import { klCourse, klCourseVerdicts } from "#/i18n/en/benches/klCourse.ts";
import { pixels, pixelsVerdicts } from "#/i18n/en/benches/pixels.ts";
import { sampling, samplingVerdicts } from "#/i18n/en/benches/sampling.ts";

export const mistake = { ...balance, ...pixels, ...sampling, ...klCourse } as const;

export const verdict = {
  ...balanceVerdicts,
  ...pixelsVerdicts,
  ...samplingVerdicts,
  ...klCourseVerdicts,
} as const;
