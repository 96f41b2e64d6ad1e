/** What the stops of a path are called: points, as in geometry. */
const names = "PQRSTUVW";

export const stopName = (place: number): string => names[place] ?? String(place + 1);
