import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { useSteadyDomain, type Steadiness } from "#/charts/useSteadyDomain.ts";

function Axis({ top, ...when }: { readonly top: number } & Steadiness) {
  return <p>{useSteadyDomain<readonly number[]>([0, top], when).join(" to ")}</p>;
}

it("waits two seconds while training, then fits at rest, but not under the hand", () => {
  const first = { held: false, moving: true, run: 1, now: 0 };
  const { container, rerender } = render(<Axis top={10} {...first} />);
  const shown = (top: number, when: Partial<Steadiness>) => {
    rerender(<Axis top={top} {...first} {...when} />);
    return container.textContent;
  };
  expect(shown(5, { now: 1000 })).toBe("0 to 10");
  expect(shown(4, { now: 2000 })).toBe("0 to 4");
  expect(shown(3, { now: 2500, held: true, moving: false })).toBe("0 to 4");
  expect(shown(3, { now: 2500, moving: false })).toBe("0 to 3");
});

it("begins anew with another run, even under the hand", () => {
  const when = { held: true, moving: true, run: 1, now: 0 };
  const { container, rerender } = render(<Axis top={10} {...when} />);
  rerender(<Axis top={5} {...when} run={2} />);
  expect(container).toHaveTextContent("0 to 5");
});
