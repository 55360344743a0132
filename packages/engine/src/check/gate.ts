/** A gate: one measurable promise about a film, what was measured, and the bar it must meet. */

export interface Gate {
  name: string;
  passed: boolean;
  /** The worst value found. */
  value: number;
  limit: number;
  /** Where the worst was found, or what breaks the bar; for people. */
  detail?: string;
}

/** Fails above the limit. */
export function atMost(name: string, value: number, limit: number, detail?: string): Gate {
  return gate(name, value <= limit, value, limit, detail);
}

/** Fails below the limit. */
export function atLeast(name: string, value: number, limit: number, detail?: string): Gate {
  return gate(name, value >= limit, value, limit, detail);
}

function gate(name: string, passed: boolean, value: number, limit: number, detail?: string): Gate {
  return { name, passed, value: Math.round(value * 1000) / 1000, limit, ...(detail ? { detail } : {}) };
}
