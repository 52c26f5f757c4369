/** Runs the steps of each example, says what is going on, and keeps how long each took. */

interface Done {
  example: string;
  step: string;
  seconds: number;
}

export class Steps {
  readonly done: Done[] = [];
  hasFailed = false;
  #example = 'packages';

  /** All steps of one example; the first that fails ends it, and the next example begins. */
  async during(example: string, work: () => Promise<void>): Promise<void> {
    this.#example = example;
    try {
      await work();
    } catch (error) {
      this.hasFailed = true;
      console.error(`${example}: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** One step, timed. */
  async step<Result>(step: string, work: () => Result | Promise<Result>): Promise<Result> {
    console.log(`${this.#example}: ${step} …`);
    const start = performance.now();
    const result = await work();
    this.done.push({ example: this.#example, step, seconds: (performance.now() - start) / 1000 });
    return result;
  }
}

/** A table of what has passed, with a line for everything since the script began. */
export function printSteps({ done }: Steps): void {
  const total = performance.now() / 1000;
  console.log();
  for (const { example, step, seconds } of [...done, { example: 'all', step: '', seconds: total }])
    console.log(`${example.padEnd(10)}${step.padEnd(44)}${seconds.toFixed(1).padStart(7)} s`);
}
