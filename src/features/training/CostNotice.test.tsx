import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, expect, it, vi } from "vitest";
import { translate } from "#/i18n/translate.ts";
import type { Translate } from "#/i18n/keys.ts";
import { formatNumber } from "#/i18n/useNumberFormat.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { CostNotice } from "#/features/training/CostNotice.tsx";
import { costTime, paceText } from "#/features/training/costTime.ts";

const t: Translate = (key, values) => translate("en", key, values);
const format = (value: number, decimals?: number) => formatNumber("en", value, decimals);

beforeAll(loadLaterEnglish);

it.each([
  [620, "10 minutes"],
  [4000, "67 minutes"],
  [3 * 3600, "3 hours"],
  [3.46 * 3600, "3.5 hours"],
  [30 * 3600, "30 hours"],
  [3 * 86_400, "3 days"],
])("says %d seconds as people do", (seconds, text) => {
  expect(costTime(t, format, seconds)).toBe(text);
});

it("says how long a step takes, in its own unit", () => {
  expect(paceText(t, format, 12.34)).toBe("12 ms");
  expect(paceText(t, format, 1234)).toBe("1.2 s");
});

it("says what a run costs and what the lighter variant changes, and passes the answer on", async () => {
  const { app } = await renderWithApp(<CostNotice />, {
    search: "?preset=mnist-conv-2d&autostart=0",
    trainer: { shape: [28, 28, 1], train: 60_000 },
  });
  expect(screen.queryByTestId("cost-notice")).toBeNull();
  const answer = vi.fn();
  const lighter = [
    { kind: "field", path: "data.trainLimit", from: null, to: 12_000 },
    { kind: "field", path: "training.batch", from: 16, to: 128 },
    { kind: "field", path: "training.epochs", from: 10, to: 3 },
  ] as const;
  act(() => {
    app.store.setState({
      costNotice: {
        phase: "asking",
        seconds: 11_250,
        msPerStep: 300,
        steps: 37_500,
        about: [],
        lanes: 1,
        lighter,
        answer,
      },
    });
  });
  const notice = screen.getByTestId("cost-notice");
  expect(notice).toHaveTextContent("About 3.1 hours here.");
  expect(notice).toHaveTextContent("37,500 steps at 300 ms each");
  expect(notice).toHaveTextContent(
    "Train on the first all → 12,000, Batch 16 → 128, Epochs 10 → 3",
  );
  screen.getByRole("button", { name: "Lighter variant" }).click();
  screen.getByRole("button", { name: "Train anyway" }).click();
  screen.getByRole("button", { name: "Not now" }).click();
  expect(answer.mock.calls.flat()).toEqual(["lighter", "train", "cancel"]);
});

it("takes the focus of who asked, answers Escape with not now, and gives the focus back", async () => {
  const { app } = await renderWithApp(
    <>
      <button>Asked</button>
      <CostNotice />
    </>,
    { search: "?preset=mnist-conv-2d&autostart=0", trainer: { shape: [28, 28, 1], train: 60_000 } },
  );
  const asked = screen.getByRole("button", { name: "Asked" });
  asked.focus();
  const answer = vi.fn(() => {
    app.store.setState({ costNotice: null });
  });
  act(() => {
    app.store.setState({
      costNotice: {
        phase: "asking",
        seconds: 900,
        msPerStep: 300,
        steps: 3000,
        about: [],
        lanes: 1,
        lighter: [],
        answer,
      },
    });
  });
  const question = within(screen.getByTestId("cost-notice")).getByRole("group");
  expect(question).toHaveFocus();
  fireEvent.keyDown(question, { key: "Escape" });
  expect(answer).toHaveBeenCalledWith("cancel");
  expect(asked).toHaveFocus();
});
