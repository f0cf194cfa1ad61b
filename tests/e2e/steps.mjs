// A journey is a list of sentences. Each is done in order, told on one line, and counted.

let passed = 0;
let failed = 0;
let lost = false; // a later step stands on an earlier one: after a failure the rest cannot be told

/** Does one step of the story; after a failed one, the following count as failed without being tried. */
export async function step(sentence, act) {
  if (lost) {
    failed += 1;
    console.log(`not told  ${sentence}`);
    return undefined;
  }
  const started = performance.now();
  try {
    const given = await act();
    passed += 1;
    console.log(`ok        ${sentence} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return given;
  } catch (problem) {
    failed += 1;
    lost = true;
    console.log(`FAILED    ${sentence}\n${String(problem?.stack ?? problem).replace(/^/gm, "          ")}`);
    return undefined;
  }
}

/** Something seen along the way: it counts alone and stops nothing. `problems` are its sentences; none is well. */
export function seen(sentence, problems) {
  if (problems.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED    ${sentence}\n${problems.map((one) => `          ${one}`).join("\n")}`);
}

/** The last line, which tools/steps.py reads; the exit code says the same. */
export function told() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
