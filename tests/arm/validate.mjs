// Validates request bodies against the published resource schemas in this folder.
//   node validate.mjs VERSION DIR|FILE…
// A discriminator picks the alternative, so that each fault is reported where it is. Enumerations are compared
// without case, as the service does. Last line: "N of M bodies valid against VERSION".
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [version, ...targets] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(join(here, `${version}.json`), "utf8"));

const fold = (x) => (typeof x === "string" ? x.toLowerCase() : x);
const isExpression = (s) => s.$ref?.endsWith("#/definitions/expression");
const follow = (s) => {
  while (s.$ref?.startsWith("#/definitions/")) s = schema.definitions[s.$ref.slice(14)];
  return s;
};

// The discriminator of an alternative: [name, { const }] of
// { allOf: [$ref, { properties: { jobType: { const } } }] }.
const tagOf = (alternative) => {
  const isTag = (x) => x.properties && Object.values(x.properties).some((p) => p.const);
  const tagged = alternative.allOf?.find(isTag);
  return Object.entries(tagged?.properties ?? {})[0];
};

// One object schema: the definition's own properties, those of allOf, and those of the alternative that fits.
const flatten = (definition, value) => {
  const s = follow(definition);
  const flat = {
    properties: { ...s.properties },
    required: [...(s.required ?? [])],
    closed: s.additionalProperties === false,
    open: s.additionalProperties,
    type: s.type,
    faults: [],
  };
  const add = (part) => {
    const f = flatten(part, value);
    const own = Object.entries(f.properties).filter(([, p]) => p.const === undefined);
    Object.assign(flat.properties, Object.fromEntries(own));
    flat.required.push(...f.required);
    flat.faults.push(...f.faults);
    flat.closed ||= f.closed;
    flat.type ??= f.type;
  };
  for (const part of s.allOf ?? []) {
    if (!part.oneOf) {
      add(part);
      continue;
    }
    const chosen = part.oneOf.find((a) => {
      const tag = tagOf(a);
      return tag && fold(value?.[tag[0]]) === fold(tag[1].const);
    });
    const name = tagOf(part.oneOf[0])?.[0];
    if (chosen) add(chosen);
    else flat.faults.push(`has no known ${name}: ${JSON.stringify(value?.[name])}`);
  }
  return flat;
};

const typeOf = (v) => {
  if (Array.isArray(v)) return "array";
  if (v === null) return "null";
  return Number.isInteger(v) ? "integer" : typeof v;
};

const faultsOfText = (s, v, at) => {
  const out = [];
  const fits = !s.pattern || new RegExp(s.pattern).test(v);
  if (!fits) out.push(`${at} ${JSON.stringify(v)} does not match ${s.pattern}`);
  if (s.minLength && v.length < s.minLength) out.push(`${at} is shorter than ${s.minLength}`);
  return out;
};

const faultsOfObject = (flat, v, at) => {
  const out = flat.faults.map((f) => `${at || "/"} ${f}`);
  const missing = [...new Set(flat.required)].filter((name) => v[name] === undefined || v[name] === null);
  out.push(...missing.map((name) => `${at || "/"} lacks ${name}`));
  for (const [name, x] of Object.entries(v)) {
    if (x === null) continue;
    if (flat.properties[name]) out.push(...faults(flat.properties[name], x, `${at}/${name}`));
    else if (typeof flat.open === "object") out.push(...faults(flat.open, x, `${at}/${name}`));
    else if (flat.closed) out.push(`${at || "/"} has no ${name}`);
  }
  return out;
};

function faults(definition, v, at) {
  const s = follow(definition);
  const place = at || "/";
  if (isExpression(s)) return [];
  if (s.oneOf) {
    const tries = s.oneOf.filter((a) => !isExpression(a)).map((a) => faults(a, v, at));
    return tries.some((t) => !t.length) ? [] : (tries.sort((a, b) => a.length - b.length)[0] ?? []);
  }
  const out = [];
  if (s.enum && !s.enum.map(fold).includes(fold(v)))
    out.push(`${place} is ${JSON.stringify(v)}, not one of ${s.enum.join(", ")}`);
  const actual = typeOf(v);
  const flat = flatten(s, actual === "object" ? v : undefined);
  const fits = !flat.type || actual === flat.type || (flat.type === "number" && actual === "integer");
  if (!fits) return [...out, `${place} is ${actual}, not ${flat.type}`];
  if (actual === "string") out.push(...faultsOfText(s, v, place));
  if (actual === "object") out.push(...faultsOfObject(flat, v, at));
  if (actual === "array" && s.items) v.forEach((x, i) => out.push(...faults(s.items, x, `${at}/${i}`)));
  return out;
}

// PUT …/workspaces/ws/jobs/x → workspaces_jobs
const resource = (url) => {
  const parts = url.split("?")[0].split("/Microsoft.MachineLearningServices/")[1]?.split("/") ?? [];
  return parts.filter((_, i) => i % 2 === 0).join("_");
};
const files = (target) => {
  if (!statSync(target).isDirectory()) return target.endsWith(".json") ? [target] : [];
  return readdirSync(target).sort().flatMap((name) => files(join(target, name)));
};

let good = 0;
let all = 0;
for (const file of targets.flatMap((target) => files(resolve(target)))) {
  const request = JSON.parse(readFileSync(file, "utf8"));
  if (!request.body?.properties) continue;
  ++all;
  const type = resource(request.url);
  const definition = schema.resourceDefinitions[type];
  const found = definition
    ? faults(definition.properties.properties, request.body.properties, "")
    : ["no such resource"];
  if (found.length) console.log(`${file}: ${type}: ${found.join("; ")}`);
  else ++good;
}
console.log(`${good} of ${all} bodies valid against ${version}`);
process.exit(all > 0 && good === all ? 0 : 1);
