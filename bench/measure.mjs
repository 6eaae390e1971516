import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
const collectGarbage = vm.runInNewContext("gc");

/** What the optimizer may not throw away. */
export let kept;

/**
 * The time of one call of each contender, in milliseconds, once per round. Contenders take turns within a round, so that
 * what else the machine does hits all of them, and figures are ratios within a round.
 */
export async function race(contenders, { rounds = 25, batch = 15, warmUp = 100 } = {}) {
  const counts = {};
  for (const [name, contender] of Object.entries(contenders)) counts[name] = await countFor(contender, batch, warmUp);
  return takeTurns(Object.keys(contenders), rounds, async (name) => {
    return (await timeOf(contenders[name], counts[name])) / counts[name];
  });
}

/** What is measured for each name, once per round. */
export async function takeTurns(names, rounds, measure) {
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      values[name].push(await measure(name));
    }
  }
  return values;
}

/** Warms a contender up, and finds how many calls fill a batch. */
async function countFor(contender, batch, warmUp) {
  let count = 1;
  let spent = 0;
  for (;;) {
    const time = await timeOf(contender, count);
    spent += time;
    if (spent >= warmUp && time >= batch / 2) return Math.max(1, Math.round((count * batch) / time));
    if (time < batch / 2) count *= 2;
  }
}

async function timeOf(contender, count) {
  // None pays for the garbage of another. What survived would be taken for long-lived, and the next made where that lies.
  kept = undefined;
  collectGarbage({ type: "minor" });
  const start = clock();
  for (let call = 0; call < count; call += 1) {
    kept = contender();
    if (kept instanceof Promise) kept = await kept;
  }
  return clock() - start;
}

/** The processor's time, in milliseconds: nothing here waits, and other work on the machine does not count. */
function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How many times longer one contender takes than another, round by round. */
export function ratio(times, base) {
  return spreadOf(times.map((time, round) => time / base[round]));
}

export function difference(times, base) {
  return spreadOf(times.map((time, round) => time - base[round]));
}

/** The median, and between what the middle half lies. */
export function spreadOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
