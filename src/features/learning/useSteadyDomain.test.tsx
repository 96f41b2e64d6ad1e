import { act } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Domain } from "#/core/metrics/axis.ts";
import { useSteadyDomain } from "#/features/learning/useSteadyDomain.ts";
import { AppProvider } from "#/state/context.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

function Axis({ wanted, held, now }: { wanted: Domain; held: boolean; now: number }) {
  return <p>{useSteadyDomain(wanted, held, 1, now).join(" to ")}</p>;
}

it("waits two seconds while training, then fits at rest, but not under the hand", async () => {
  const { app, container, rerender } = await renderWithApp(
    <Axis wanted={[0, 10]} held={false} now={0} />,
  );
  const axis = (top: number, held: boolean, now: number) => {
    rerender(
      <AppProvider app={app}>
        <Axis wanted={[0, top]} held={held} now={now} />
      </AppProvider>,
    );
  };
  const shown = () => container.textContent;
  act(() => {
    app.store.setState({ phase: "training" });
  });
  axis(5, false, 1000);
  expect(shown()).toBe("0 to 10");
  axis(4, false, 2000);
  expect(shown()).toBe("0 to 4");
  axis(3, true, 2500);
  act(() => {
    app.store.setState({ phase: "paused" });
  });
  expect(shown()).toBe("0 to 4");
  axis(3, false, 2500);
  expect(shown()).toBe("0 to 3");
});
