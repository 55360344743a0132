/** Where on a path someone rests: at an end, at one of its row, or nowhere. */
export function shareOfRest(
  on: string,
  shareOf: (id: string) => number,
  first: string,
  last: string,
  place: { standing: { figure: string }[] },
): number | undefined {
  return on === first || on === last || place.standing.some((one) => one.figure === on)
    ? shareOf(on)
    : undefined;
}
