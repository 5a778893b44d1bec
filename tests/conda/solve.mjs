// node solve.mjs check FILE: is each spec of a conda file one that rattler reads?
// node solve.mjs solve FILE: can it be solved, from the channels that it names?
// Exit code 0: yes. What is wrong is on stdout.
import { readFileSync } from "node:fs";
import { simpleSolve } from "@conda-org/rattler";
import { parse } from "yaml";
import { withChannel } from "./channel.mjs";

const [mode, file] = process.argv.slice(2);
const { channels = [], dependencies = [], name, ...rest } = parse(readFileSync(file, "utf8"));
const specs = dependencies.filter((each) => typeof each === "string");
const unknown = Object.keys(rest).filter((key) => !["prefix", "variables"].includes(key));
if (unknown.length) throw new Error(`keys that no conda file has: ${unknown}`);

// rattler's JavaScript interface has no reader of specs: one is read by solving it, and a refusal to read told from a
// package that is not there.
const notThere = /cannot solve|no candidates|unsolvable|can be installed|does not exist/i;
const solve = (url, wanted, from) =>
  simpleSolve(
    wanted.map((spec) => spec.replace(/^[\w./-]+::/, "")),
    from.map((channel) => `${url}/${channel}`),
    ["noarch", "linux-64"],
    [],
  );

const problems = await withChannel(async (url) => {
  const found = [];
  for (const wanted of mode === "check" ? specs.map((spec) => [spec]) : [specs]) {
    await solve(url, wanted, mode === "check" ? ["empty"] : channels).catch((error) => {
      const text = String(error?.message ?? error);
      if (mode === "solve" || !notThere.test(text)) found.push(`${wanted}: ${text}`);
    });
  }
  return found;
});
for (const each of problems) console.log(each);
process.exitCode = problems.length ? 1 : 0;
