/** Where each way of writing the loss stops telling the truth, in sentences computed for one pixel. */
import { logitBreaks, logitForms, logitStudy } from "#/core/objective/logitStudy.ts";
import type { LogitBreak, LogitForm } from "#/core/objective/logitStudy.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export function breakSentences(t: Translate, format: NumberFormat, target: number): string[] {
  return logitForms.map((form) => {
    const { negative, positive } = logitBreaks(form, target);
    const parts = [negative, positive].flatMap((found) =>
      found === null ? [] : [breakText(t, format, form, target, found)],
    );
    const name = t(`benches.logit.form.${form}`);
    if (parts.length === 0) return t("benches.logit.sound", { form: name });
    return t("benches.logit.breaks", { form: name, where: parts.join(t("benches.logit.and")) });
  });
}

function breakText(
  t: Translate,
  format: NumberFormat,
  form: LogitForm,
  target: number,
  { logit, kind }: LogitBreak,
): string {
  // What the loss ends at, far out on that side.
  const [loss = 0] = logitStudy(form, target, Float32Array.of(Math.sign(logit) * 40)).loss;
  const flat = Number.isFinite(loss) ? "flat" : "weak";
  const key = kind === "flat" ? flat : kind;
  return t(`benches.logit.${logit < 0 ? "below" : "above"}.${key}`, {
    l: format(logit, 1),
    loss: format(loss, 2),
  });
}
