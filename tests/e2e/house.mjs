// One installation of Préau for one journey: its own folder, its own database, its own port, the tests' clock.
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = new URL("../..", import.meta.url).pathname;
const preau = join(root, process.env.PREAU_PROGRAM ?? "build/asan/preau");

// The server takes its settings from the environment before its file, and the file is ours.
const environment = { ...process.env };
delete environment.PREAU_WEB;

export const engine = process.env.PREAU_TEST_ENGINE ?? "sqlite";
export const pictures = join(root, "build/e2e", engine);

export async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, "127.0.0.1", listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** A database of one's own on the tests' PostgreSQL (tools/postgres.py); the server goes with all of them at the end. */
async function freshDatabase() {
  const server = process.env.PREAU_TEST_POSTGRES;
  if (!server) throw new Error("PREAU_TEST_POSTGRES is not set: run this through ./dev e2e");
  const name = `journey_${randomBytes(6).toString("hex")}`;
  await run("psql", [server, "-qc", `CREATE DATABASE ${name} TEMPLATE template0`]);
  return server.replace(/\/[^/]*$/, `/${name}`);
}

// Monday morning of the tests: at the hour this runs, quiet hours might keep every note until tomorrow.
export const today = "2026-09-14";
const morning = `${today}T08:30`;

function configuration({ data, port, database, web, clock }) {
  const settings = { engine, data, ...(database && { database }), web, port, demo_clock: clock };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
    .join("");
}

/** Makes the folder and its configuration; nothing runs yet. `web`: the built pages, from the root. */
export async function house({ web = process.env.PREAU_WEB ?? "web/dist" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "preau-house-"));
  const port = await freePort();
  const database = engine === "postgres" ? await freshDatabase() : undefined;
  const config = join(folder, "preau.toml");
  const write = (changed) => writeFile(config, configuration({ data: join(folder, "data"), port, database, web, clock: morning, ...changed }));
  await write();
  await mkdir(join(folder, "data"));
  await mkdir(pictures, { recursive: true });
  let serving;

  /** A verb of the command line; gives what it printed, throws with it when it fails. */
  async function verb(...words) {
    try {
      const { stdout } = await run(preau, [...words, "--config", config], { cwd: root, env: environment, maxBuffer: 1 << 24 });
      return stdout;
    } catch (problem) {
      throw new Error(`preau ${words.join(" ")}: exit ${problem.code}\n${problem.stdout}${problem.stderr}`);
    }
  }

  /** `changed`: another hour ("2026-09-14T09:20"), other pages. */
  async function open(changed = {}) {
    await write(changed);
    serving = spawn(preau, ["serve", "--config", config], { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let told = "";
    serving.stdout.on("data", (text) => (told += text));
    serving.stderr.on("data", (text) => (told += text));
    serving.told = () => told;
    for (let tries = 0; tries < 200; tries += 1) {
      if (serving.exitCode !== null) throw new Error(`preau serve ended at once\n${told}`);
      const well = await fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false);
      if (well) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`preau serve does not answer\n${told}`);
  }

  /** Stops as a service manager would; a server that does not stop in good order within 10 s is a failure. */
  async function shut() {
    if (!serving || serving.exitCode !== null) return;
    const ended = new Promise((done) => serving.once("exit", (code, signal) => done(code ?? signal)));
    serving.kill("SIGTERM");
    const late = setTimeout(() => serving.kill("SIGKILL"), 12_000);
    const how = await ended;
    clearTimeout(late);
    if (how !== 0) throw new Error(`preau serve ended with ${how}\n${serving.told()}`);
  }

  const origin = `http://localhost:${port}`;
  return { folder, origin, port, verb, open, shut, leave: () => rm(folder, { recursive: true, force: true }) };
}
