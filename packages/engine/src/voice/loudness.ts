/**
 * Loudness as ITU-R BS.1770-4 measures it: K-weighted, gated, in LUFS; and true peak, in dBTP, on the
 * signal oversampled four times.
 */

interface Biquad {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

/** BS.1770's two filters at 48 kHz (tables 1 and 2 of the recommendation). */
const HEAD: Biquad = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
const HIGH_PASS: Biquad = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

/** Samples in 100 ms at 48 kHz: a gating block is four of these, and a new one starts at each. */
const STEP = 4800;
const STEPS_PER_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = 10;

/** Measures a signal handed over piece by piece (mono, 48 kHz), so that a film need not be in memory at once. */
export class LoudnessMeter {
  private readonly energies: number[] = [];
  private filled = 0;
  private energy = 0;
  private readonly state = new Float64Array(4);

  add(samples: Float32Array): void {
    const [h0, h1, h2] = HEAD.b;
    const [p1, p2] = HEAD.a;
    const [g0, g1, g2] = HIGH_PASS.b;
    const [q1, q2] = HIGH_PASS.a;
    let [s1, s2, s3, s4] = this.state as unknown as [number, number, number, number];
    for (let index = 0; index < samples.length; index++) {
      const x = samples[index]!;
      const y = h0 * x + s1;
      s1 = h1 * x - p1 * y + s2;
      s2 = h2 * x - p2 * y;
      const z = g0 * y + s3;
      s3 = g1 * y - q1 * z + s4;
      s4 = g2 * y - q2 * z;
      this.energy += z * z;
      this.filled += 1;
      if (this.filled === STEP) this.endStep();
    }
    this.state.set([s1, s2, s3, s4]);
  }

  addSilence(count: number): void {
    // The filters ring out within a few hundredths of a second; past that, silence is nothing but time.
    const ringing = Math.min(count, STEP);
    this.add(new Float32Array(ringing));
    let left = count - ringing;
    if (left > 0) this.state.fill(0);
    while (left > 0) {
      const taken = Math.min(left, STEP - this.filled);
      this.filled += taken;
      left -= taken;
      if (this.filled === STEP) this.endStep();
    }
  }

  /** LUFS; −Infinity for silence or less than 400 ms. */
  integrated(): number {
    const blocks: number[] = [];
    for (let first = 0; first + STEPS_PER_BLOCK <= this.energies.length; first++) {
      const energy = this.energies
        .slice(first, first + STEPS_PER_BLOCK)
        .reduce((sum, value) => sum + value, 0);
      blocks.push(energy / (STEP * STEPS_PER_BLOCK));
    }
    const loud = blocks.filter((power) => lufs(power) > ABSOLUTE_GATE_LUFS);
    const gate = lufs(mean(loud)) - RELATIVE_GATE_LU;
    return lufs(mean(loud.filter((power) => lufs(power) > gate)));
  }

  private endStep(): void {
    this.energies.push(this.energy);
    this.energy = 0;
    this.filled = 0;
  }
}

function lufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
