/** Renders a component inside an opened application over the fake trainer. */
import { act, render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";
import { AppProvider } from "#/state/context.tsx";
import { openTestApp, settle, type TestApp, type TestAppOptions } from "#/state/testing/testApp.ts";

export interface RenderedApp extends TestApp, RenderResult {
  /** Trains (if not training yet) and takes so many steps, with a preview at the end. */
  train(steps: number): Promise<void>;
  /** Lets answers arrive and React follow. */
  settle(): Promise<void>;
}

export async function renderWithApp(
  element: ReactElement,
  options: TestAppOptions = {},
): Promise<RenderedApp> {
  const test = await openTestApp(options);
  const result = await act(async () => {
    const rendered = render(<AppProvider app={test.app}>{element}</AppProvider>);
    await settle();
    return rendered;
  });
  return {
    ...test,
    ...result,
    async train(steps) {
      await act(async () => {
        if (test.app.store.getState().phase !== "training") void test.app.session.train();
        await settle();
        test.trainer.advance(steps);
        test.trainer.sendPreview();
        await settle();
      });
    },
    settle: () => act(settle),
  };
}
