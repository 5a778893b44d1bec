// node dockerfile.mjs FILE…: reads Dockerfiles with an independent parser and linter. Exit code 1: one has an error.
import { readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

const kError = 1;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  if (DockerfileParser.parse(text).getFROMs().length === 0) throw new Error(`${file}: no FROM`);
  for (const problem of validate(text).filter((each) => each.severity === kError)) {
    console.log(`${file}:${problem.range.start.line + 1}: ${problem.message}`);
    process.exitCode = 1;
  }
}
